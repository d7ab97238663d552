import type { CodeProblem } from './problem.ts'
import { isPlainStatement } from './sql-statements.ts'
import type { Token } from './sql-tokens.ts'
import { WORDS, isOfEngine } from './sql-words.ts'

const AGGREGATES = new Set(['count', 'sum', 'avg', 'min', 'max'])
const SET_OPERATORS = new Set(['union', 'except', 'intersect', 'minus'])
/** Before the bracket of a query that stands by itself: a query in a condition may name columns of the one around it. */
const BEFORE_QUERY = new Set(['as', 'materialized', 'from', 'join'])
/** Engines that group by themselves where one of these is in a query. */
const GROUPS_ITSELF = /^(?:group|over|pivot|qualify|window|sample|fill)$/

/** A column beside what adds rows up, in a query without GROUP BY: most engines refuse it, others take the value of any row. */
export function groupProblem(statement: readonly Token[]): CodeProblem | undefined {
  if (!isPlainStatement(statement)) return undefined
  for (const [at, token] of statement.entries()) {
    if (token.lower !== 'select' || !standsAlone(statement, at)) continue
    const { items, from } = listOf(statement, at + 1)
    if (from === undefined || !items.some(isAggregate)) continue
    const column = items.find(isColumn)?.at(0)
    if (column !== undefined && !isGrouped(statement, from))
      return {
        offset: column.offset,
        message: `${column.text} is beside what adds rows up, and no GROUP BY says for which`,
        hint: 'Write GROUP BY behind the conditions, with every column that is not added up.',
        isDoubtful: true,
      }
  }
  return undefined
}

function standsAlone(statement: readonly Token[], at: number): boolean {
  const [before, second] = [statement[at - 1], statement[at - 2]]
  return before?.text !== '(' || BEFORE_QUERY.has(second?.lower ?? '')
}

/** What a query selects, without the names given to it, and the place of its FROM. */
function listOf(statement: readonly Token[], start: number): { items: Token[][]; from?: number } {
  const items: Token[][] = [[]]
  let depth = 0
  for (let at = start; at < statement.length; at++) {
    const token = statement[at]
    if (!token || depth < 0 || (at === start && token.lower === 'top')) break
    if (depth === 0 && token.isWord && token.lower === 'from' && statement[at - 1]?.text !== '.')
      return { items: items.map(withoutName), from: at }
    if (token.text === '(') depth += 1
    if (token.text === ')') depth -= 1
    if (token.text === ',' && depth === 0) items.push([])
    else if (!(at === start && /^(?:distinct|all)$/.test(token.lower))) items.at(-1)?.push(token)
  }
  return { items: [] }
}

function withoutName(item: Token[]): Token[] {
  return item.at(-2)?.lower === 'as' ? item.slice(0, -2) : item
}

function isAggregate(item: readonly Token[]): boolean {
  let depth = 0
  const end = item.findIndex(({ text }) => {
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    return text === ')' && depth === 0
  })
  return AGGREGATES.has(item[0]?.lower ?? '') && item[1]?.text === '(' && end === item.length - 1
}

function isColumn(item: readonly Token[]): boolean {
  const isName = (token: Token | undefined) =>
    token?.isWord === true && !WORDS.has(token.lower) && !isOfEngine(token.lower)
  return (
    (item.length === 1 && isName(item[0])) ||
    (item.length === 3 && item[1]?.text === '.' && isName(item[0]) && isName(item[2]))
  )
}

/** Whether what follows the FROM of a query, as far as it goes, groups its rows. */
function isGrouped(statement: readonly Token[], from: number): boolean {
  let depth = 0
  for (const { text, lower, isWord } of statement.slice(from)) {
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    if (depth < 0 || (depth === 0 && SET_OPERATORS.has(lower))) return false
    if (depth === 0 && isWord && GROUPS_ITSELF.test(lower)) return true
  }
  return false
}
