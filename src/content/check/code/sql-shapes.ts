import type { CodeProblem } from './problem.ts'
import { isPlainStatement } from './sql-statements.ts'
import type { Token } from './sql-tokens.ts'

const AGGREGATES = new Set(['count', 'sum', 'avg', 'min', 'max'])
const SET_OPERATORS = new Set(['union', 'except', 'intersect', 'minus'])
/** What ends the list of a query. */
const ENDS_LIST = new Set(['from', 'where', 'group', 'having', 'order', 'limit', 'into', ...SET_OPERATORS])

const problemAt = ({ offset }: Token, message: string, hint: string, isDoubtful = false): CodeProblem => ({
  offset,
  message,
  hint,
  ...(isDoubtful && { isDoubtful }),
})

/** What does not fit together in a statement of which each part can be read: lists of unequal length, sums of sums. */
export function shapeProblem(statement: readonly Token[]): CodeProblem | undefined {
  if (!isPlainStatement(statement)) return undefined
  return listProblem(statement) ?? sumOfSum(statement) ?? castProblem(statement) ?? whenProblem(statement)
}

/** What a query selects, as far as it is known: a star stands for any number of columns. */
interface List {
  token: Token
  count: number
  hasStar: boolean
}

/** The queries of one pair of brackets, or of the statement. */
interface Level {
  before?: List | undefined
  list?: List | undefined
  isOpen: boolean
}

/** Queries joined by UNION that have different numbers of columns. */
function listProblem(statement: readonly Token[]): CodeProblem | undefined {
  const levels: Level[] = [{ isOpen: false }]
  const inserted = insertedColumns(statement)
  for (const [at, token] of statement.entries()) {
    const level = levels.at(-1) ?? { isOpen: false }
    const [before, next] = [statement[at - 1], statement[at + 1]]
    if (/^[([{]$/.test(token.text)) levels.push({ isOpen: false })
    else if (/^[)\]}]$/.test(token.text)) {
      const problem = compared(level)
      if (problem) return problem
      if (levels.length > 1) levels.pop()
    } else if (level.isOpen && level.list && token.text === ',') level.list.count += 1
    else if (level.isOpen && level.list && isStar(token, before)) level.list.hasStar = true
    if (!token.isWord || before?.text === '.' || before?.lower === 'as') continue
    if (token.lower === 'select') {
      level.list = { token, count: 1, hasStar: /^(?:top|as)$/.test(next?.lower ?? '') }
      level.isOpen = true
      continue
    }
    if (token.lower === 'values') level.before = level.list = undefined
    if (level.isOpen && ENDS_LIST.has(token.lower) && before?.lower !== 'distinct') {
      level.isOpen = false
      if (inserted && level.list && levels.length === 1 && level.before === undefined) {
        const { count, hasStar } = level.list
        if (!hasStar && count !== inserted.count)
          return problemAt(
            level.list.token,
            `${columns(inserted.count)} get what a query with ${columns(count)} selects`,
            'Select one value for each column.',
          )
      }
      const problem = compared(level)
      if (problem) return problem
    }
    if (isSetOperator(statement, at)) {
      const isNamed = statement
        .slice(at + 1, at + 4)
        .some(({ lower }) => /^(?:by|name|corresponding)$/.test(lower))
      level.before = isNamed ? undefined : (level.list ?? level.before)
      level.list = undefined
    }
  }
  return compared(levels[0] ?? { isOpen: false })
}

function compared({ before, list }: Level): CodeProblem | undefined {
  if (!before || !list || before.hasStar || list.hasStar || before.count === list.count) return undefined
  return problemAt(
    list.token,
    `This query has ${columns(list.count)}, and the one before it ${String(before.count)}`,
    'Select the same number of columns in both.',
  )
}

const columns = (count: number) => `${String(count)} column${count === 1 ? '' : 's'}`

function isStar(token: Token, before: Token | undefined): boolean {
  return (
    token.text.startsWith('{{') ||
    (token.text === '*' && /^(?:select|distinct|all|,|\.)$/.test(before?.lower ?? '')) ||
    (token.lower === 'columns' && token.isWord)
  )
}

/** `* EXCEPT (a)` is none. */
function isSetOperator(statement: readonly Token[], at: number): boolean {
  if (!SET_OPERATORS.has(statement[at]?.lower ?? '')) return false
  const [next, second] = [statement[at + 1], statement[at + 2]]
  return (
    /^(?:select|all|distinct|values|by)$/.test(next?.lower ?? '') ||
    (next?.text === '(' && second?.lower === 'select')
  )
}

