/**
 * A part of R5's order of importance that is searched at one time. What a phase must know of the beginning of an order
 * to continue it, it keeps in a few small numbers, its memory: two beginnings that reach the same node of the graph with
 * the same memory have the same futures.
 */
export interface Phase {
  /** How many numbers its memory has. */
  readonly size: number
  /** Writes the memory before the first open week, from `offset` on. */
  start(memory: Int32Array, offset: number): void
  /**
   * Writes to `next` (from `to` on) the memory after `column` has served the open week.
   *
   * @param memory where the memory before the week is, from `from` on
   * @returns what this costs; `Infinity` where it cannot be
   */
  step(index: number, column: number, memory: Int32Array, from: number, next: Int32Array, to: number): number
  /**
   * No less than this is still to come, for a beginning at the node of layer `index` with that memory. At the end
   * (`index` is the number of weeks) it is what the end itself costs, exactly.
   */
  bound(index: number, node: number, memory: Int32Array, from: number): number
}
