import { KINDS, KIND_SHARE, COVERAGE_POWER, TITLE_BOOST, WANTED_KIND, WHOLE_IN_TITLE } from './settings.ts'
import type { Unit, Way } from './unit.ts'
import type { Manifest } from './index-format.ts'

/** A page that has something of a query. */
export interface Ranked {
  /** Its place in the index. */
  page: number
  score: number
  /** Share of the weight of the query that the page has, 0 to 1. */
  coverage: number
  /** What the score is the product of; absent where a page has no word of the query. */
  stages?: Stages
}

/** What the score of a page is the product of. */
export interface Stages {
  /** What the page says of each word, times what the word counts, added up. */
  words: number
  /** For the share of the query that it has. */
  coverage: number
  /** For what of the query is in its title, keywords and names. */
  title: number
  kind: number
  boost: number
  /** For saying the query just so, in the same order. */
  wording?: number
  /** For being called just what was asked. */
  called?: number
}

/** How much a page says of a unit by one of its terms, 0 to 1, and in which place: 2 title, keywords or names; 1 of note; 0 text. */
export function saidOn({ term, share, postings }: Way, page: number): { amount: number; place: number } {
  const value = postings.values[postings.pages.indexOf(page)] ?? 0
  return { amount: share * saidBy(value & 63, amongMost(term, postings.values)), place: value >> 6 }
}

/** The most that a page says of a meaning; of a word each page says what it says. */
const amongMost = (term: string, values: Uint8Array): number => (term.startsWith('#') ? mostOf(values) : 0)
const saidBy = (value: number, most: number): number =>
  (value / 63) * (most === 0 ? 1 : aboutness(value, most))

/** How far a page has what is in its text, in a place of note, in its title or names: much is said by the way. A name never is. */
const BY_PLACE = [0.5, 0.85, 1] as const
const OF_NAMES = [1, 1, 1] as const

/** How much is said of a meaning on the page that says most of it, and what a page has of that. */
function mostOf(values: Uint8Array): number {
  let most = 0
  for (const value of values) most = Math.max(most, value & 63)
  return most
}
const amountOf = (value: number): number => value / (64 - value)
/** A page that says it by the way is not about it, on however many pages it is. */
const aboutness = (value: number, most: number): number => amountOf(value) / amountOf(most)

/**
 * The pages that have any of the units, best first. Work for each page that has one, not for each page of the index.
 *
 * @param wanted kinds of pages that the query names, by their places in `KINDS`
 */
export function rank(
  units: readonly Unit[],
  manifest: Pick<Manifest, 'kinds' | 'titles' | 'boosts' | 'kindBoosts'>,
  pages: number,
  wanted: ReadonlySet<number> = new Set(),
): Ranked[] {
  const total = units.reduce((sum, { weight, counts }) => sum + (counts ? weight : 0), 0)
  const scores = new Float64Array(pages)
  const covered = new Float64Array(pages)
  const titles = new Float32Array(pages)
  const best = new Float32Array(pages)
  const shares = new Float32Array(pages)
  const places = new Uint8Array(pages)
  const named = new Float64Array(pages)
  const touched: number[] = []
  const isTouched = new Uint8Array(pages)
  for (const { ways, weight, counts, kind } of units) {
    const quality = kind === 'name' ? OF_NAMES : BY_PLACE
    const own: number[] = []
    for (const { term, share, postings } of ways) {
      const most = amongMost(term, postings.values)
      for (let i = 0; i < postings.pages.length; i++) {
        const page = postings.pages[i] ?? 0
        const value = postings.values[i] ?? 0
        const said = share * saidBy(value & 63, most)
        if ((shares[page] ?? 0) === 0) own.push(page)
        if (said > (best[page] ?? 0)) best[page] = said
        const has = share * (quality[value >> 6] ?? 1)
        if (has > (shares[page] ?? 0)) shares[page] = has
        if (value >> 6 > (places[page] ?? 0)) places[page] = value >> 6
      }
    }
    for (const page of own) {
      if (isTouched[page] === 0) {
        isTouched[page] = 1
        touched.push(page)
      }
      scores[page] = (scores[page] ?? 0) + weight * (best[page] ?? 0)
      if (counts) covered[page] = (covered[page] ?? 0) + weight * (shares[page] ?? 0)
      if (places[page] === 2) {
        titles[page] = (titles[page] ?? 0) + (shares[page] ?? 0)
        if (counts) named[page] = (named[page] ?? 0) + weight * (shares[page] ?? 0)
      }
      best[page] = 0
      shares[page] = 0
      places[page] = 0
    }
  }
  return touched
    .map((page): Ranked => {
      const coverage = total === 0 ? 0 : Math.min(1, (covered[page] ?? 0) / total)
      const title = Math.min(1, (titles[page] ?? 0) / Math.max(2, Number(manifest.titles[page] ?? 9)))
      // All of the query in the title and names: half remembered, that is what a title is.
      const inTitle = total === 0 ? 0 : Math.min(1, (named[page] ?? 0) / total)
      const place = Number(manifest.kinds[page] ?? 0)
      const kind =
        (wanted.has(place) && inTitle > 0.95 ? WANTED_KIND : KIND_SHARE[KINDS[place] ?? 'guide']) *
        (manifest.kindBoosts?.[place] ?? 1)
      const stages: Stages = {
        words: scores[page] ?? 0,
        coverage: (0.1 + coverage) ** COVERAGE_POWER,
        title: (1 + TITLE_BOOST * title) * (1 + WHOLE_IN_TITLE * inTitle ** 2),
        kind,
        boost: manifest.boosts[String(page)] ?? 1,
      }
      return { page, coverage, score: scoreOf(stages), stages }
    })
    .sort((a, b) => b.score - a.score || a.page - b.page)
}

/** The score that its stages make. */
export const scoreOf = ({ words, coverage, title, kind, boost, wording = 1, called = 1 }: Stages): number =>
  words * coverage * title * kind * boost * wording * called
