import { keptByText } from './kept-by-text.ts'
import { isPlainStatement, statementsOf } from './sql-statements.ts'
import { tokensOf, type Token } from './sql-tokens.ts'
import { valueUsesIn, type ValueUse } from './sql-values.ts'
import { AFTER_COLUMN, BEFORE_COLUMN, TAKES_COLUMNS, WORDS, isOfEngine } from './sql-words.ts'

/** A relation that a statement reads or writes. */
export interface Relation {
  name: Token
  /** What the statement calls it; its own name where it gives no other. */
  alias: string
  /** It is named with its schema, which may have another table of that name than the one described. */
  hasSchema: boolean
}

/** A column as a statement names it: with a relation before it, or alone. */
export interface ColumnUse {
  column: Token
  /** What stands before the dot, or the one table that the place belongs to; absent where the column stands alone. */
  of?: string
  /** The word before the dot, where no other is before that: of `a.b.c`, only an engine knows what each is. */
  owner?: Token
}

/** The names in one statement, apart from strings and comments. */
export interface SqlNames {
  relations: Relation[]
  columns: ColumnUse[]
  /** Texts that it holds against a column or writes into one. */
  values: ValueUse[]
  /** Tables and views that it creates, and names of its WITH clauses. */
  made: string[]
  /** Other names for columns, which it gives by itself. */
  given: string[]
  /** Of those, the ones without AS behind a name: `SELECT day clicks`, which a missing comma makes too. */
  besides: { name: Token; of: Token }[]
  /** It reads something whose columns only an engine knows: a file, a function, a template. */
  isOpaque: boolean
}

const ENDS_RELATION = new Set([...WORDS].filter((word) => word !== 'day' && word !== 'days'))
const FROM_IS_NO_CLAUSE = new Set(['extract', 'substring', 'trim', 'overlay', 'position'])
/** Before `into`, they write to a table that is there; SELECT … INTO makes one, or fills a variable. */
const WRITES = new Set(['insert', 'ignore', 'overwrite', 'replace', 'all', 'delayed', 'low_priority'])

const QUERY = new Set(['select', 'with', 'values', 'table', 'from'])

/** Functions in the place of a table whose columns are named beside them. */
const LISTS = new Set(['generate_series', 'unnest', 'range', 'values'])
/** Tables about the engine itself, which nobody describes. */
const OF_ENGINE =
  /^(?:dual|sys|system|information_schema|performance_schema|account_usage|mysql|(?:pg|stl|stv|svv|svl|dba|all|user|sqlite|duckdb|v|gv)[_$].*)$/

/** Before a name, they make it a variable of the client or of a template. */
const VARIABLE = new Set(['$', ':', '@', '{', '%', '#', '&', '?'])

const MAX_KEPT = 4_000_000

/** The names in a block of SQL, one entry for each statement that reads or writes rows. */
export const sqlNames: (code: string) => readonly SqlNames[] = keptByText(
  (code) => statementsOf(tokensOf(code).tokens).map(namesOf),
  MAX_KEPT,
)

