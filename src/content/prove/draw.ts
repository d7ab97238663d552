import type { Base } from '../facts/proofs/data-set.ts'

/** What is drawn from all that could be run. Counts and a seed alone, never the time that it takes: any machine draws the same. */
export interface Draw {
  seed: number
  /**
   * So many generated data sets for a block, on healthy data and after the repair, and more where there are more kinds;
   * no limit with `--all`.
   */
  limit: number
  pairs: number
  /** Only these kinds, where some are asked for. */
  kinds: ReadonlySet<string> | undefined
}

const USUAL = { limit: 40, pairs: 8 }
const ALL = { limit: Infinity, pairs: 60 }

/** The draw that receipts record, with the seed that they record. */
export const usualDraw = (seed = 1, kinds?: ReadonlySet<string>): Draw => ({ ...USUAL, seed, kinds })

/** Every generated data set, for a night. */
export const wholeDraw = (seed: number, kinds?: ReadonlySet<string>): Draw => ({ ...ALL, seed, kinds })

/** What is drawn for a block on a base. */
export interface Share {
  limit: number
  /** Whether there is one of each kind, however few the limit allows. */
  isOfEachKind: boolean
  /** Of each exception: not each change under it goes unnoticed, and what a page says has to be seen. */
  ofEachException: number
  /** In how many zones the sessions of one kind are. Each is one more database to be filled. */
  zones: number
}

/**
 * A block that says `fault` on the planted fault goes on saying so on most harmful changes of it: a fifth as many are drawn
 * there, beside one of each harmless kind.
 */
export function shareOf(base: Base, { limit }: Pick<Draw, 'limit'>): Share {
  if (limit === Infinity) return { limit, isOfEachKind: true, ofEachException: 3, zones: Infinity }
  if (base === 'fault') return { limit: limit / 5, isOfEachKind: false, ofEachException: 1, zones: 1 }
  return { limit, isOfEachKind: true, ofEachException: 3, zones: base === 'healthy' ? 2 : 1 }
}
