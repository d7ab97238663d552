import type { Answer } from './engine.ts'
import { isExcerpt } from './excerpt.ts'

/** A sentence about what the search did, in pieces: plain text, and words of the query or the index, which are set apart. */
export type Note = (string | { word: string })[]

const list = (words: readonly string[]): Note =>
  words.slice(0, 12).flatMap((word, index): Note => (index === 0 ? [{ word }] : [', ', { word }]))

/** What the search did with a text that was not found as it stands, in the order in which it did it. */
export function notesOf(answer: Answer): Note[] {
  const { signatures, unquoted = [], corrected, telling, missing, matched, found, confident } = answer
  const notes: Note[] = []
  if (signatures.length > 0) {
    const names = signatures.length === 1 ? 'One issue names' : `${String(signatures.length)} issues name`
    notes.push([`${names} a text that stands in yours.`])
  }
  if (unquoted.length > 0)
    notes.push(['No page has exactly ', ...list(unquoted), '; searched for the words.'])
  for (const { from, to } of corrected)
    notes.push(['Searched for ', { word: to }, ' instead of ', { word: from }, '.'])
  if (telling && found.length > 0) {
    notes.push([
      'Searched for the telling words: ',
      ...list(matched),
      '. Times, ids, addresses and paths were set aside.',
    ])
  } else if (found.length > 0 && missing.length > 0) {
    notes.push(['No page has all of it; showing pages without ', ...list(missing), '.'])
  }
  if (signatures.length === 0 && !confident) {
    if (found.length > 0) notes.push(['None of these fits well.'])
    else if (isExcerpt(answer.query)) notes.push(['No page has any of it. The nearest titles:'])
    else notes.push(['No page has ', ...list([answer.query.trim()]), '. The nearest titles:'])
  }
  return notes
}