function namesOf(tokens: readonly Token[]): SqlNames {
  const names: SqlNames = {
    relations: [],
    columns: [],
    values: [],
    made: [],
    given: [],
    besides: [],
    isOpaque: false,
  }
  const isName = (token: Token | undefined): token is Token =>
    token?.isWord === true && !WORDS.has(token.lower)
  const taken = new Set<Token>()
  const openers: string[] = []
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    if (token.text === '(') openers.push(before?.lower ?? '')
    if (token.text === ')') openers.pop()
    if (token.lower === 'table' || token.lower === 'view') {
      let at = index + 1
      while (/^(?:if|not|exists)$/.test(tokens[at]?.lower ?? '')) at += 1
      const made = tokens[at]
      const isThere = before !== undefined && opensRelation(before, tokens[index - 2], '')
      if (made && before?.lower !== 'unnest' && !isThere) names.made.push(made.lower)
    }
    if (
      token.isWord &&
      after?.lower === 'as' &&
      /^(?:\(|not|materialized)$/.test(tokens[index + 2]?.lower ?? '')
    )
      names.made.push(token.lower)
    if (opensRelation(token, before, openers.at(-1) ?? '')) readRelations(tokens, index + 1, names, taken)
    if (token.lower === 'as' && after) {
      names.given.push(unquoted(after))
      if (after.isWord) taken.add(after)
    }
    // Engines call the column of a function after it: SELECT count(*) … ORDER BY count.
    if (isName(token) && after?.text === '(') names.given.push(token.lower)
    if (isName(token) && after?.text !== '.' && endsExpression(before) && closesItem(after)) {
      names.given.push(token.lower)
      taken.add(token)
      if (before?.isWord === true) names.besides.push({ name: token, of: before })
    }
    // What a bracket with a query in it is called, is none of the tables described.
    if (token.text === ')') names.made.push(...calledAfter(tokens, index))
    // The engine names the columns of a list of rows.
    if (token.lower === 'values' && before?.text === '(') names.isOpaque = true
  }
  listedNames(tokens, names, taken)
  // Names of columns that a definition gives or changes.
  if (/^(?:create|alter)$/.test(tokens[0]?.lower ?? ''))
    names.given.push(...tokens.filter(isName).map(({ lower }) => lower))
  if (names.isOpaque || !isPlainStatement(tokens))
    return { ...names, relations: [], columns: [], isOpaque: true }
  names.columns = names.columns.filter(({ column }) => !isOfEngine(column.lower))
  addColumns(tokens, names, taken, isName)
  names.values = valueUsesIn(tokens, names.columns)
  return names
}

/** Columns in the places where nothing else can be: other words may be part of a dialect. */
function addColumns(
  tokens: readonly Token[],
  names: SqlNames,
  taken: ReadonlySet<Token>,
  isName: (token: Token | undefined) => boolean,
): void {
  const isUpdate = tokens[0]?.lower === 'update'
  const brackets: boolean[] = []
  for (const [index, column] of tokens.entries()) {
    const [dot, owner, after] = [tokens[index - 1], tokens[index - 2], tokens[index + 1]]
    if (column.text === '(')
      brackets.push(/^(?:select|with|from)$/.test(after?.lower ?? '') || takesColumns(dot))
    if (column.text === ')') brackets.pop()
    if (taken.has(column) || !column.isWord || /^[.([]$/.test(after?.text ?? '')) continue
    if (isOfEngine(column.lower) || VARIABLE.has(dot?.text ?? '')) continue
    if (dot?.text === '.') {
      if (owner?.isWord === true)
        names.columns.push({
          column,
          of: owner.lower,
          ...(tokens[index - 3]?.text !== '.' && { owner }),
        })
      continue
    }
    if (!isName(column) || !BEFORE_COLUMN.has(dot?.lower ?? '')) continue
    if (after !== undefined && !AFTER_COLUMN.has(after.lower)) continue
    const isListed = dot?.text === '(' || dot?.text === ','
    if (isListed && brackets.at(-1) === false) continue
    // SELECT total = amount, an option with its value: a name that is new here.
    if (!isUpdate && after?.text === '=' && /^(?:select|,)$/.test(dot?.lower ?? ''))
      names.given.push(column.lower)
    else names.columns.push({ column })
  }
}

function takesColumns(before: Token | undefined): boolean {
  return before === undefined || TAKES_COLUMNS.has(before.lower) || /^[^\w\])]+$/.test(before.text)
}

