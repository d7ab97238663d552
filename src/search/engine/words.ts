/**
 * Words as Pagefind counts them: runs of letters, digits and `_`, in small letters and without accents.
 * A name in camel case gives the name and its parts, as the index does.
 */
export function wordsOf(text: string): string[] {
  const words = (plain(text).match(ERROR_CODE) ?? []).map(joined)
  for (const [run] of plain(text).matchAll(/[\p{L}\p{N}_]+/gu)) {
    words.push(run.toLowerCase())
    const parts = run.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []
    if (parts.length > 1) words.push(...parts.map((part) => part.toLowerCase()))
  }
  return words
}

/** The words of a typed query: names stay whole, the way they were typed. */
export function queryWords(text: string): string[] {
  const spoken = plain(text)
    .replace(ERROR_CODE, joined)
    .replace(/['’]s\b/g, '')
    .toLowerCase()
  return [...new Set(spoken.match(/[\p{L}\p{N}_]+/gu) ?? [])]
}

/** `ORA-01476` is one word, to Pagefind too: its halves say little, and another number is another error. */
const ERROR_CODE = /\b[A-Z]{2,6}-\d{3,6}\b/gi
const joined = (code: string): string => code.replace('-', '').toLowerCase()

function plain(text: string): string {
  return text.toWellFormed().normalize('NFD').replace(/\p{M}/gu, '')
}
