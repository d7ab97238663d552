import type { CodeProblem } from './problem.ts'
import { isOneSlipFrom } from './one-slip.ts'
import { clauseProblems } from './sql-clauses.ts'
import { senseProblems } from './sql-sense.ts'
import { entityProblems, slipProblems } from './sql-slips.ts'
import { tokensOf, type Token } from './sql-tokens.ts'

/** How statements of the usual engines begin. */
const STARTS =
  'select with insert update delete merge create alter drop truncate grant revoke explain analyze analyse vacuum begin commit rollback set show describe desc use copy call execute values refresh start end declare savepoint release lock comment unload load replace export import attach detach pragma optimize msck repair put get list remove undrop clone table from pivot unpivot summarize install abort prepare deallocate checkpoint reindex cluster discard do fetch move close listen notify reset security reassign kill exec print go if while return cache uncache add restore unset'.split(
    ' ',
  )
/** Those that people mistype. */
const COMMON_STARTS =
  'select with insert update delete merge create alter drop truncate explain grant revoke rollback commit'.split(
    ' ',
  )
/** Those whose last word is no switch, as in `SET IDENTITY_INSERT t ON`. */
const QUERIES = new Set('select with insert update delete merge explain ('.split(' '))
/** Words between which a clause is missing where one ends the statement. */
const OPEN_ENDS = new Set(
  'where and or on by from join set into values having limit not in between like then when else as'.split(
    ' ',
  ),
)
const CLAUSES =
  'select from where group order having limit between distinct values insert update delete'.split(' ')
const BEFORE_BY = new Set(
  'group order partition cluster clustered distribute sort identified increment zorder bucketed owned start connect dist siblings follow stored partitioned sorted granted rollup cube split by liquid'.split(
    ' ',
  ),
)
/** What no list or condition can go on with. */
const AFTER_COMMA = new Set(['from', 'where', 'group', 'order', 'having', 'limit', 'union', ')', ';'])

/**
 * What no engine of SQL reads: quotes and brackets without their half, mistyped words at the beginning of a clause,
 * statements that end in the middle. The engines that a rehearsal declares know more.
 */
export function sqlProblems(code: string): CodeProblem[] {
  const command = SHELL.exec(code)
  if (command)
    return [
      {
        offset: command[0].length - command[0].trimStart().length,
        message: 'This is a command of a shell, and no SQL',
        hint: 'Put it into a block of its own, ```bash.',
      },
    ]
  const { tokens, problem } = tokensOf(code)
  if (problem) return [problem]
  const statements = statementsOf(tokens)
  return [
    ...entityProblems(tokens),
    ...bracketProblems(tokens),
    ...statements.flatMap(statementProblems),
    ...statements.flatMap(clauseProblems),
    ...statements.flatMap(slipProblems),
    ...statements.flatMap(senseProblems),
  ].slice(0, 1)
}

/** How a block begins that is typed into a terminal. */
const SHELL =
  /^(?:\s*--[^\n]*\n)*\s*(?:\$ )?(?:[\w-]+\.sh|kubectl|docker|curl|psql|sudo|systemctl|helm|ssh|spark-submit|airflow|journalctl|cd)[ \t]+[-\w./"'$]/

function bracketProblems(tokens: readonly Token[]): CodeProblem[] {
  const open: Token[] = []
  for (const token of tokens) {
    if (token.text === '(') open.push(token)
    if (token.text === ')' && !open.pop())
      return [
        {
          offset: token.offset,
          message: 'The bracket ) closes nothing',
          hint: 'Delete it, or write the ( that is missing.',
        },
      ]
  }
  const [first] = open.slice(-1)
  return first
    ? [{ offset: first.offset, message: 'The bracket ( is not closed', hint: 'Write the ) that is missing.' }]
    : []
}

function statementsOf(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]]
  for (const token of tokens) {
    if (token.text === ';') statements.push([])
    else statements.at(-1)?.push(token)
  }
  return statements.filter((statement) => statement.length > 0)
}

