import type { CodeProblem } from './problem.ts'
import { groupProblem } from './sql-groups.ts'
import { shapeProblem } from './sql-shapes.ts'
import { sourceProblem } from './sql-sources.ts'
import { isPlainStatement } from './sql-statements.ts'
import type { Token } from './sql-tokens.ts'

/** The clauses of a query, in the order in which every engine wants them. */
const CLAUSES = ['where', 'group', 'having', 'qualify', 'order', 'limit'] as const
/** In these, a comparison decides which rows there are. */
const CONDITIONS = new Set(['where', 'on', 'having', 'when', 'and', 'or', 'not'])
const OTHERS = new Set(['set', 'select', 'values', 'default', 'then', 'else', 'from', 'by', 'as'])
const DAY = /^'\d{4}-\d\d-\d\d'$/

/** What every engine refuses, or takes for something else than what is meant, in one statement. */
export function clauseProblems(statement: readonly Token[]): CodeProblem[] {
  const [first] = statement
  const problem =
    dayProblem(statement) ??
    (first !== undefined && /^(?:select|with|insert|update|delete)$/.test(first.lower)
      ? (orderProblem(statement) ??
        comparisonProblem(statement) ??
        caseProblem(statement) ??
        changeProblem(first, statement) ??
        shapeProblem(statement) ??
        sourceProblem(statement) ??
        groupProblem(statement))
      : undefined)
  return problem ? [problem] : []
}

const problemAt = ({ offset }: Token, message: string, hint: string, isDoubtful = false): CodeProblem => ({
  offset,
  message,
  hint,
  ...(isDoubtful && { isDoubtful }),
})

function dayProblem(statement: readonly Token[]): CodeProblem | undefined {
  for (const token of statement) {
    if (!DAY.test(token.text)) continue
    const day = token.text.slice(1, -1)
    const time = Date.parse(`${day}T00:00:00Z`)
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
      return problemAt(token, `${token.text} is no day of the calendar`, 'Write a day that exists.')
  }
  return undefined
}

function orderProblem(statement: readonly Token[]): CodeProblem | undefined {
  const [first] = statement
  // Of other statements it is not known which words are clauses.
  if (!first || !/^(?:select|with)$/.test(first.lower) || !isPlainStatement(statement)) return undefined
  const reached = [-1]
  for (const [at, token] of statement.entries()) {
    const [before, next] = [statement[at - 1], statement[at + 1]]
    if (token.text === '(') reached.push(-1)
    else if (token.text === ')') {
      if (reached.length > 1) reached.pop()
    } else if (/^(?:select|union|except|intersect|minus|values)$/.test(token.lower))
      reached[reached.length - 1] = -1
    else {
      const rank = CLAUSES.findIndex((clause) => clause === token.lower)
      const isClause =
        rank >= 0 &&
        token.isWord &&
        !/^(?:\.|as|,)$/.test(before?.lower ?? '') &&
        (!/^(?:group|order)$/.test(token.lower) || next?.lower === 'by')
      if (!isClause) continue
      const last = reached.at(-1) ?? -1
      if (rank < last || (rank === last && token.lower === 'where'))
        return problemAt(
          token,
          rank === last
            ? `${token.text} is there twice`
            : `${token.text} comes after ${(CLAUSES[last] ?? '').toUpperCase()}`,
          rank === last
            ? 'Join the two conditions with AND.'
            : `Write it before ${(CLAUSES[last] ?? '').toUpperCase()}.`,
        )
      reached[reached.length - 1] = rank
    }
  }
  return undefined
}

function comparisonProblem(statement: readonly Token[]): CodeProblem | undefined {
  let clause = ''
  for (const [at, token] of statement.entries()) {
    const [before, next, second] = [statement[at - 1], statement[at + 1], statement[at + 2]]
    if (token.isWord && before?.text !== '.' && (CONDITIONS.has(token.lower) || OTHERS.has(token.lower)))
      clause = token.lower
    if (/^(?:=|!=|<>)$/.test(token.text) && next?.lower === 'null' && CONDITIONS.has(clause))
      return problemAt(
        token,
        `Nothing is ever ${token.text} NULL`,
        token.text === '=' ? 'Write IS NULL.' : 'Write IS NOT NULL.',
        true,
      )
    if (token.text === '!' && next?.text === '=' && next.offset > token.offset + 1)
      return problemAt(token, 'The operator != has a blank in it', 'Write != or <>.')
    if (token.lower === 'is' && token.isWord) {
      const word = next?.lower === 'not' ? second : next
      if (word && /^(?:nul|nulll|nnull|nuul|nlul|mull|nukk)$/.test(word.lower))
        return problemAt(word, `${word.text} is no word of SQL`, 'Did you mean "NULL"?')
    }
    if (token.lower === 'in' && /^(?:'.*'|\d[\w.]*)$/s.test(next?.text ?? '') && second?.text === ',')
      return problemAt(token, 'The list after IN is in no brackets', 'Write IN (1, 2).')
    if (token.lower === 'between' && token.isWord && before?.text !== '.' && next && next.text !== '.') {
      const problem = betweenProblem(token, statement.slice(at + 1))
      if (problem) return problem
    }
  }
  return undefined
}

