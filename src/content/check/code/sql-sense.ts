import type { CodeProblem } from './problem.ts'
import type { Token } from './sql-tokens.ts'

/** Nobody sets or names more columns: each is compared with all before it. */
const MAX_LIST = 400

type Look = (tokens: readonly Token[], at: number) => CodeProblem | undefined

/** What a statement says, and nobody means: an engine stops there, or answers something else without a word. */
export function senseProblems(statement: readonly Token[]): CodeProblem[] {
  for (const at of statement.keys())
    for (const look of LOOKS) {
      const problem = look(statement, at)
      if (problem) return [problem]
    }
  return aggregateInWhere(statement)
}

const COMPARES = new Set(['=', '<>', '!=', '<', '>', '<=', '>='])
const isText = (token: Token | undefined) => token?.text.startsWith("'") === true
const isNumber = (token: Token | undefined) => /^\d+$/.test(token?.text ?? '')
const touches = (a: Token, b: Token | undefined) => b !== undefined && a.offset + a.text.length === b.offset

/** `day = 2026-11-26` is 1989. */
const dates: Look = (tokens, at) => {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !(COMPARES.has(before?.text ?? '') || /^(?:between|and)$/.test(before?.lower ?? '')))
    return undefined
  const parts = tokens.slice(at, at + 5)
  const written = parts.map(({ text }) => text).join('')
  const isTogether = parts.slice(0, -1).every((part, index) => touches(part, parts[index + 1]))
  if (isTogether && /^(?:19|20)\d\d-\d\d-\d\d$/.test(written))
    return {
      offset: token.offset,
      message: `${written} in no quotes is a subtraction`,
      hint: `Write DATE '${written}'.`,
    }
  if (/^'\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d'$/.test(token.text))
    return {
      offset: token.offset,
      message: `${token.text} is a date that engines read in different ways, or not at all`,
      hint: "Write DATE 'YYYY-MM-DD'.",
      isDoubtful: true,
    }
  if (/^'\d{4}-\d\d-\d\d[ T](?:2[5-9]|[3-9]\d|\d\d:[6-9]\d)/.test(token.text))
    return {
      offset: token.offset,
      message: `There is no time ${token.text}`,
      hint: 'Correct the hour or the minute.',
    }
  return undefined
}

/** Where brackets belong, and are not. */
const brackets: Look = (tokens, at) => {
  const [token, next, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (!token?.isWord || !next || tokens[at - 1]?.text === '.') return undefined
  if (token.lower === 'in' && isText(next) && second?.text !== '||' && !isOfPosition(tokens, at))
    return { offset: next.offset, message: 'IN takes a list in brackets', hint: `Write IN (${next.text}).` }
  if (token.lower === 'using' && next.isWord && isOfJoin(tokens, at) && second?.text !== '(')
    return {
      offset: next.offset,
      message: 'USING takes its columns in brackets',
      hint: `Write USING (${next.text}).`,
    }
  if (
    token.lower === 'with' &&
    at === 0 &&
    second?.lower === 'as' &&
    /^(?:select|with)$/.test(third?.lower ?? '')
  )
    return {
      offset: third?.offset ?? 0,
      message: 'A query of WITH is in brackets',
      hint: `Write ${next.text} AS (…).`,
    }
  if (token.lower === 'count' && next.text === '(' && second?.lower === 'distinct' && third?.text === ')')
    return {
      offset: third.offset,
      message: 'DISTINCT of nothing is counted',
      hint: 'Name a column behind DISTINCT.',
    }
  return undefined
}

/** `POSITION(a IN 'b')`. */
function isOfPosition(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => lower === 'position')
}

function isOfJoin(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => lower === 'join')
}