function statementProblems(statement: readonly Token[]): CodeProblem[] {
  const problems: CodeProblem[] = []
  const [first] = statement
  const last = statement.at(-1)
  if (first?.isWord === true && !STARTS.includes(first.lower)) {
    // Engines have commands of their own: only one slip in a usual word is no other word.
    const meant = COMMON_STARTS.find((start) => isOneSlipFrom(first.lower, start))
    const isAssigned = /^(?::=|=|\.|\()$/.test(statement[1]?.text ?? '')
    if (meant !== undefined && !NO_SLIPS.has(first.lower) && !isAssigned) problems.push(typo(first, meant))
  }
  problems.push(...secondQuery(statement))
  const hasFrom = statement.some(({ lower }) => lower === 'from')
  for (const [index, token] of statement.entries()) {
    // FORM and FOM would be read as another name of the column before them.
    const [before, next] = [statement[index - 1], statement[index + 1]]
    const isName =
      /^(?:\.|as|,|select)$/.test(before?.lower ?? '') || /^(?:\.|\(|=|:=)$/.test(next?.text ?? '')
    if (
      /^(?:select|delete)$/.test(first?.lower ?? '') &&
      !hasFrom &&
      !isName &&
      next?.isWord === true &&
      token.isWord &&
      isOneSlipFrom(token.lower, 'from')
    )
      problems.push(typo(token, 'from'))
    if (token.text === ',' && (next === undefined || AFTER_COMMA.has(next.lower)))
      problems.push({
        offset: token.offset,
        message: `There is a comma before ${next ? next.text.toUpperCase() : 'the end'}`,
        hint: 'Delete it: only some engines read over it.',
        isDoubtful: next !== undefined,
      })
    if (token.text === ',' && next?.text === ',')
      problems.push({
        offset: token.offset,
        message: 'Two commas follow each other',
        hint: 'Delete one, or write what is missing between them.',
      })
    if (next?.lower === 'by' && token.isWord && !BEFORE_BY.has(token.lower)) {
      const meant = ['group', 'order', 'partition'].find((word) => isOneSlipFrom(token.lower, word))
      if (meant !== undefined) problems.push(typo(token, meant))
    }
    if (token.isWord && !isName && /^[A-Z]{4,}$/.test(token.text) && !CLAUSES.includes(token.lower)) {
      const meant = CLAUSES.find((clause) => isOneSlipFrom(token.lower, clause))
      if (meant !== undefined && !NO_SLIPS.has(token.lower)) problems.push(typo(token, meant))
    }
    if (DOUBLE.has(token.lower) && next?.lower === token.lower)
      problems.push({
        offset: token.offset,
        message: `${token.text} is there twice`,
        hint: 'Delete one of the two.',
      })
    if (
      (token.lower === 'where' || token.lower === 'having') &&
      next &&
      ['and', 'or', 'group', 'order', 'limit', ')'].includes(next.lower)
    )
      problems.push({
        offset: token.offset,
        message: `No condition follows ${token.text}`,
        hint: 'Write the condition, or delete the word.',
      })
  }
  if (
    last &&
    ((OPEN_ENDS.has(last.lower) &&
      QUERIES.has(first?.lower ?? '') &&
      // INSERT INTO t DEFAULT VALUES
      statement.at(-2)?.lower !== 'default') ||
      /^(?:=|<>|!=|<|>|<=|>=|\+|-|\|\|)$/.test(last.text)) &&
    statement.length > 1
  )
    problems.push({
      offset: last.offset,
      message: `The statement ends after ${last.text}`,
      hint: 'Write what is missing.',
    })
  return problems
}

const JOINED = new Set(['union', 'all', 'except', 'intersect', 'minus', 'distinct', 'name'])

/** `SELECT 1` and on the next line `SELECT 2`: no clause goes on with SELECT outside of brackets. */
function secondQuery(statement: readonly Token[]): CodeProblem[] {
  if (statement[0]?.lower !== 'select') return []
  let depth = 0
  for (const [index, { text, lower, offset }] of statement.entries()) {
    if (text === '(') depth++
    if (text === ')') depth--
    const before = statement[index - 1]
    if (index === 0 || depth !== 0 || lower !== 'select' || !before) continue
    if (JOINED.has(before.lower) || before.text === '.' || before.lower === 'as' || before.lower === 'select')
      continue
    return [
      {
        offset,
        message: 'A second query begins here, and the first one has no end',
        hint: 'Write ; behind the first one.',
        isDoubtful: true,
      },
    ]
  }
  return []
}

const DOUBLE = new Set('select from where and or by join on group order limit having distinct as'.split(' '))
/** Words of SQL that are one letter away from another. */
const NO_SLIPS = new Set([
  'form',
  'forms',
  'value',
  'groups',
  'orders',
  'limits',
  'inserts',
  'updates',
  'deletes',
  'inserted',
  'updated',
  'deleted',
  'there',
  'here',
  'select_',
  'elect',
  'zorder',
  'later',
  'after',
  'width',
  'valued',
  'updater',
  'deleter',
  'groupe',
  'created',
  'merged',
  'merges',
  'crop',
  'emerge',
])

function typo(token: Token, meant: string): CodeProblem {
  return {
    offset: token.offset,
    message: `${token.text} is no word of SQL`,
    hint: `Did you mean "${meant.toUpperCase()}"?`,
  }
}
