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

const WORD = /[\p{L}_][\p{L}\d_$]*/uy
/** Before a quote, one or two letters can be part of it, as in E'…'. */
const MAX_PREFIX = 2

/** Its groups are: what counts as a blank, a text in quotes, the sign of Oracle's quotes, a word, a sign. */
function readerOf(strings: string, hash: string): RegExp {
  return new RegExp(
    // A line that begins with a backslash is for psql, which has quotes of its own.
    String.raw`(\s+|--[^\n]*|${hash}|${NESTED}|\{%[\s\S]*?%\}|(?<=^[ \t]*)\\[^\n]*)|` +
      String.raw`(${Q_QUOTE}|${strings}|${'`'}[^${'`'}]*${'`'}|\{\{[\s\S]*?\}\}|<[A-Za-z][\w -]*>)|` +
      String.raw`(${WORD.source})|\d[\w.]*|(<=|>=|<>|!=|\|\||::|:=|[\s\S])`,
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
  let offset = 0
  while (offset < code.length) {
    // Nearly all blanks are one of these.
    if (' \n\t\r'.includes(code.charAt(offset))) {
      offset += 1
      continue
    }
    const plain = plainWordAt(code, offset)
    const end = plain === undefined ? endOfDollarQuote(code, offset, lastTags) : undefined
    if (plain !== undefined || end !== undefined) {
      const text = plain ?? code.slice(offset, end)
      tokens.push({ text, lower: text.toLowerCase(), offset, isWord: plain !== undefined })
      offset += text.length
      continue
    }
    reader.lastIndex = offset
    const match = reader.exec(code)
    if (!match) break
    const { 1: space, 4: word, 5: sign } = match
    if (space !== undefined) {
      offset += space.length
      continue
    }
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
    offset += text.length
  }
  return { tokens }
}

/** The word that begins at an offset, most tokens are one; `undefined` where it may be the beginning of a text in quotes. */
function plainWordAt(code: string, offset: number): string | undefined {
  WORD.lastIndex = offset
  const word = WORD.exec(code)?.[0]
  if (word === undefined || word.length > MAX_PREFIX) return word
  return /['"]/.test(code.charAt(offset + word.length)) ? undefined : word
}
