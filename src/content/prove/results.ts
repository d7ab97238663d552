import type { Base } from '../facts/proofs/data-set.ts'
import type { EngineName } from '../read/proof.ts'

/** A data set on which a block was run. */
export interface DataSet {
  /** `healthy`, `fault`, `fixed`, `case`, or a generated kind. */
  kind: string
  /** What the data are, for people: `healthy, aggregate_inputs is empty`. */
  what: string
  /** SQL on top of the base. */
  sql: readonly string[]
  /** What a generated set is on top of. */
  base?: Base
}

/** An answer that is not the right one. */
export interface Wrong {
  engine: EngineName | 'bash' | 'both'
  set: DataSet
  got: string
  wanted: string
  /** The smallest data set that shows it, as SQL to paste; only for the first of a block. */
  paste?: string
}

/** What came out for one block. */
export class BlockResult {
  /** Data sets that it was run on, by kind. */
  readonly sets = new Map<string, number>()
  readonly wrong: Wrong[] = []
  /** Exceptions of the rehearsal that were needed, by their words for the page. */
  readonly notNoticed = new Map<string, number>()
  /** Changed queries that no data set noticed. */
  survivors: string[] = []
  mutants = 0
  /** How often each engine stopped it, because it did not end. */
  readonly endless = new Map<EngineName, number>()
  readonly engines = new Set<EngineName>()

  stoppedBy(engine: EngineName): void {
    this.endless.set(engine, (this.endless.get(engine) ?? 0) + 1)
  }

  count(kind: string): void {
    this.sets.set(kind, (this.sets.get(kind) ?? 0) + 1)
  }

  /** Data sets with a wrong answer, by kind. One that is wrong on both engines is one. */
  get wrongSets(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const key of new Set(this.wrong.map(({ set }) => `${set.kind}\0${set.what}`))) {
      const [kind = ''] = key.split('\0')
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return counts
  }

  get total(): number {
    return [...this.sets.values()].reduce((sum, each) => sum + each, 0)
  }
}

/** The results by page and block. */
export class Results {
  readonly #byBlock = new Map<string, BlockResult>()

  /** @param page its file, and @param id the block's id on it */
  of(page: string, id: string): BlockResult {
    const key = `${page}\0${id}`
    const found = this.#byBlock.get(key) ?? new BlockResult()
    this.#byBlock.set(key, found)
    return found
  }
}
