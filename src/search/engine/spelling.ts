import damerauLevenshtein from 'damerau-levenshtein'
import type { Vocabulary } from './lookup.ts'

/** How many slips (a letter missing, added, wrong, or two swapped) a word of this length may have. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 + Number(length > 4) : 3)

/**
 * The word of the index that was most likely meant, or nothing where none is near.
 * Of equally near ones: the one with the same first letter, then the one on more pages.
 */
export function correct(word: string, { words, pagesWith }: Vocabulary): string | undefined {
  // Error codes and ids are not misspelt: the nearest one is another error.
  const limit = /\d/.test(word) ? 0 : slips(word.length)
  if (limit === 0) return undefined
  let best: { word: string; score: number } | undefined
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > limit || candidate.length < 4 || /\d/.test(candidate))
      continue
    const { steps } = damerauLevenshtein(word, candidate)
    if (steps > limit || steps / Math.min(word.length, candidate.length) > 0.34) continue
    const score = steps + (candidate[0] === word[0] ? 0 : 0.5) - Math.min(pagesWith(candidate), 100) / 1000
    if (!best || score < best.score) best = { word: candidate, score }
  }
  return best?.word
}
