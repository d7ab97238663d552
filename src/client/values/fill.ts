import type { EmbeddedSql } from './embedded-sql.ts'
import { placesIn, type Place } from './places.ts'
import { quotesOf } from './quotes.ts'
import { takenBy } from './risks.ts'

/** What a reader fills in before a command is run, as the page declares it. */
export interface Variable {
  name: string
  summary: string
  example?: string | undefined
  value?: string | undefined
  pattern?: string | undefined
  quote?: 'sh' | 'sql' | undefined
}

/** A value is a word or a line; longer ones come from a slip of the clipboard. */
const MAX_VALUE = 200
/** What needs no quotes in a shell. A first "-" would make an option of it, and zsh looks for a program after a first "=". */
const WORD = /^(?:[\w@%+:,./][\w@%+=:,./-]*|-\d+(?:\.\d+)?)$/
const WORDS = /^[\w@%+:,./][\w@%+=:,./ -]*$/
/** What SQL takes as a number; two hyphens would begin a comment, and a date would be a sum. */
const SQL_NUMBER = /^\d+(?:\.\d+)?$/
const SQL_NAME = /^[a-z_]\w*(?:\.[a-z_]\w*)*$/i

/** Why a value is refused, in words; nothing where it may be filled in. */
export function problemOf({ name, pattern, example }: Variable, value: string): string | undefined {
  if (/[\x00-\x1f\x7f]/.test(value)) return `${name} must be one line without control characters.`
  if (value.length > MAX_VALUE) return `${name} must have at most ${String(MAX_VALUE)} characters.`
  if (pattern === undefined || matches(pattern, value)) return undefined
  const such = example === undefined ? '' : `, for example ${example}`
  return `${name} must match ${pattern}${such}.`
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value)
  } catch {
    return false
  }
}

/**
 * A value as it is written in a block: quoted for its language and for the quotes that are there already; nothing where it
 * might be run, and the place stays as it is.
 */
export function quoted(value: string, place: Place, quote: 'sh' | 'sql' | undefined): string {
  // A word would count as 0 without a complaint, a leading 0 as octal, and what is too long as another number; a question
  // mark is an error of the shell.
  if (place.within === '((') return /^-?(0|[1-9]\d{0,17})$/.test(value) ? value : '?'
  if (place.sql) return quotedInStatement(value, place, place.sql)
  if (place.takes !== 'anything' && !(place.takes === 'words' ? WORDS : WORD).test(value)) return ''
  if (quote === 'sql') return quotedForSql(value, place)
  if (quote !== 'sh') return value
  // An option where a name is meant.
  if (/^-(?!\d+(\.\d+)?$)/.test(value)) return ''
  // An exclamation mark is history within double quotes, whatever is before it.
  if (place.within === '"') return value.replace(/[\\"$`]/g, '\\$&').replace(/!+/g, `"'$&'"`)
  const closed = value.replaceAll("'", "'\\''")
  if (place.within === "'") return closed
  return WORD.test(value) ? value : `'${closed}'`
}

/** SQL within another language: one word, quoted for SQL first, and then for the quotes around the statement. */
function quotedInStatement(value: string, { isName }: Place, { before, after, within }: EmbeddedSql): string {
  // A whole statement that a link could bring is never filled in.
  if (!WORD.test(value) || (before + after).trim() === '') return ''
  const quotes = quotesOf(before + after, false)
  const text = quotedForSql(value, {
    within: quotesOf(before, false).at(before.length),
    takes: takenBy(quotes, before + after, false),
    isName,
  })
  if (text === value || within === '"' || within === 'a heredoc') return text
  if (within === "'") return text.replaceAll("'", "'\\''")
  return within === '' && text !== '' ? `"${text}"` : ''
}

function quotedForSql(
  value: string,
  { within, takes, isName }: Pick<Place, 'within' | 'takes' | 'isName'>,
): string {
  // Some engines read a backslash as an escape of the quote after it, others as itself.
  if (value.includes('\\') || (takes !== 'anything' && value.includes('--'))) return ''
  if (within === '"') return value.replaceAll('"', '""')
  const doubled = value.replaceAll("'", "''")
  if (within === "'") return doubled
  // A word is a column where a value is meant: `day in (day)` would be true of every row.
  return SQL_NUMBER.test(value) || (isName && SQL_NAME.test(value)) ? value : `'${doubled}'`
}

/** Languages whose blocks nobody runs: what is filled in is only read. */
const RUNS_NOTHING = /^(te?xt|plain|plaintext|promql|md|markdown)$/
const SHELL = /^(?:|bash|sh|shell|zsh|console|shell-session)$/

/** Where a block of a language uses variables, each with the language that its values are quoted for. */
export function usesIn(text: string, variables: readonly Variable[], language: string) {
  const isSql = /sql/.test(language)
  const isShell = SHELL.test(language)
  const names = variables.map(({ name }) => name)
  return placesIn(text, names, isShell, isSql).flatMap((place) => {
    const variable = variables.find(({ name }) => name === place.name)
    if (!variable) return []
    const quote = variable.quote ?? (isSql ? 'sql' : isShell ? 'sh' : undefined)
    // In a recorded session what was printed has quotes of its own; in other languages nobody knows what is run.
    if (isShell ? quote === 'sql' || /^console|session$/.test(language) : !isSql) {
      place.takes = RUNS_NOTHING.test(language) ? 'anything' : 'a word'
    }
    return [{ variable, place, quote }]
  })
}
