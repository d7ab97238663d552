import { NEGATIVE, type ConceptFinder } from './concepts.ts'
import { OF_OPERATIONS } from './english/operations.ts'
import { GENERAL, PLAIN_MEANINGS } from './english/symptoms.ts'
import type { Language } from './language.ts'
import type { Spelling } from './spelling.ts'
import type { Postings, Store } from './store.ts'
import type { Token } from './terms.ts'

/** One thing that a query says: a word, a name, or a meaning that several words have together. */
export interface Unit {
  /** As it was typed. */
  shown: string
  kind: 'word' | 'name' | 'meaning'
  /** How specific it is, 0 to about 1.3: rare words are, words on every page are not. */
  weight: number
  /** Whether a page is measured by it: a word of a phrase that is a unit itself is a bonus alone. */
  counts: boolean
  /** Terms of the index that say it, and how well each does. */
  ways: Way[]
  /** What was searched for in its place. */
  corrected?: string
  /** Whether it is a phrase that the query has in other words: a page that is not called so misses nothing. */
  isCombined?: boolean
  /** Whether it only denies something. */
  isNegation?: boolean
}

export interface Way {
  term: string
  share: number
  postings: Postings
}

export interface UnitContext {
  store: Store
  language: Language
  concepts: ConceptFinder
  spelling: () => Promise<Spelling>
  /** Whether the words are those of one name, or a name is all there is: the words of names are not looked for. */
  isWithinName?: boolean
  /** Whether a program printed the text. */
  isMachine?: boolean
}

/** How well another word of the same meaning, or a corrected word, says what was typed. */
export const MEANING_SHARE = 0.75
export const CORRECTED_SHARE = 0.85
/** How specific a word is that no page has, by how common it is elsewhere; the last is in no list of everyday words. */
const UNKNOWN = [0.5, 0.75, 1, 1] as const
const UNKNOWN_NAME = 1.3
/** In few pages a word of everyday language is rare by chance. */
const EVERYDAY = [0.65, 0.8, 1, 1] as const
/** `FooException` says that there is an error, which the reader knows; the message says which. */
const UNKNOWN_ERROR_CLASS = 0.5
const UNKNOWN_PLACE = 0.4
const PLACE = /^[\p{Ll}\p{N}]+(?:[._-][\p{Ll}\p{N}]+)+$/u
const UNKNOWN_NUMBER = 0.35
/** Amounts and counts are on many pages, and mean something else on each. */
const SMALL_NUMBER = 0.3
/** The lowest weight of a meaning, on however many pages it is. */
export const LEAST_MEANING = 0.55
const LEAST_GENERAL = 0.3
/** Of one that names the cause, and not only what is seen of it. */
const LEAST_PLAIN = 0.8
/** What the words of a phrase add to the phrase. */
export const WITHIN_PHRASE = 0.3

/** A unit, with its weight by how many pages have it. */
export async function unit(
  shown: string,
  kind: Unit['kind'],
  counts: boolean,
  known: readonly Way[],
  { store, language, isMachine = false }: UnitContext,
  token?: Token,
  corrected?: string,
): Promise<Unit> {
  const ways = known.map(inSightOnly).filter(({ postings }) => postings.count > 0)
  // A word is as rare as it is itself, on however many pages the things of its kind are.
  const own = ways.filter(({ term }) => !OF_OPERATIONS.has(term))
  const counted = own.length > 0 ? own : ways
  const count = counted.reduce((most, { postings }) => Math.max(most, postings.count), 0)
  const meanings = ways.filter(({ term }) => term.startsWith('#'))
  const isGeneral = meanings.every(({ term }) => GENERAL.has(term) || OF_OPERATIONS.has(term))
  const isPlain = meanings.some(({ term }) => PLAIN_MEANINGS.has(term))
  const least = meanings.length === 0 ? 0 : isGeneral ? LEAST_GENERAL : isPlain ? LEAST_PLAIN : LEAST_MEANING
  const everyday = token && kind === 'word' ? EVERYDAY[await store.everyday(token.term)] : 1
  const isSmallNumber = token !== undefined && /^\p{N}{1,3}$/u.test(token.word)
  const found =
    Math.max(least, everyday * rarity(count, store.ids.length)) * (isSmallNumber ? SMALL_NUMBER : 1)
  const weight = ways.length > 0 ? found : await unknownWeight(kind, token, store, isMachine)
  return {
    shown,
    kind,
    counts,
    ways,
    weight: counts ? weight : weight * WITHIN_PHRASE,
    ...(corrected !== undefined && { corrected }),
    ...(language.isEnglish && NEGATIVE.has(shown.toLowerCase()) && { isNegation: true }),
  }
}

async function unknownWeight(
  kind: Unit['kind'],
  token: Token | undefined,
  store: Store,
  isMachine: boolean,
): Promise<number> {
  if (!token) return 0
  // Counts, and amounts with their unit, as `8GB`.
  if (/^\p{N}+\p{L}{0,3}$/u.test(token.word)) return UNKNOWN_NUMBER
  // Of a table, a host or a file: where it was, and not what it is.
  if (kind === 'name' && isMachine && PLACE.test(token.text)) return UNKNOWN_PLACE
  if (kind === 'name') return /(?:Exception|Error)$/.test(token.text) ? UNKNOWN_ERROR_CLASS : UNKNOWN_NAME
  return UNKNOWN[await store.everyday(token.term)]
}

/** How specific a word is that so many of the pages have: 1 for none, towards 0 for all. */
export function rarity(count: number, pages: number): number {
  return Math.log(1 + pages / (count + 0.5)) / Math.log(1 + pages / 0.5)
}

export async function waysOf(terms: readonly (readonly [string, number])[], store: Store): Promise<Way[]> {
  const found = await Promise.all(
    terms.map(async ([term, share]): Promise<Way | undefined> => {
      const postings = await store.postings(term)
      return postings && { term, share, postings }
    }),
  )
  return found.filter((each) => each !== undefined)
}

/** What somebody works with is said on many pages by the way: it leads to those that say it where it is seen. */
const inSightOnly = (way: Way): Way =>
  OF_OPERATIONS.has(way.term) ? { ...way, postings: atLeast(way.postings, 64) } : way

/** The pages that have a term in their title, keywords or names. */
export const ofNote = (postings: Postings): Postings => atLeast(postings, 128)

function atLeast({ pages, values }: Postings, least: number): Postings {
  const kept = [...pages.keys()].filter((index) => (values[index] ?? 0) >= least)
  return {
    count: kept.length,
    pages: Uint32Array.from(kept, (index) => pages[index] ?? 0),
    values: Uint8Array.from(kept, (index) => values[index] ?? 0),
  }
}
