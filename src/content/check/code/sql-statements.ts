import type { Token } from './sql-tokens.ts'
import { STRANGE } from './sql-words.ts'

/** How statements begin whose names of columns can be compared with those of the tables. */
const PLAIN = new Set(['select', 'with', 'insert', 'update', 'delete', 'replace', 'from', '('])
/** Two queries in one statement have one of these between them. */
const BETWEEN_QUERIES = new Set('union all distinct except intersect minus name as ) materialized'.split(' '))
/** Before a verb, they make it part of a clause: FOR UPDATE, ON DELETE, DO UPDATE. */
const BEFORE_VERB = new Set('for do then on key as before after or of no'.split(' '))
const VERBS = new Set('update insert delete merge create drop alter exec execute go declare'.split(' '))

/** The statements of a block, without an EXPLAIN before them; of a definition by a query, the query too. */
export function statementsOf(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]]
  for (const token of tokens) {
    if (token.text === ';') statements.push([])
    else statements.at(-1)?.push(token)
  }
  return statements.filter((statement) => statement.length > 0).flatMap(withoutPrefix)
}

function withoutPrefix(statement: Token[]): Token[][] {
  const first = statement[0]?.lower ?? ''
  if (/^(?:explain|profile)$/.test(first)) {
    const begin = statement.findIndex(({ lower }, at) => at > 0 && lower !== '(' && PLAIN.has(lower))
    return [begin < 0 ? statement : statement.slice(begin)]
  }
  if (first !== 'create') return [statement]
  const as = statement.findIndex(
    ({ lower }, at) => lower === 'as' && /^(?:select|with)$/.test(statement[at + 1]?.lower ?? ''),
  )
  return as < 0 ? [statement] : [statement.slice(0, as), statement.slice(as + 1)]
}

/** Whether a statement is one, in the SQL that all engines have: only of those it is known which words are columns. */
export function isPlainStatement(tokens: readonly Token[]): boolean {
  const [first, second] = tokens
  if (!first || !PLAIN.has(first.lower) || /^(?:function|procedure)$/.test(second?.lower ?? '')) return false
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    if (token.text === '(') depth += 1
    if (token.text === ')') depth -= 1
    if (STRANGE.has(token.lower) && token.isWord) return false
    if (/^[{[@|]$/.test(token.text) && isSign(token, before, after)) return false
    // Arrows of functions and of named arguments; the path into a value.
    const isArrow = after?.text === '>' && after.offset === token.offset + 1
    if (isArrow && /^[-=|]$/.test(token.text)) return false
    if (token.text === ':' && before !== undefined && isValue(before) && touches(before, token)) return false
    if (
      token.lower === 'for' &&
      /^(?:json|xml|browse|system_time|system|columns|all)$/.test(after?.lower ?? '')
    )
      return false
    if (token.lower === 'array' && after?.lower === 'join') return false
    if (token.lower === 'with' && /^(?:offset|ordinality)$/.test(after?.lower ?? '')) return false
    if (index === 0 || depth > 0) continue
    if (VERBS.has(token.lower) && token.isWord && !isPart(first, before)) return false
    if (token.lower === 'select' && !isFurther(first, before, tokens, index)) return false
  }
  return true
}

/** A bracket of another kind, a variable behind a name, one half of an arrow. */
function isSign(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.text === '|') return after?.text === '>'
  if (token.text !== '@') return true
  return before !== undefined && isValue(before) && touches(before, token)
}

function isValue({ isWord, text }: Token): boolean {
  return isWord || /^[)\]'"]|['"]$/.test(text)
}

function touches(before: Token, token: Token): boolean {
  return before.offset + before.text.length === token.offset
}

/** Whether a verb in the middle belongs to the statement that is there. */
function isPart(first: Token, before: Token | undefined): boolean {
  return BEFORE_VERB.has(before?.lower ?? '') || (first.lower === 'with' && before?.text === ')')
}

/** Whether the SELECT at an index belongs to the statement that is there. */
function isFurther(
  first: Token,
  before: Token | undefined,
  tokens: readonly Token[],
  index: number,
): boolean {
  if (BETWEEN_QUERIES.has(before?.lower ?? '') && before?.text !== ')') return true
  if (first.lower === 'select' || first.text === '(') return false
  let depth = 0
  for (let at = 0; at < index; at += 1) {
    const { text = '', lower = '' } = tokens[at] ?? {}
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    if (depth <= 0 && lower === 'select') return false
  }
  return true
}