function betweenProblem(between: Token, rest: readonly Token[]): CodeProblem | undefined {
  let depth = 0
  let and = -1
  for (const [at, { text, lower }] of rest.entries()) {
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    if (depth < 0 || (depth === 0 && /^(?:where|group|order|or|from|then|select)$/.test(lower))) break
    if (depth === 0 && lower === 'and') {
      and = at
      break
    }
  }
  if (and < 0)
    return problemAt(between, `No AND follows ${between.text}`, 'Write BETWEEN the least AND the greatest.')
  const [from, to] = [rest[and - 1], rest[and + 1]]
  const isAlone = and === 1 || (and === 2 && /^(?:date|timestamp)$/.test(rest[0]?.lower ?? ''))
  const least = from && isAlone ? valueOf(from) : undefined
  const greatest = to
    ? valueOf(/^(?:date|timestamp)$/.test(to.lower) ? (rest[and + 2] ?? to) : to)
    : undefined
  if (least === undefined || greatest === undefined || typeof least !== typeof greatest) return undefined
  return least > greatest
    ? problemAt(
        between,
        `${String(least)} comes after ${String(greatest)}: nothing is between them`,
        'Swap the two.',
        true,
      )
    : undefined
}

function valueOf({ text }: Token): string | number | undefined {
  if (DAY.test(text)) return text.slice(1, -1)
  return /^\d+$/.test(text) ? Number(text) : undefined
}

function caseProblem(statement: readonly Token[]): CodeProblem | undefined {
  const open: Token[] = []
  for (const [at, token] of statement.entries()) {
    const [before, next] = [statement[at - 1], statement[at + 1]]
    if (!token.isWord || /^(?:\.|as)$/.test(before?.lower ?? '') || /^[.=,]$/.test(next?.text ?? '')) {
      if (token.lower !== 'end') continue
    }
    if (token.lower === 'case' && next !== undefined) open.push(token)
    if (token.lower === 'end') open.pop()
  }
  const [last] = open.slice(-1)
  const hasWhen = statement.some(({ lower }) => lower === 'when')
  return last && hasWhen ? problemAt(last, 'CASE has no END', 'Write END behind its last value.') : undefined
}

/** Words of the two engines that take DELETE without FROM. */
const OF_ORACLE =
  /^(?:systimestamp|sysdate|sys_extract_utc|rownum|rowid|nvl|dbo|getdate|sysutcdatetime|nolock|top)$/

/** In a statement that writes. */
function changeProblem(first: Token, statement: readonly Token[]): CodeProblem | undefined {
  const second = statement[1]
  if (
    first.lower === 'delete' &&
    second?.isWord === true &&
    second.lower !== 'from' &&
    statement[2]?.lower === 'where' &&
    !statement.some(({ lower }) => OF_ORACLE.test(lower))
  )
    return problemAt(
      first,
      `FROM is missing behind ${first.text}`,
      `Write DELETE FROM ${second.text}: only Oracle and SQL Server read it without.`,
      true,
    )
  if (first.lower === 'delete' && second?.text === '*')
    return problemAt(second, 'DELETE takes rows, not columns', 'Delete the *.')
  if (
    first.lower === 'update' &&
    !statement.some(({ lower }) => lower === 'set') &&
    !/^(?:statistics|index|global)$/.test(second?.lower ?? '')
  )
    return problemAt(first, 'The UPDATE has no SET', 'Write SET before the first column.')
  const isWhole =
    ((first.lower === 'update' && statement.some(({ lower }) => lower === 'set')) ||
      (first.lower === 'delete' && second?.lower === 'from')) &&
    !statement.some(
      ({ lower }) =>
        /^(?:where|limit|from|join|using|current|returning)$/.test(lower) && lower !== second?.lower,
    )
  if (isWhole)
    return problemAt(
      first,
      `${first.text} without WHERE changes every row of the table`,
      'Write which rows; where all of them are meant, write WHERE TRUE.',
      true,
    )
  return first.lower === 'insert' ? insertProblem(statement) : undefined
}

/** `INSERT INTO t (a, b) VALUES (1, 2)`, of the names and values that nothing else is between. */
function insertProblem(statement: readonly Token[]): CodeProblem | undefined {
  const open = statement.findIndex(({ text }) => text === '(')
  if (open < 0 || open > 6 || statement.slice(0, open).some(({ lower }) => lower === 'values'))
    return undefined
  const columns = listAt(statement, open)
  const next = statement[columns.end + 1]
  const value = statement[columns.end + 2]
  if (next?.text === '(' && value && (!value.isWord || value.lower === 'null') && value.text !== '(')
    return problemAt(next, 'The word VALUES is missing', 'Write VALUES before the bracket.')
  if (next?.lower !== 'values' || value?.text !== '(') return undefined
  for (let row = columns.end + 2; statement[row]?.text === '(';) {
    const values = listAt(statement, row)
    const bracket = statement[row]
    if (columns.count !== values.count && bracket)
      return problemAt(
        bracket,
        `${String(columns.count)} columns have ${String(values.count)} values`,
        'Write a value for each column.',
      )
    if (statement[values.end + 1]?.text !== ',') break
    row = values.end + 2
  }
  return undefined
}

function listAt(tokens: readonly Token[], open: number): { count: number; end: number } {
  let depth = 0
  let count = 1
  for (let at = open; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ''
    if (/^[([{]$/.test(text)) depth += 1
    if (/^[)\]}]$/.test(text)) depth -= 1
    if (depth === 1 && text === ',') count += 1
    if (depth === 0) return { count, end: at }
  }
  return { count, end: tokens.length }
}
