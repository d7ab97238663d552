import { OF_OPERATIONS } from './english/operations.ts'
import { GENERAL } from './english/symptoms.ts'
import type { Ranked } from './rank.ts'
import type { Unit } from './unit.ts'

/** What a page has of a query, by kinds of evidence. */
export interface Evidence {
  /** Share of the weight of the query that is on the page, with less for what is only in its text: 0 to 1. */
  share: number
  /** Units that are in a place of note of the page (title, keyword, name, summary, signature, heading), or names anywhere. */
  strong: number
  /** Units on the page. */
  matched: number
  /** The units that count and are not on it. */
  missing: Unit[]
}

/** What a word counts that is only in the text of a page, where much is said by the way. */
const IN_TEXT = 0.7

/** How much a word says beside another of the same meaning: a queue that is blocked is a queue. */
const OF_SAME_MEANING = 0.5

export function evidenceOf({ page }: Pick<Ranked, 'page'>, units: readonly Unit[]): Evidence {
  let [total, has, strong, matched, combined] = [0, 0, 0, 0, 0]
  const missing: Unit[] = []
  const seen = new Set<string>()
  for (const unit of units) {
    if (unit.isCombined && unit.ways.some(({ postings }) => indexOf(postings.pages, page) >= 0)) {
      combined = Math.max(combined, OF_COMBINED * unit.weight)
    }
    if (!unit.counts) continue
    const meanings = unit.ways.flatMap(({ term }) =>
      term.startsWith('#') && !GENERAL.has(term) ? [term] : [],
    )
    const isSaidBefore = meanings.some((term) => seen.has(term))
    for (const term of meanings) seen.add(term)
    const weight = isSaidBefore ? OF_SAME_MEANING * unit.weight : unit.weight
    total += weight
    let best = 0
    let isStrong = false
    for (const { term, share, postings } of unit.ways) {
      const at = indexOf(postings.pages, page)
      if (at < 0) continue
      const isOfNote = (postings.values[at] ?? 0) >= 64 || (unit.kind === 'name' && !isNumber(unit.shown))
      isStrong ||= isOfNote && (!OF_OPERATIONS.has(term) || (postings.values[at] ?? 0) >= 128)
      best = Math.max(best, share * (isOfNote ? 1 : IN_TEXT))
    }
    if (best === 0) missing.push(unit)
    else if (!isSlight(unit)) matched += 1
    if (isStrong && !isSlight(unit) && !isSaidBefore) strong += 1
    has += weight * best
  }
  const share = total === 0 ? 0 : has / total
  if (combined > 0 && share >= LEAST_OF_COMBINED) strong += 1
  return {
    share: share < LEAST_OF_COMBINED ? share : (has + combined) / (total + combined),
    strong,
    matched,
    missing,
  }
}
/** From so much of a query on, a phrase in other words adds to it: one that is about something else has less. */
const LEAST_OF_COMBINED = 0.43
/** How much such a phrase counts beside the words as they are. */
const OF_COMBINED = 0.5

const isNumber = (text: string) => /^\p{N}+$/u.test(text)

/** Whether a unit says nothing alone: a count, a letter, a negation. */
const isSlight = ({ kind, shown, isNegation = false }: Unit): boolean =>
  kind === 'word' && (isNegation || /^(?:\p{N}{1,3}|[a-z])$/iu.test(shown))

/** The least share of a query that an answer has. */
const LEAST_SHARE = 0.5
/** And where one unit alone speaks for it: that one must be nearly all that was asked. */
export const LEAST_SHARE_OF_ONE = 0.66
/** In a log much is about where, and little about what. */
const LEAST_SHARE_OF_LOG = 0.6
/** Share of a query's rows of words that a page has just so. */
export const LEAST_WORDING = 0.5
const SAME_WORDING = 0.95

/**
 * Whether a page is shown as an answer: enough of what was asked is on it, and not by the way.
 *
 * @param wording share of the query's rows of words that the page has just so, where there are enough of them
 */
export function isAnswer({ share, strong, matched }: Evidence, wording: number, isLog: boolean): boolean {
  if (wording >= LEAST_WORDING && matched >= 3) return true
  if (wording >= SAME_WORDING && matched >= 1) return true
  if (isLog) return strong >= 2 && share >= LEAST_SHARE_OF_LOG
  if (strong >= 2) return share >= LEAST_SHARE
  if (strong === 1) return share >= LEAST_SHARE_OF_ONE
  return matched >= 3 && share >= LEAST_SHARE_OF_ONE
}

function indexOf(pages: Uint32Array, page: number): number {
  let low = 0
  let high = pages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle] ?? 0) < page) low = middle + 1
    else high = middle
  }
  return pages[low] === page ? low : -1
}
