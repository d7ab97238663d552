import type { CodeProblem } from './problem.ts'
import { isPlainStatement } from './sql-statements.ts'
import type { Token } from './sql-tokens.ts'
import { WORDS } from './sql-words.ts'

/** What a join is called; these need no condition. */
const WITHOUT_CONDITION = new Set(['cross', 'natural', 'positional', 'paste', 'array'])
const BEFORE_JOIN = new Set([
  ...WITHOUT_CONDITION,
  ...'inner left right full outer semi anti asof any all global hash merge loop remote broadcast'.split(' '),
])
const ENDS_FROM = new Set(
  'where group order having limit qualify window fetch offset union except intersect minus for'.split(' '),
)
const SET_OPERATORS = new Set(['union', 'except', 'intersect', 'minus', 'select'])
/** What may follow a table and its other name in one engine or another, besides the words of SQL. */
const FOLLOWS = new Set(
  'semi anti asof positional paste global final sample settings format prewhere option force ignore use straight_join cluster distribute sort version timestamp system_time connect start model apply nolock skip parallel watermark emit optimize readonly go'.split(
    ' ',
  ),
)
const NO_CLAUSE = new Set(['extract', 'substring', 'trim', 'overlay', 'position', 'distinct'])

/** One query: the whole statement, or what is in brackets. */
interface Query {
  /** What stood before its bracket. */
  opener: string
  isInFrom: boolean
  joins: { token: Token; isOpen: boolean }[]
  conditions: number
  commas: Token[]
  /** Whether all that it reads are tables by their names: what a function or a query gives may be one row. */
  isOfTables: boolean
  hasWhere: boolean
}

const query = (opener: string): Query => ({
  opener,
  isInFrom: false,
  joins: [],
  conditions: 0,
  commas: [],
  isOfTables: true,
  hasWhere: false,
})

/** A join without its condition, two tables without one, and a name too many, in the FROM of a query. */
export function sourceProblem(statement: readonly Token[]): CodeProblem | undefined {
  if (!isPlainStatement(statement)) return undefined
  const named = new Set(
    statement
      .filter((_, at) => isOf(statement, at + 1, 'as') && isOf(statement, at + 2, '('))
      .map(({ lower }) => lower),
  )
  const open: Query[] = [query('')]
  for (const [at, token] of statement.entries()) {
    const current = open.at(-1)
    if (!current) return undefined
    const before = statement[at - 1]
    if (token.text === '(') open.push(query(before?.lower ?? ''))
    else if (token.text === ')') {
      const problem = problemOf(current)
      if (problem) return problem
      if (open.length > 1) open.pop()
    } else if (token.text === ',' && current.isInFrom) {
      current.commas.push(token)
      const problem = readSource(statement, at + 1, current, named)
      if (problem) return problem
    } else if (token.isWord && before?.text !== '.') {
      if (SET_OPERATORS.has(token.lower)) {
        const problem = problemOf(current)
        if (problem) return problem
        open[open.length - 1] = query(current.opener)
      } else if (token.lower === 'from' && !NO_CLAUSE.has(current.opener) && before?.lower !== 'distinct') {
        current.isInFrom = true
        const problem = readSource(statement, at + 1, current, named)
        if (problem) return problem
      } else if (token.lower === 'join' && current.isInFrom) {
        const joined = isFunction(statement, at + 1)
        current.joins.push({ token, isOpen: !joined && !isConditionless(statement, at) })
        const problem = readSource(statement, at + 1, current, named)
        if (problem) return problem
      } else if ((token.lower === 'on' || token.lower === 'using') && current.isInFrom) {
        current.conditions += 1
        const last = current.joins.at(-1)
        if (last) last.isOpen = false
      } else if (ENDS_FROM.has(token.lower)) {
        current.isInFrom = false
        current.hasWhere ||= token.lower === 'where'
      }
    }
  }
  const [whole] = open
  return open.length === 1 && whole ? problemOf(whole) : undefined
}

function isOf(statement: readonly Token[], at: number, lower: string): boolean {
  return statement[at]?.lower === lower
}

function isFunction(statement: readonly Token[], at: number): boolean {
  const first = statement[at]
  if (/^(?:lateral|table|unnest)$/.test(first?.lower ?? '')) return true
  return first?.isWord === true && statement[at + 1]?.text === '('
}

function isConditionless(statement: readonly Token[], at: number): boolean {
  for (let index = at - 1; BEFORE_JOIN.has(statement[index]?.lower ?? ''); index -= 1)
    if (WITHOUT_CONDITION.has(statement[index]?.lower ?? '')) return true
  return false
}

/** Reads `table`, `schema.table AS name`, and says what follows it and cannot be. */
function readSource(
  statement: readonly Token[],
  start: number,
  current: Query,
  named: ReadonlySet<string>,
): CodeProblem | undefined {
  let at = start
  const head = statement[at]
  while (statement[at + 1]?.text === '.' && statement[at + 2]?.isWord === true) at += 2
  const name = statement[at]
  const isTable = name?.isWord === true && !WORDS.has(name.lower) && statement[at + 1]?.text !== '('
  // A name with a dot may be a column of the table before it, whose values are rows.
  if (!isTable || named.has(name.lower) || (head !== name && current.commas.length > 0))
    current.isOfTables = false
  if (!isTable) return undefined
  const hasAs = isOf(statement, at + 1, 'as')
  const [alias, next] = hasAs
    ? [statement[at + 2], statement[at + 3]]
    : [statement[at + 1], statement[at + 2]]
  const isName = (token: Token | undefined) =>
    token?.isWord === true && !WORDS.has(token.lower) && !FOLLOWS.has(token.lower)
  if (!alias || !next || !isName(alias) || !isName(next)) return undefined
  return {
    offset: next.offset,
    message: `"${next.text}" follows the table ${name.text} and its other name "${alias.text}"`,
    hint: 'Write a comma or JOIN between two tables, or the word that is missing before it.',
  }
}

function problemOf({ joins, conditions, commas, isOfTables, hasWhere }: Query): CodeProblem | undefined {
  const wanted = joins.filter(({ token }, at) => joins[at]?.isOpen === true && token.isWord)
  const [first] = wanted
  // a JOIN b JOIN c ON … ON …: the conditions may come together.
  const isNested = conditions >= joins.length
  if (first && !isNested)
    return {
      offset: first.token.offset,
      message: `The ${first.token.text} has no condition`,
      hint: 'Write ON with the columns that belong together; CROSS JOIN where every row belongs to every row.',
      isDoubtful: true,
    }
  const [comma] = commas
  if (comma && isOfTables && !hasWhere && conditions === 0)
    return {
      offset: comma.offset,
      message: 'Two tables are read together, and no condition says which rows belong together',
      hint: 'Write JOIN … ON …; CROSS JOIN where every row belongs to every row.',
      isDoubtful: true,
    }
  return undefined
}