function unquoted({ lower }: Token): string {
  return lower.replace(/^["'`]|["'`]$/g, '')
}

/** `) name` and `) AS name`. */
function calledAfter(tokens: readonly Token[], index: number): string[] {
  const next = tokens[index + 1]
  const name = next?.lower === 'as' ? tokens[index + 2] : next
  return name?.isWord === true && !ENDS_RELATION.has(name.lower) ? [name.lower] : []
}

function opensRelation(token: Token, before: Token | undefined, opener: string): boolean {
  if (token.lower === 'from') return before?.lower !== 'distinct' && !FROM_IS_NO_CLAUSE.has(opener)
  if (token.lower === 'update') return before === undefined || before.text === ')'
  if (token.lower === 'into') return WRITES.has(before?.lower ?? '')
  return token.lower === 'join'
}

/** Reads relations from a place on, each further one behind a comma: thousands of them are no depth of calls. */
function readRelations(tokens: readonly Token[], start: number, names: SqlNames, taken: Set<Token>): void {
  const isInto = tokens[start - 1]?.lower === 'into'
  let at: number | undefined = start
  do {
    at = readRelation(tokens, at, names, taken, isInto)
  } while (at !== undefined)
}

/**
 * Reads `table`, `schema.table`, `table alias`, `table AS alias`.
 *
 * @returns where the next one begins, if a comma says that there is one
 */
function readRelation(
  tokens: readonly Token[],
  start: number,
  names: SqlNames,
  taken: Set<Token>,
  isInto: boolean,
): number | undefined {
  let at = start
  while (tokens[at]?.lower === 'only' || tokens[at]?.lower === 'lateral') at += 1
  // INSERT INTO TABLE orders, as Hive and Spark write it.
  if (isInto && tokens[at]?.lower === 'table' && tokens[at + 1]?.text !== '(') at += 1
  const [first] = [tokens[at]]
  let name = first
  while (tokens[at + 1]?.text === '.' && (tokens[at + 2]?.isWord === true || tokens[at + 2]?.text === '.')) {
    if (name) taken.add(name)
    at += tokens[at + 2]?.text === '.' ? 3 : 2
    name = tokens[at]
  }
  const hasSchema = name !== first
  if ([first, name].some((part) => OF_ENGINE.test(part?.lower ?? ''))) names.isOpaque = true
  const isOfRow = hasSchema && names.relations.some(({ alias }) => alias === first?.lower)
  // FROM (orders o JOIN …): what is in the bracket has names too.
  if (name?.text === '(' && tokens[at + 1]?.isWord === true && !QUERY.has(tokens[at + 1]?.lower ?? ''))
    names.isOpaque = true
  // FROM a, FROM b, …: what was read as a relation already is not read again from each place.
  if (name && taken.has(name)) return undefined
  if (name?.isWord !== true || isOfRow || (tokens[at + 1]?.text === '(' && !isInto)) {
    names.isOpaque ||= isOfRow || (name !== undefined && name.text !== '(' && !LISTS.has(name.lower))
    return undefined
  }
  taken.add(name)
  const next = tokens[tokens[at + 1]?.lower === 'as' ? at + 2 : at + 1]
  const alias = next?.isWord === true && !ENDS_RELATION.has(next.lower) ? next : undefined
  if (alias) taken.add(alias)
  names.relations.push({ name, alias: (alias ?? name).lower, hasSchema })
  const comma = at + (alias === undefined ? 1 : tokens[at + 1]?.lower === 'as' ? 3 : 2)
  return tokens[comma]?.text === ',' && !isInto ? comma + 1 : undefined
}

/** Columns in the brackets of `INSERT INTO t (…)`, which are the table's, and of `… AS name (…)`, which are new. */
function listedNames(tokens: readonly Token[], names: SqlNames, taken: Set<Token>): void {
  for (const [index, token] of tokens.entries()) {
    if (token.text !== '(') continue
    // Only as far as it is a list: what nothing closes would be read once for each bracket.
    let end = index + 1
    while ((end - index) % 2 === 1 ? tokens[end]?.isWord === true : tokens[end]?.text === ',') end += 1
    if (tokens[end]?.text !== ')') continue
    const listed = tokens.slice(index + 1, end)
    const owner = tokens[index - 1]
    const before = tokens[tokens[index - 2]?.lower === 'table' ? index - 3 : index - 2]
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

/** Words with which an expression can end. */
const LAST_WORDS = new Set(
  'end null true false unknown current_date current_time current_timestamp localtime localtimestamp sysdate day days hour hours minute minutes second seconds week weeks month months year years row'.split(
    ' ',
  ),
)

/** Whether a new name may follow: behind a bracket, a number, a text or another name. */
function endsExpression(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.isWord) return !WORDS.has(token.lower) || LAST_WORDS.has(token.lower)
  return /^[)\]}]$/.test(token.text) || /^[\d'"`<]\w|^'|['"`}>]$/.test(token.text) || /^\d/.test(token.text)
}

function closesItem(token: Token | undefined): boolean {
  return token === undefined || [',', ')', 'from', 'union', 'where', 'order', 'limit'].includes(token.lower)
}
