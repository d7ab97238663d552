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

/** The rows of words of a query, spread over all of it. */
export function rowsOf(text: string): string[] {
  const words = plainWords(text).trim().split(' ')
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
