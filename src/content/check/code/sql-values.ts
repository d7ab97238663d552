import type { ColumnUse } from './sql-names.ts'
import type { Token } from './sql-tokens.ts'

/** A text that a statement compares with a column, or writes into it. */
export interface ValueUse {
  use: ColumnUse
  /** The text with its quotes, as it stands in the statement. */
  token: Token
  /** What is between the quotes. */
  value: string
}

const EQUALS = new Set(['=', '<>', '!=', '=='])
/** Without a quote inside, and without a place that a shell, a template or a pattern fills in. */
const PLAIN_TEXT = /^'([^'$<{%*:?@\\]*)'$/

/**
 * The texts that a statement holds against a column: `a = 'x'`, `'x' <> a`, `a IN ('x', 'y')`, `CASE a WHEN 'x'`, `SET a = 'x'`
 * and `INSERT INTO t (a) VALUES ('x')`.
 *
 * @param tokens of one statement
 * @param columns its columns, by tokens of the same statement
 */
export function valueUsesIn(tokens: readonly Token[], columns: readonly ColumnUse[]): ValueUse[] {
  const uses = new Map(columns.map((use) => [use.column, use]))
  const found: ValueUse[] = []
  const add = (use: ColumnUse, token: Token | undefined) => {
    const value = PLAIN_TEXT.exec(token?.text ?? '')?.[1]
    if (token && value !== undefined) found.push({ use, token, value })
  }
  for (const [index, token] of tokens.entries()) {
    const use = uses.get(token)
    if (!use) continue
    const next = tokens[index + 1]
    if (EQUALS.has(next?.text ?? '') && endsValue(tokens[index + 3])) add(use, tokens[index + 2])
    const start = use.owner === undefined ? index : index - 2
    const sign = tokens[start - 1]
    if (EQUALS.has(sign?.text ?? '') && beginsValue(tokens[start - 3])) add(use, tokens[start - 2])
    const list = next?.lower === 'not' ? index + 2 : index + 1
    if (tokens[list]?.lower === 'in' && tokens[list + 1]?.text === '(')
      for (const item of itemsFrom(tokens, list + 2)) add(use, item)
    if (next?.lower === 'when' && tokens[start - 1]?.lower === 'case')
      for (const item of choicesFrom(tokens, index + 1)) add(use, item)
  }
  return [...found, ...insertedValues(tokens, uses)]
}

/** `'a' || b` and `'a'::text` are more than the text. */
function endsValue(after: Token | undefined): boolean {
  return after === undefined || after.isWord || [')', ',', ';'].includes(after.text)
}

function beginsValue(before: Token | undefined): boolean {
  return before === undefined || before.isWord || ['(', ','].includes(before.text)
}

/** The items of a list in brackets, as far as each is one token. */
function itemsFrom(tokens: readonly Token[], start: number): Token[] {
  const items: Token[] = []
  for (let at = start; tokens[at + 1] !== undefined; at += 2) {
    const [item, after] = [tokens[at], tokens[at + 1]]
    if (!item || (after?.text !== ',' && after?.text !== ')')) return []
    items.push(item)
    if (after.text === ')') return items
  }
  return []
}

/** The texts behind the WHEN of one CASE, as far as its answers are one token each. */
function choicesFrom(tokens: readonly Token[], start: number): Token[] {
  const choices: Token[] = []
  let at = start
  while (tokens[at]?.lower === 'when' && tokens[at + 2]?.lower === 'then') {
    const choice = tokens[at + 1]
    if (choice) choices.push(choice)
    at += 4
  }
  return choices
}

/** The values of `INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')`, each with its column. */
function insertedValues(tokens: readonly Token[], uses: ReadonlyMap<Token, ColumnUse>): ValueUse[] {
  const values = tokens.findIndex(({ lower }) => lower === 'values')
  if (values < 0 || tokens[values - 1]?.text !== ')' || tokens[0]?.lower !== 'insert') return []
  const open = tokens.slice(0, values).findLastIndex(({ text }) => text === '(')
  const columns = tokens.slice(open + 1, values - 1).filter(({ text }) => text !== ',')
  const found: ValueUse[] = []
  let at = values + 1
  while (tokens[at]?.text === '(') {
    const row = itemsFrom(tokens, at + 1)
    if (row.length !== columns.length) break
    for (const [index, token] of row.entries()) {
      const column = columns[index]
      const use = column && uses.get(column)
      const value = PLAIN_TEXT.exec(token.text)?.[1]
      if (use && value !== undefined) found.push({ use, token, value })
    }
    at += 2 * row.length + 1
    if (tokens[at]?.text !== ',') break
    at += 1
  }
  return found
}
