import { tokensOf, type Token } from './sql-tokens.ts'

/** A relation that a statement reads or writes. */
export interface Relation {
  name: Token
  /** What the statement calls it; its own name where it gives no other. */
  alias: string
}

/** A column as a statement names it: with a relation before it, or alone. */
export interface ColumnUse {
  column: Token
  /** What stands before the dot, or the one table that the place belongs to; absent where the column stands alone. */
  of?: string
}

/** The names in one statement, apart from strings and comments. */
export interface SqlNames {
  relations: Relation[]
  columns: ColumnUse[]
  /** Tables and views that it creates, and names of its WITH clauses. */
  made: string[]
  /** Other names for columns, which it gives by itself. */
  given: string[]
  /** It reads something whose columns only an engine knows: a file, a function, a template. */
  isOpaque: boolean
}

/** What is a word of SQL rather than a name, where somebody writes SQL in small letters. */
const WORDS = new Set(
  'all action add analyze and any as asc at begin between bigint boolean both by case cascade cast char check copy coalesce collate column commit conflict constraint create cross cube current current_date current_time current_timestamp date day days dec decimal default delete desc distinct do double drop else end epoch escape except excluded exists explain extract false fetch filter first float following for foreign from full function grant group grouping having hour hours if ilike in inner insert int integer intersect interval into is isfinite join key last lateral leading left like limit localtime localtimestamp lower matched materialized merge microsecond millisecond minute minutes month months natural next no not nothing null nulls numeric of offset on only or order ordinality outer over overlaps overwrite partition partitions plan preceding precision primary qualify quarter range real recursive references restrict replace returning right rlike rollback rollup row rows sample savepoint second seconds select set sets similar smallint some start symmetric table tables tablesample temp temporary text then ties time timestamp timestamptz to trailing transaction trim true truncate unbounded union unique unknown unnest update using values varchar view week weeks when where window with within without year years zone'.split(
    ' ',
  ),
)
const ENDS_RELATION = new Set([...WORDS].filter((word) => word !== 'day' && word !== 'days'))
const FROM_IS_NO_CLAUSE = new Set(['extract', 'substring', 'trim', 'overlay', 'position'])

/** Functions in the place of a table whose columns are named beside them. */
const LISTS = new Set(['generate_series', 'unnest', 'range', 'values'])
/** Before a name, they make it a variable of the client or of a template. */
const VARIABLE = new Set(['$', ':', '@', '{', '%', '#'])

/** The names in a block of SQL, one entry for each statement that reads or writes rows. */
export function sqlNames(code: string): SqlNames[] {
  const statements: Token[][] = [[]]
  for (const token of tokensOf(code).tokens) {
    if (token.text === ';') statements.push([])
    else statements.at(-1)?.push(token)
  }
  return statements.filter((tokens) => tokens.length > 0).map(namesOf)
}

function namesOf(tokens: readonly Token[]): SqlNames {
  const names: SqlNames = { relations: [], columns: [], made: [], given: [], isOpaque: false }
  const isName = (token: Token | undefined): token is Token =>
    token?.isWord === true && !WORDS.has(token.lower)
  const taken = new Set<Token>()
  const openers: string[] = []
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    if (token.text === '(') openers.push(before?.lower ?? '')
    if (token.text === ')') openers.pop()
    if (token.lower === 'table' || token.lower === 'view') {
      const made = tokens.slice(index + 1).find(({ lower }) => !['if', 'not', 'exists'].includes(lower))
      if (made && before?.lower !== 'unnest') names.made.push(made.lower)
    }
    if (token.isWord && after?.lower === 'as' && /^(?:\(|materialized)$/.test(tokens[index + 2]?.lower ?? ''))
      names.made.push(token.lower)
    if (opensRelation(token, before, openers.at(-1) ?? '')) readRelation(tokens, index + 1, names, taken)
    if (token.lower === 'as' && after?.isWord === true) {
      names.given.push(after.lower)
      taken.add(after)
    }
    if (isName(token) && after?.text !== '.' && endsExpression(before) && closesItem(after)) {
      names.given.push(token.lower)
      taken.add(token)
    }
  }
  listedNames(tokens, names, taken)
  for (const [index, column] of tokens.entries()) {
    const [dot, owner, after] = [tokens[index - 1], tokens[index - 2], tokens[index + 1]]
    if (taken.has(column) || !column.isWord || after?.text === '(' || after?.text === '.') continue
    if (VARIABLE.has(dot?.text ?? '')) continue
    if (dot?.text === '.' && owner?.isWord === true) names.columns.push({ column, of: owner.lower })
    else if (dot?.text !== '.' && isName(column)) names.columns.push({ column })
  }
  return names
}

