/**
 * Marks in the text of a page that the search index keeps: what the markup said of it, for whoever quotes the text. They are
 * characters of the private use area, which are in no word, and which the search does not see.
 */
export const MARKS = {
  /** Before a paragraph or an item of a list. */
  block: '\uEE80',
  /** Before a row of a table, and before each of its cells. */
  row: '\uEE81',
  cell: '\uEE82',
  /** Before what the head of a block of code says, and before each of its lines. */
  label: '\uEE83',
  line: '\uEE84',
  /** After `line`: two columns that the line is indented. */
  indent: '\uEE85',
  /** Before code within a sentence. */
  word: '\uEE86',
  /** After a cell, a block of code and code within a sentence. */
  end: '\uEE87',
} as const

const ANY_MARK = /[\uEE80-\uEE87]/g

/**
 * A text without its marks. One between two blanks stays: it counts as a word of the text, and the places of headings are
 * counted in words.
 */
export function withoutTextMarks(text: string): string {
  return text.replace(/(?<=\S)[\uEE80-\uEE87]|[\uEE80-\uEE87]+(?=[^\s\uEE80-\uEE87])/g, '')
}

/** A text in which no character is taken for a mark. */
export function safeFromMarks(text: string): string {
  return text.replace(ANY_MARK, '')
}
