import type { CodeProblem } from './problem.ts'

export interface Token {
  text: string
  lower: string
  offset: number
  /** A name or a keyword without quotes. */
  isWord: boolean
}

interface Reading {
  tokens: Token[]
  problem?: CodeProblem
}

const STRINGS = {
  /** MySQL, BigQuery, Spark: a backslash takes the meaning of the quote behind it. */
  escaped: String.raw`[eErRbBxXnN]{0,2}'(?:[^'\\]|''|\\[\s\S])*'|[rRbB]{0,2}"(?:[^"\\]|""|\\[\s\S])*"`,
  /** The standard, SQL Server, Oracle: a backslash is a sign like others, but after E. */
  plain: String.raw`[eE]'(?:[^'\\]|''|\\[\s\S])*'|[rRbBxXnN]{0,2}'(?:[^']|'')*'|[rRbB]{0,2}"(?:[^"]|"")*"`,
}
/** BigQuery: three quotes, and single ones inside. */
const TRIPLE = String.raw`[rRbB]{0,2}(?:'''[\s\S]*?'''|"""[\s\S]*?""")`
/** Oracle: any pair of brackets, or one sign twice. */
const Q_QUOTE = String.raw`[nN]?[qQ]'(?:\[[\s\S]*?\]|\([\s\S]*?\)|\{[\s\S]*?\}|<[\s\S]*?>|([!|#~/^+*])[\s\S]*?\3)'`
const NESTED = String.raw`\/\*(?:[^*/]|\*(?!\/)|\/(?!\*)|\/\*(?:[^*]|\*(?!\/))*\*\/)*\*\/|\/\*[\s\S]*?\*\/`
/** A table of SQL Server and an operator of PostgreSQL begin as a comment of MySQL does. */
const HASH = { comment: String.raw`#[^\n]*`, sign: String.raw`(?<=^[ \t]*)#[^\n]*|#(?![\w>-])[^\n]*` }

function readerOf(strings: string, hash: string): RegExp {
  return new RegExp(
    // A line that begins with a backslash is for psql, which has quotes of its own.
    String.raw`(?<space>\s+|--[^\n]*|${hash}|${NESTED}|\{%[\s\S]*?%\}|(?<=^[ \t]*)\\[^\n]*)|` +
      String.raw`(?<text>${Q_QUOTE}|${strings}|${'`'}[^${'`'}]*${'`'}|\{\{[\s\S]*?\}\}|<[A-Za-z][\w -]*>)|` +
      String.raw`(?<word>[\p{L}_][\p{L}\d_$]*)|(?<number>\d[\w.]*)|(?<sign><=|>=|<>|!=|\|\||::|:=|[\s\S])`,
    'muy',
  )
}

/** The dialects differ in quotes and comments: the usual one first. */
const READERS = [HASH.sign, HASH.comment].flatMap((hash) =>
  [STRINGS.escaped, STRINGS.plain, `${TRIPLE}|${STRINGS.escaped}`].map((strings) => readerOf(strings, hash)),
)

/**
 * The words and signs of a statement, without comments; and the first quote or comment that nothing closes, if that is so
 * in every dialect.
 */
export function tokensOf(code: string): Reading {
  let first: Reading | undefined
  const lastTags = lastDollarTags(code)
  for (const reader of READERS) {
    const reading = readWith(reader, code, lastTags)
    if (!reading.problem) return reading
    first ??= reading
  }
  return first ?? { tokens: [] }
}

const DOLLAR_TAG = /^\$\w*\$/
/** PostgreSQL cuts names at 63 bytes. */
const MAX_TAG = 130

/**
 * Where each `$tag$` of PostgreSQL stands last: one that comes no more opens no text. Looking for each from its place on
 * would read the code once for every tag.
 */
function lastDollarTags(code: string): ReadonlyMap<string, number> {
  return new Map([...code.matchAll(/(?=(\$\w*\$))\$/g)].map(({ index, 1: tag = '' }) => [tag, index]))
}

/** Where the text ends that a `$tag$` at an offset opens, if it does. */
function endOfDollarQuote(
  code: string,
  offset: number,
  lastTags: ReadonlyMap<string, number>,
): number | undefined {
  if (code.charAt(offset) !== '$') return undefined
  const tag = DOLLAR_TAG.exec(code.slice(offset, offset + MAX_TAG))?.[0]
  if (tag === undefined || (lastTags.get(tag) ?? 0) < offset + tag.length) return undefined
  return code.indexOf(tag, offset + tag.length) + tag.length
}

function readWith(reader: RegExp, code: string, lastTags: ReadonlyMap<string, number>): Reading {
  const tokens: Token[] = []
  reader.lastIndex = 0
  while (reader.lastIndex < code.length) {
    const offset = reader.lastIndex
    const end = endOfDollarQuote(code, offset, lastTags)
    if (end !== undefined) {
      const quoted = code.slice(offset, end)
      tokens.push({ text: quoted, lower: quoted.toLowerCase(), offset, isWord: false })
      reader.lastIndex = end
      continue
    }
    const match = reader.exec(code)
    if (!match) break
    const { space, word, sign } = match.groups ?? {}
    if (space !== undefined) continue
    const [text] = match
    if (sign === "'" || sign === '"' || sign === '`')
      return {
        tokens,
        problem: {
          offset,
          message: `The quote ${sign} is not closed`,
          hint: 'Put the same quote where the text ends; write two for one inside.',
        },
      }
    if (sign === '/' && code.charAt(offset + 1) === '*')
      return {
        tokens,
        problem: { offset, message: 'The comment is not closed', hint: 'Put */ where it ends.' },
      }
    tokens.push({ text, lower: text.toLowerCase(), offset, isWord: word !== undefined })
  }
  return { tokens }
}
