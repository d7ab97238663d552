import damerauLevenshtein from 'damerau-levenshtein'
import type { WordsFile } from './index-format.ts'

/** The words that a misspelling may have been meant for, and on how many pages each is. */
export type Spelling = ReadonlyMap<string, number>

export function spellingOf(file: WordsFile): Spelling {
  return new Map(
    Object.entries(file).flatMap(([count, words]) =>
      words.split(' ').map((word) => [word, Number(count)] as const),
    ),
  )
}

/** A spelling that knows further words, which no page need have: of them is each on one page. */
export function withWords(spelling: Spelling, words: Iterable<string>): Spelling {
  const all = new Map(spelling)
  for (const word of words) if (!all.has(word)) all.set(word, 1)
  return all
}

/** Shorter words sound like too many others. */
const MIN_HEARD = 6

/**
 * The word of the index that sounds like one that nobody writes: `dubble` is `double`. Of several the nearest, then the one on
 * most pages.
 */
export function heard(word: string, words: Spelling): string | undefined {
  if (word.length < MIN_HEARD || !/^[a-z]+$/.test(word)) return undefined
  const sound = soundOf(word)
  if (sound.length < 3) return undefined
  let best: { word: string; steps: number; count: number } | undefined
  for (const [candidate, count] of words) {
    if (candidate.length < MIN_HEARD || Math.abs(candidate.length - word.length) > 2) continue
    if (candidate[0] !== word[0] || soundOf(candidate) !== sound) continue
    const { steps } = damerauLevenshtein(word, candidate)
    if (!best || steps < best.steps || (steps === best.steps && count > best.count))
      best = { word: candidate, steps, count }
  }
  return best?.word
}

/** The first letter and the consonants of a word, those that sound alike as one. */
function soundOf(word: string): string {
  const letters = word
    .replace(/ph/g, 'f')
    .replace(/g?h|w/g, '')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|[cq]/g, 'k')
    .replace(/z/g, 's')
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouy]/g, '')
      .replace(/(.)\1+/g, '$1')
  )
}

/** How many slips (a letter missing, added, wrong, or two swapped) a word of this length may have. */
const slips = (length: number): number => (length < 3 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3)

/**
 * The word of the index that was most likely meant, or nothing where none is near.
 * Of equally near ones: the one with the same first letter, then the one on more pages.
 */
export function correct(word: string, words: Spelling): string | undefined {
  // Error codes and ids are not misspelt: the nearest one is another error.
  const limit = /\P{L}/u.test(word) ? 0 : slips(word.length)
  if (limit === 0) return undefined
  let best: { word: string; score: number } | undefined
  for (const [candidate, count] of words) {
    // Three letters are mostly an abbreviation: a letter is missing of a word that is on several pages, or two are swapped.
    if (word.length === 3 && candidate[0] !== word[0]) continue
    if (word.length === 3 && !(candidate.length === 4 && count >= MANY) && !isSwap(word, candidate)) continue
    if (candidate.length < Math.min(4, word.length) || Math.abs(candidate.length - word.length) > limit)
      continue
    // Who writes the opposite of a word means it.
    if (OPPOSITE.test(word) && word.indexOf(candidate) > 1) continue
    const { steps } = damerauLevenshtein(word, candidate)
    if (steps > limit) continue
    // In a short word every letter matters: one that is wrong makes another word; one that is swapped, doubled or missing does not.
    if (word.length < 6 && candidate.length === word.length && !isSwap(word, candidate)) continue
    const score = steps + (candidate[0] === word[0] ? 0 : 0.5) - Math.min(count, 100) / 1000
    if (!best || score < best.score) best = { word: candidate, score }
  }
  return best?.word
}

const OPPOSITE = /^(?:un|in|im|non|dis)/

/** Words shorter than this are each other's neighbors, too. */
const MIN_SLIPPED = 5

/**
 * The word that is one slip of the keys away (two letters swapped, one missing or one too many), of such words the one on most pages.
 *
 * @param least on how many pages it must be
 */
export function slip(word: string, words: Spelling, least: number): string | undefined {
  if (word.length < MIN_SLIPPED || /\P{L}/u.test(word)) return undefined
  let best: { word: string; count: number } | undefined
  for (const [candidate, count] of words) {
    if (count < least || count <= (best?.count ?? 0) || candidate[0] !== word[0] || candidate === word)
      continue
    if (Math.abs(candidate.length - word.length) > 1) continue
    if (candidate.length === word.length && !isSwap(word, candidate)) continue
    if (damerauLevenshtein(word, candidate).steps <= 1) best = { word: candidate, count }
  }
  return best?.word
}

/** Names shorter than this are each other's neighbors. */
const MIN_NAME = 10

const digits = (name: string) => name.replace(/\P{N}+/gu, ' ').trim()

/** The name of an alert or a class that was most likely meant: a long one in which a letter or two slipped, and no digit. */
export function correctName(name: string, words: Spelling): string | undefined {
  if (name.length < MIN_NAME || /[^\p{L}\p{N}]/u.test(name)) return undefined
  const limit = name.length < 14 ? 1 : 2
  const own = digits(name)
  let best: { word: string; steps: number } | undefined
  for (const candidate of words.keys()) {
    if (candidate.length < MIN_NAME || Math.abs(candidate.length - name.length) > limit) continue
    // `ConnectionError` is compared without its ending, and is not the word `connection`.
    if (candidate === name) continue
    // A code with another number is another code.
    if (digits(candidate) !== own) continue
    const { steps } = damerauLevenshtein(name, candidate)
    if (steps <= limit && (!best || steps < best.steps)) best = { word: candidate, steps }
  }
  return best?.word
}

const MANY = 2

const letters = (word: string) => [...word].sort().join('')
const isSwap = (a: string, b: string) => letters(a) === letters(b)

/** The shortest word that two words may have been run together from. */
const MIN_PART = 3

/** `kafkalag` → `kafka lag`: words of the index that were typed without the blanks between them; two or three. */
export function splitCompound(word: string, words: Spelling, compounds = false): string[] | undefined {
  if (word.length < 2 * MIN_PART || /\P{L}/u.test(word)) return undefined
  // Within a compound a word has another ending than alone: `Brokerfestplatte`, of brokers.
  const known = (part: string): string | undefined =>
    (compounds ? ENDINGS : ['']).map((ending) => part + ending).find((each) => words.has(each)) ??
    (compounds && /s$/.test(part) && part.length > MIN_PART && words.has(part.slice(0, -1))
      ? part.slice(0, -1)
      : undefined)
  const split = (rest: string, parts: number): string[] | undefined => {
    const last = rest.length >= MIN_PART ? known(rest) : undefined
    if (last !== undefined) return [last]
    if (parts === 1) return undefined
    for (let length = rest.length - MIN_PART; length >= 2; length--) {
      const first = rest.slice(0, length)
      const own = known(first)
      if (own === undefined && !JOINTS.has(first)) continue
      if (length < MIN_PART && !JOINTS.has(first)) continue
      const others = split(rest.slice(length), parts - 1)
      if (others) return [own ?? first, ...others]
    }
    return undefined
  }
  const parts = split(word, 3)
  return parts && parts.length > 1 ? parts : undefined
}

const ENDINGS = ['', 's', 'n', 'e', 'en', 'es', 'er']

/** Short words that are run together with others. */
const JOINTS = new Set(['by', 'of', 'in', 'on', 'to', 'is', 'and', 'the', 'not'])
