import type { Token } from './terms.ts'
import {
  LEAST_MEANING,
  WITHIN_PHRASE,
  ofNote,
  rarity,
  unit,
  waysOf,
  type Unit,
  type UnitContext,
} from './unit.ts'

/** How much more a phrase says with each further telling word. */
const OF_FURTHER_WORD = 0.8
/** How much a phrase counts that is said in other words, and in how long a query it is looked for. */
const COMBINED = 0.8

/** A meaning that several words have together. */
export interface Phrase {
  /** The tokens `from` to `to` (not included) say it. */
  from: number
  to: number
  terms: string[]
}

/** Phrases of two words and more, the longest where two overlap; those of one stretch are one. */
export function longestPhrases(meanings: readonly { term: string; from: number; to: number }[]): Phrase[] {
  const phrases: Phrase[] = []
  const long = meanings
    .filter(({ from, to }) => to - from > 1)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
  for (const { term, from, to } of long) {
    const same = phrases.find((phrase) => phrase.from === from && phrase.to === to)
    if (same) same.terms.push(term)
    else if (!phrases.some((phrase) => from < phrase.to && phrase.from < to))
      phrases.push({ from, to, terms: [term] })
  }
  return phrases
}

/** The unit of a phrase: the more telling words it has, the more it says. */
export async function phraseUnit(
  shown: string,
  terms: readonly string[],
  words: number,
  context: UnitContext,
): Promise<Unit> {
  const ways = await waysOf(
    terms.map((term) => [term, 1]),
    context.store,
  )
  const made = await unit(shown, 'meaning', true, ways, context)
  return { ...made, weight: made.weight * (1 + OF_FURTHER_WORD * Math.max(0, words - 1)) }
}

/** What a team's phrase says that the query has in other words, or in another order: a bonus for the pages that are called so. */
export async function combinedUnit(
  shown: string,
  term: string,
  words: number,
  { store }: UnitContext,
): Promise<Unit | Unit[]> {
  const ways = (await waysOf([[term, 1]], store)).map((way) => ({ ...way, postings: ofNote(way.postings) }))
  if (!ways.some(({ postings }) => postings.count > 0)) return []
  return {
    shown,
    kind: 'meaning',
    counts: false,
    isCombined: true,
    ways,
    weight: COMBINED * LEAST_MEANING * (1 + OF_FURTHER_WORD * (words - 1)),
  }
}

/** A small word of a short query: a bonus for the pages that have it in their title. */
export async function titleUnit({ text, term }: Token, { store }: UnitContext): Promise<Unit | Unit[]> {
  const ways = await waysOf([[term, 1]], store)
  const inTitles = ways.map((way) => ({ ...way, postings: ofNote(way.postings) }))
  const count = inTitles[0]?.postings.count ?? 0
  if (count === 0) return []
  const weight = WITHIN_PHRASE * rarity(count, store.ids.length)
  return { shown: text, kind: 'word', counts: false, ways: inTitles, weight }
}
