/** The beginnings that one layer of a search distinguishes: a node of the graph and a memory, each pair once. */
export class States {
  count = 0
  nodes = new Int32Array(64)
  /** What the cheapest way to this state has cost. */
  costs = new Float64Array(64)
  memory: Int32Array
  readonly #size: number
  /** Open addressing: the index of a state plus 1, or 0. */
  #table = new Int32Array(256)

  constructor(size: number) {
    this.#size = size
    this.memory = new Int32Array(64 * size)
  }

  /** The index of the state, which is added where it is new, with a cost of `Infinity`. `memory` is read from 0 on. */
  find(node: number, memory: Int32Array): number {
    const size = this.#size
    let hash = Math.imul(node + 1, 0x9e3779b1)
    for (let index = 0; index < size; index++) {
      hash = Math.imul(hash ^ (memory[index] ?? 0), 0x85ebca6b)
      hash ^= hash >>> 15
    }
    const mask = this.#table.length - 1
    let slot = (hash ^ (hash >>> 13)) & mask
    for (;;) {
      const found = (this.#table[slot] ?? 0) - 1
      if (found < 0) break
      if (this.nodes[found] === node && this.#hasMemory(found, memory)) return found
      slot = (slot + 1) & mask
    }
    if (this.count === this.nodes.length) this.#grow()
    const state = this.count++
    this.nodes[state] = node
    this.costs[state] = Infinity
    const offset = state * size
    for (let index = 0; index < size; index++) this.memory[offset + index] = memory[index] ?? 0
    this.#table[slot] = state + 1
    if (this.count * 2 > this.#table.length) this.#rehash()
    return state
  }

  /** Only these states, in this order. */
  select(kept: readonly number[]): States {
    const chosen = new States(this.#size)
    const scratch = new Int32Array(this.#size)
    for (const state of kept) {
      scratch.set(this.memory.subarray(state * this.#size, (state + 1) * this.#size))
      const index = chosen.find(this.nodes[state] ?? 0, scratch)
      chosen.costs[index] = this.costs[state] ?? Infinity
    }
    return chosen
  }

  #hasMemory(state: number, memory: Int32Array): boolean {
    const offset = state * this.#size
    for (let index = 0; index < this.#size; index++) {
      if (this.memory[offset + index] !== memory[index]) return false
    }
    return true
  }

  #grow(): void {
    const nodes = new Int32Array(this.nodes.length * 2)
    nodes.set(this.nodes)
    this.nodes = nodes
    const costs = new Float64Array(this.costs.length * 2)
    costs.set(this.costs)
    this.costs = costs
    const memory = new Int32Array(this.memory.length * 2)
    memory.set(this.memory)
    this.memory = memory
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2)
    const mask = table.length - 1
    const size = this.#size
    for (let state = 0; state < this.count; state++) {
      let hash = Math.imul((this.nodes[state] ?? 0) + 1, 0x9e3779b1)
      for (let index = 0; index < size; index++) {
        hash = Math.imul(hash ^ (this.memory[state * size + index] ?? 0), 0x85ebca6b)
        hash ^= hash >>> 15
      }
      let slot = (hash ^ (hash >>> 13)) & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = state + 1
    }
    this.#table = table
  }
}