/** `ON a.id = a.id` holds for every row. */
const itself: Look = (tokens, at) => {
  if (tokens[at]?.text !== '=') return undefined
  const [left, right] = [tokens.slice(at - 3, at), tokens.slice(at + 1, at + 4)]
  const isColumn = (part: readonly Token[]) =>
    part.length === 3 && part[0]?.isWord === true && part[1]?.text === '.' && part[2]?.isWord === true
  if (!isColumn(left) || !isColumn(right) || tokens[at + 4]?.text === '.') return undefined
  const [a, b] = [left, right].map((part) => part.map(({ lower }) => lower).join(''))
  return a === b
    ? {
        offset: left[0]?.offset ?? 0,
        message: `${left.map(({ text }) => text).join('')} is compared with itself`,
        hint: 'Name the column of the other table.',
        isDoubtful: true,
      }
    : undefined
}

/** `SET a = 0 AND b = 0` writes a truth value into a. */
const assignments: Look = (tokens, at) => {
  if (tokens[0]?.lower !== 'update' || tokens[at]?.lower !== 'and' || at > MAX_LIST) return undefined
  const before = tokens.slice(0, at)
  if (before.some(({ lower }) => lower === 'where') || !before.some(({ lower }) => lower === 'set'))
    return undefined
  const [sign, value] = [tokens[at - 2], tokens[at - 1]]
  const isAssigned = sign?.text === '=' && (isText(value) || isNumber(value) || value?.lower === 'null')
  return isAssigned && tokens[at + 1]?.isWord === true && tokens[at + 2]?.text === '='
    ? {
        offset: tokens[at]?.offset ?? 0,
        message: 'AND joins conditions, and no assignments',
        hint: 'Write a comma between the columns that are set.',
      }
    : undefined
}

/** `INSERT INTO t (a) (1)`. */
const rows: Look = (tokens, at) => {
  if (
    at > MAX_LIST ||
    tokens[0]?.lower !== 'insert' ||
    tokens[at]?.text !== ')' ||
    tokens[at + 1]?.text !== '('
  )
    return undefined
  const before = tokens.slice(0, at)
  const isOfColumns = before.filter(({ text }) => text === '(').length === 1 && before[1]?.lower === 'into'
  const [value] = [tokens[at + 2]]
  const isRow = isText(value) || isNumber(value) || /^(?:date|timestamp|null)$/.test(value?.lower ?? '')
  return isOfColumns && isRow
    ? {
        offset: tokens[at + 1]?.offset ?? 0,
        message: 'VALUES is missing before the row',
        hint: 'Write INSERT INTO t (columns) VALUES (values).',
      }
    : undefined
}

const LOOKS: readonly Look[] = [dates, brackets, itself, assignments, rows]

const AFTER_WHERE = new Set(
  'group order having limit union intersect except qualify window returning'.split(' '),
)

/** A sum in WHERE: rows are chosen before anything is added up. */
function aggregateInWhere(tokens: readonly Token[]): CodeProblem[] {
  let depth = 0
  let whereAt: number | undefined
  for (const [index, token] of tokens.entries()) {
    if (token.text === '(') depth += 1
    if (token.text === ')') depth -= 1
    if (depth === 0 && token.isWord && token.lower === 'where') whereAt = index
    // BigQuery and Databricks go on behind |> with another step.
    if (depth === 0 && (AFTER_WHERE.has(token.lower) || token.text === '|')) whereAt = undefined
    if (
      whereAt !== undefined &&
      depth === 0 &&
      token.isWord &&
      token.lower === 'over' &&
      tokens[index + 1]?.text === '('
    )
      return [
        {
          offset: token.offset,
          message: `${token.text} is not allowed in WHERE, which chooses rows before a window is opened`,
          hint: 'Write the condition around this query, or behind QUALIFY where the engine has it.',
        },
      ]
    if (
      whereAt !== undefined &&
      depth === 0 &&
      /^(?:sum|avg|count)$/.test(token.lower) &&
      tokens[index + 1]?.text === '(' &&
      tokens[index - 1]?.text !== '.'
    )
      return [
        {
          offset: token.offset,
          message: `${token.text} is not allowed in WHERE, which chooses rows before they are added up`,
          hint: 'Write the condition behind HAVING.',
        },
      ]
  }
  return []
}
