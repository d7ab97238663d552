import { fold } from './language.ts'
import type { PageText } from './page-text.ts'

/** Words in a row that are compared, and the most rows of a long text. */
const ROW = 3
const MAX_ROWS = 60

/** A text as words and blanks: what is between words is written in many ways. */
export function plainWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/**
 * Words, with one `0` for each stretch of numbers, times and ids: they differ from one time that a fault is seen to the next.
 *
 * @param words as of `plainWords`
 */
export function withoutNumbers(words: string): string {
  const kept: string[] = []
  for (const word of words.trim().split(' ')) {
    const plain = HAS_NUMBER.test(word) ? withoutDigits(word) : word
    if (plain !== NUMBER || kept.at(-1) !== NUMBER) kept.push(plain)
  }
  return ` ${kept.join(' ')} `
}

const NUMBER = '0'
const HAS_NUMBER = /\p{N}/u
/** Part of a hash or of a UUID, and a piece of a time as `2027-03-04T22:11:09Z`. */
const ID = /^[\da-f]{4,}$/
const TIME = /^\d{1,9}t\d{1,9}$|^\d{1,9}z$/

const withoutDigits = (word: string): string =>
  ID.test(word) || TIME.test(word) ? NUMBER : word.replace(/\p{N}+/gu, NUMBER)

/** The rows of words of a query, spread over all of it. */
export function rowsOf(text: string): string[] {
  return rowsOfWords(plainWords(text))
}

export function rowsOfWords(plain: string): string[] {
  const words = plain.trim().split(' ')
  const count = Math.max(0, words.length - ROW + 1)
  const step = Math.max(1, count / MAX_ROWS)
  return Array.from({ length: Math.min(count, MAX_ROWS) }, (_, i) => {
    const at = Math.floor(i * step)
    return ` ${words.slice(at, at + ROW).join(' ')} `
  })
}

/** All that a page says, as words. */
export function wordingOf({ content, meta }: PageText): string {
  return plainWords([content, ...Object.values(meta)].join(' '))
}

/** The share of the rows of a query that are in a page just so: 0 to 1. */
export function sameWording(rows: readonly string[], wording: string): number {
  if (rows.length === 0) return 0
  return rows.filter((row) => wording.includes(row)).length / rows.length
}

/** A text that is looked for word by word in pages: as it is, and with any other numbers in it. */
export interface Saying {
  rows: readonly string[]
  words: string
  /** Nothing where the text has no numbers. */
  loose?: { rows: readonly string[]; words: string }
}

export function sayingOf(text: string): Saying {
  const words = plainWords(text)
  const rows = rowsOfWords(words)
  if (!HAS_NUMBER.test(words)) return { rows, words }
  const loose = withoutNumbers(words)
  return { rows, words, loose: { rows: rowsOfWords(loose), words: loose } }
}

/** How far a page says a text just so. */
export interface Sameness {
  /** Share of its rows of words, 0 to 1. */
  share: number
  /** Whether all of it is there in one piece. */
  isWhole: boolean
}

/** What the same text with other numbers counts. */
const OTHER_NUMBERS = 0.96

/** @param wording of a page, as `wordingOf` has it */
export function compareWording({ rows, words, loose }: Saying, wording: string): Sameness {
  const share = sameWording(rows, wording)
  if (share === 1 || loose === undefined) return { share, isWhole: share === 1 && wording.includes(words) }
  const other = withoutNumbers(wording)
  const otherShare = OTHER_NUMBERS * sameWording(loose.rows, other)
  return otherShare > share
    ? { share: otherShare, isWhole: other.includes(loose.words) }
    : { share, isWhole: false }
}
