import { createHash } from 'node:crypto'

/** Draws that depend on a seed and a purpose alone, so that a run can be repeated and one block does not shift another's. */
export class Random {
  #state: number

  constructor(seed: number, purpose: string) {
    const hash = createHash('sha256')
      .update(`${String(seed)} ${purpose}`)
      .digest()
    this.#state = hash.readUInt32LE(0)
  }

  /** A number from 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** One of a list; `undefined` of an empty one. */
  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)]
  }

  /** Up to `count` of a list, in the list's order. */
  draw<T>(list: readonly T[], count: number): T[] {
    if (list.length <= count) return [...list]
    const places = list.map((_, index) => ({ index, rank: this.next() }))
    const chosen = places.sort((a, b) => a.rank - b.rank).slice(0, count)
    const kept = new Set(chosen.map(({ index }) => index))
    return list.filter((_, index) => kept.has(index))
  }
}
