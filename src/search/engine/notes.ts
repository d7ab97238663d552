import type { Answer } from './engine.ts'
import { LEAST_SHARE_OF_ONE, LEAST_WORDING } from './evidence.ts'

/** A sentence about what the search did, in pieces: plain text, and words of the query or the index, which are set apart. */
export type Note = (string | { word: string })[]

const list = (words: readonly string[]): Note =>
  words.slice(0, 12).flatMap((word, index): Note => (index === 0 ? [{ word }] : [', ', { word }]))

/** Whether the first page has so little of what was asked that it may be about something else. */
function isGuess({ found: [first] }: Answer): boolean {
  return (
    first !== undefined && !first.hit && first.share < LEAST_SHARE_OF_ONE && first.wording < LEAST_WORDING
  )
}

/** What the search did with a text that was not found as it is, in the order in which it did it. */
export function notesOf(answer: Answer): Note[] {
  const { unquoted, corrected, isLog, missing, matched, found, closest } = answer
  const hits = found.filter(({ hit }) => hit !== undefined).length
  const notes: Note[] = []
  if (hits > 0)
    notes.push([`${hits === 1 ? 'One issue names' : `${String(hits)} issues name`} a text that is in yours.`])
  if (unquoted.length > 0)
    notes.push(['No page has exactly ', ...list(unquoted), '; searched for the words.'])
  for (const { from, to } of corrected)
    notes.push(['Searched for ', { word: to }, ' instead of ', { word: from }, '.'])
  if (found.length > 0) {
    if (isLog && matched.length > 0)
      notes.push([
        'Searched for the telling words: ',
        ...list(matched),
        '. Times, ids, addresses and paths were set aside.',
      ])
    else if (!isLog && missing.length > 0)
      notes.push([
        `${isGuess(answer) ? 'This is a guess: the' : 'The'} first page does not have `,
        ...list(missing),
        '.',
      ])
    return notes
  }
  if (closest.length > 0) {
    notes.push([
      'No page matches all of this.',
      ...(missing.length > 0 ? [' Not found: ', ...list(missing), '.'] : []),
    ])
  } else notes.push(['No page has any of this.'])
  return notes
}