/** How many columns an INSERT names that takes its rows from a query. */
function insertedColumns(statement: readonly Token[]): { count: number } | undefined {
  if (statement[0]?.lower !== 'insert') return undefined
  const open = statement.findIndex(({ text }) => text === '(')
  const close = statement.findIndex(({ text }, at) => at > open && text === ')')
  if (open < 2 || open > 6 || statement[close + 1]?.lower !== 'select') return undefined
  const names = statement.slice(open + 1, close)
  const isList = names.every(({ isWord, text }, at) =>
    at % 2 === 0 ? isWord || /^["`]/.test(text) : text === ',',
  )
  return isList ? { count: (names.length + 1) / 2 } : undefined
}

interface Bracket {
  isAggregate: boolean
  isQuery: boolean
  inner?: Token
  commas: number
}

/** `MAX(SUM(x))`: only the sum of a window may add up sums. */
function sumOfSum(statement: readonly Token[]): CodeProblem | undefined {
  const open: Bracket[] = []
  for (const [at, token] of statement.entries()) {
    const [before, next] = [statement[at - 1], statement[at + 1]]
    if (token.text === '(')
      open.push({
        isAggregate:
          before?.isWord === true && AGGREGATES.has(before.lower) && statement[at - 2]?.text !== '.',
        isQuery: /^(?:select|with)$/.test(next?.lower ?? ''),
        commas: 0,
      })
    else if (token.text === ',') {
      const last = open.at(-1)
      if (last) last.commas += 1
    } else if (token.text === ')') {
      const closed = open.pop()
      if (!closed) continue
      const isWindow = /^(?:over|filter|within)$/.test(next?.lower ?? '')
      if (closed.isAggregate && closed.inner && closed.commas === 0 && !isWindow)
        return problemAt(
          closed.inner,
          `${closed.inner.text} is inside of another sum, which no engine adds up`,
          'Add up in a query of its own, in the FROM of this one.',
        )
      const last = open.at(-1)
      if (last && !closed.isQuery && closed.inner) last.inner ??= closed.inner
    } else if (AGGREGATES.has(token.lower) && next?.text === '(' && before?.text !== '.') {
      const last = open.at(-1)
      if (last && !isWindowed(statement, at + 1)) last.inner ??= token
    }
  }
  return undefined
}

/** Nobody writes longer arguments of a function. */
const MAX_ARGUMENTS = 200

function isWindowed(statement: readonly Token[], open: number): boolean {
  let depth = 0
  for (let at = open; at < Math.min(statement.length, open + MAX_ARGUMENTS); at++) {
    const text = statement[at]?.text
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    if (depth === 0) return /^(?:over|filter|within)$/.test(statement[at + 1]?.lower ?? '')
  }
  return true
}

/** `CAST(a INT)`. */
function castProblem(statement: readonly Token[]): CodeProblem | undefined {
  const open: { name?: Token | undefined; isTyped: boolean }[] = []
  for (const [at, token] of statement.entries()) {
    const before = statement[at - 1]
    if (token.text === '(')
      open.push({ name: /^(?:try_)?cast$/.test(before?.lower ?? '') ? before : undefined, isTyped: false })
    const last = open.at(-1)
    if (
      last &&
      (token.lower === 'as' || token.text === ',' || token.text === '::' || token.text.startsWith('{'))
    )
      last.isTyped = true
    if (token.text !== ')') continue
    open.pop()
    if (last?.name && !last.isTyped && before?.text !== '(')
      return problemAt(last.name, `${last.name.text} says no type`, `Write ${last.name.text}(value AS type).`)
  }
  return undefined
}

/** A CASE whose WHEN or THEN is missing. */
function whenProblem(statement: readonly Token[]): CodeProblem | undefined {
  const open: { token: Token; state: 'case' | 'when' | 'then' }[] = []
  for (const [at, token] of statement.entries()) {
    const [before, next] = [statement[at - 1], statement[at + 1]]
    if (!token.isWord || /^(?:\.|as)$/.test(before?.lower ?? '') || next?.text === '.') continue
    const last = open.at(-1)
    if (token.lower === 'case' && next && !/^[,)=]$/.test(next.text)) open.push({ token, state: 'case' })
    else if (last && token.lower === 'when') {
      if (last.state === 'when') return missing(last.token, 'THEN', 'WHEN')
      last.token = token
      last.state = 'when'
    } else if (last && token.lower === 'then') {
      if (last.state !== 'when') return missing(token, 'WHEN', last.state === 'case' ? 'CASE' : 'THEN')
      last.state = 'then'
    } else if (last && /^(?:else|end)$/.test(token.lower)) {
      if (last.state === 'when') return missing(last.token, 'THEN', 'WHEN')
      if (token.lower === 'end') open.pop()
    }
  }
  return undefined
}

const missing = (token: Token, word: string, behind: string): CodeProblem =>
  problemAt(token, `${word} is missing behind ${behind}`, 'Write CASE WHEN condition THEN value … END.')
