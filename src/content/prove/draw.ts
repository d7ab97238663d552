/** What is drawn from all that could be run. Counts and a seed alone, never the time that it takes: any machine draws the same. */
export interface Draw {
  seed: number
  /** At most so many generated data sets for a block and base; no limit with `--all`. */
  limit: number
  pairs: number
  /** Only these kinds, where some are asked for. */
  kinds: ReadonlySet<string> | undefined
}

/** For a block and base. */
const USUAL = { limit: 110, pairs: 8 }
const ALL = { limit: Infinity, pairs: 60 }

/** The draw that receipts record, with the seed that they record. */
export const usualDraw = (seed = 1, kinds?: ReadonlySet<string>): Draw => ({ ...USUAL, seed, kinds })

/** Every generated data set, for a night. */
export const wholeDraw = (seed: number, kinds?: ReadonlySet<string>): Draw => ({ ...ALL, seed, kinds })