function opensRelation(token: Token, before: Token | undefined, opener: string): boolean {
  if (token.lower === 'from') return before?.lower !== 'distinct' && !FROM_IS_NO_CLAUSE.has(opener)
  if (token.lower === 'update') return before === undefined || before.text === ')'
  return token.lower === 'join' || token.lower === 'into'
}

/** Reads `table`, `schema.table`, `table alias`, `table AS alias`, each with further ones behind commas. */
function readRelation(tokens: readonly Token[], start: number, names: SqlNames, taken: Set<Token>): void {
  let at = start
  while (tokens[at]?.lower === 'only' || tokens[at]?.lower === 'lateral') at += 1
  let name = tokens[at]
  while (tokens[at + 1]?.text === '.' && tokens[at + 2]?.isWord === true) {
    if (name) taken.add(name)
    at += 2
    name = tokens[at]
  }
  const isInto = tokens[start - 1]?.lower === 'into'
  if (name?.isWord !== true || (tokens[at + 1]?.text === '(' && !isInto)) {
    names.isOpaque ||= name !== undefined && name.text !== '(' && !LISTS.has(name.lower)
    return
  }
  taken.add(name)
  const next = tokens[tokens[at + 1]?.lower === 'as' ? at + 2 : at + 1]
  const alias = next?.isWord === true && !ENDS_RELATION.has(next.lower) ? next : undefined
  if (alias) taken.add(alias)
  names.relations.push({ name, alias: (alias ?? name).lower })
  const comma = at + (alias === undefined ? 1 : tokens[at + 1]?.lower === 'as' ? 3 : 2)
  if (tokens[comma]?.text === ',' && tokens[start - 1]?.lower !== 'into')
    readRelation(tokens, comma + 1, names, taken)
}

/** Columns in the brackets of `INSERT INTO t (…)`, which are the table's, and of `… AS name (…)`, which are new. */
function listedNames(tokens: readonly Token[], names: SqlNames, taken: Set<Token>): void {
  for (const [index, token] of tokens.entries()) {
    if (token.text !== '(') continue
    const end = tokens.findIndex((each, at) => at > index && each.text === ')')
    const listed = tokens.slice(index + 1, end)
    if (!listed.every((each, at) => (at % 2 === 0 ? each.isWord : each.text === ','))) continue
    const [owner, before] = [tokens[index - 1], tokens[index - 2]]
    const items = listed.filter(({ isWord }) => isWord)
    if (before?.lower === 'into' && owner) {
      for (const column of items) {
        names.columns.push({ column, of: owner.lower })
        taken.add(column)
      }
    } else if (before?.lower === 'as' || before?.text === ')' || tokens[end + 1]?.lower === 'as') {
      if (tokens[end + 1]?.lower === 'as' && owner) names.made.push(owner.lower)
      for (const item of items) {
        names.given.push(item.lower)
        taken.add(item)
      }
    }
  }
}

/** Whether a new name may follow: behind a bracket, a number, a text or another name. */
function endsExpression(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.isWord) return !WORDS.has(token.lower) || token.lower === 'end'
  return token.text === ')' || /^[\d'"]/.test(token.text)
}

function closesItem(token: Token | undefined): boolean {
  return token === undefined || [',', ')', 'from', 'union', 'where', 'order', 'limit'].includes(token.lower)
}
