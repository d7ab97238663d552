import type { LayerArcs, Layers } from './layers.ts'
import type { Phase } from './phase.ts'
import { States } from './states.ts'

/** The orders of a graph that are best in one phase. */
export interface Expanded {
  /** What the best of them cost. */
  best: number
  /** All that cost so much, and no other; or, where `within` was asked for, all that cost no more than the limit. */
  layers: Layers
}

/** The states of a layer and the arcs that lead on from them, with what each costs. */
interface Expansion {
  states: States
  starts: Int32Array
  arcs: Arcs
}

/**
 * Searches a graph for the orders that are best in one phase, exactly.
 *
 * Forward, every state is continued that may still end within `limit`; backward, what each state costs to its end is
 * added up; what is not part of a best order is left out, and states with the same futures become one node.
 *
 * @param limit what some order is known to cost
 * @param maxStates more states than this are not worth the time
 * @param keep whether only the best orders stay, or all `within` the limit (and perhaps a few beyond)
 * @returns nothing where there would be more states than that
 */
export function expand(
  layers: Layers,
  phase: Phase,
  limit: number,
  maxStates: number,
  keep: 'best' | 'within' = 'best',
): Expanded | undefined {
  const expansions: Expansion[] = []
  let states = firstStates(phase)
  let total = 0
  for (const [index, layer] of layers.arcs.entries()) {
    const expansion = continueStates(phase, index, layer, states, limit)
    expansions.push(expansion.from)
    states = expansion.to
    total += states.count
    if (total > maxStates) return undefined
  }
  return keptOrders(
    expansions,
    endCosts(phase, layers.arcs.length, states),
    keep === 'best' ? undefined : limit,
  )
}

function firstStates(phase: Phase): States {
  const states = new States(phase.size)
  const memory = new Int32Array(phase.size)
  phase.start(memory, 0)
  states.costs[states.find(0, memory)] = 0
  return states
}

function continueStates(
  phase: Phase,
  index: number,
  layer: LayerArcs,
  states: States,
  limit: number,
): { from: Expansion; to: States } {
  const to = new States(phase.size)
  const starts = new Int32Array(states.count + 1)
  const arcs = new Arcs()
  const next = new Int32Array(phase.size)
  for (let state = 0; state < states.count; state++) {
    const node = states.nodes[state] ?? 0
    const cost = states.costs[state] ?? 0
    const end = layer.starts[node + 1] ?? 0
    for (let arc = layer.starts[node] ?? 0; arc < end; arc++) {
      const column = layer.columns[arc] ?? 0
      const step = phase.step(index, column, states.memory, state * phase.size, next, 0)
      const reached = cost + step
      if (step === Infinity || reached > limit) continue
      const target = layer.targets[arc] ?? 0
      if (reached + phase.bound(index + 1, target, next, 0) > limit) continue
      const found = to.find(target, next)
      if (reached < (to.costs[found] ?? Infinity)) to.costs[found] = reached
      arcs.add(column, found, step)
    }
    starts[state + 1] = arcs.count
  }
  return { from: { states, starts, arcs }, to }
}

function endCosts(phase: Phase, weeks: number, states: States): Float64Array {
  const costs = new Float64Array(states.count)
  for (let state = 0; state < states.count; state++) {
    costs[state] = phase.bound(weeks, 0, states.memory, state * phase.size)
  }
  return costs
}

/** Backward: what each state costs to the end, and the arcs that the orders take which cost no more than the limit. */
function keptOrders(
  expansions: readonly Expansion[],
  ends: Float64Array,
  limit: number | undefined,
): Expanded {
  const toEnd: Float64Array[] = [ends]
  for (const { states, starts, arcs } of expansions.toReversed()) {
    const after = toEnd[0] ?? ends
    const here = new Float64Array(states.count).fill(Infinity)
    for (let state = 0; state < states.count; state++) {
      const end = starts[state + 1] ?? 0
      for (let arc = starts[state] ?? 0; arc < end; arc++) {
        const cost = (arcs.costs[arc] ?? 0) + (after[arcs.targets[arc] ?? 0] ?? Infinity)
        if (cost < (here[state] ?? Infinity)) here[state] = cost
      }
    }
    toEnd.unshift(here)
  }
  const best = toEnd[0]?.[0] ?? Infinity
  // The limit is what some order costs, so there is one.
  if (best === Infinity) throw new RangeError('no order within the limit')
  return { best, layers: { arcs: mergeFutures(expansions, toEnd, limit ?? best) } }
}

/** From the end to the beginning: states that can be continued in the same ways are one node. */
function mergeFutures(
  expansions: readonly Expansion[],
  toEnd: readonly Float64Array[],
  limit: number,
): LayerArcs[] {
  const layers: LayerArcs[] = []
  // Where the last layer ends, every order is at its end.
  let merged: Int32Array = new Int32Array((toEnd.at(-1) ?? new Float64Array()).length)
  for (let index = expansions.length - 1; index >= 0; index--) {
    const { states, starts, arcs } = expansions[index] as Expansion
    const after = toEnd[index + 1] as Float64Array
    const here = new Int32Array(states.count).fill(-1)
    const nodes = new Map<string, number>()
    const columns: number[] = []
    const targets: number[] = []
    const ends: number[] = [0]
    for (let state = 0; state < states.count; state++) {
      const cost = states.costs[state] ?? Infinity
      if (cost + (toEnd[index]?.[state] ?? Infinity) > limit) continue
      let signature = ''
      const first = columns.length
      const end = starts[state + 1] ?? 0
      for (let arc = starts[state] ?? 0; arc < end; arc++) {
        const target = arcs.targets[arc] ?? 0
        if (cost + (arcs.costs[arc] ?? 0) + (after[target] ?? Infinity) > limit) continue
        const node = merged[target] ?? -1
        columns.push(arcs.columns[arc] ?? 0)
        targets.push(node)
        signature += String.fromCharCode((arcs.columns[arc] ?? 0) + 1, node & 0xffff, node >>> 16)
      }
      const known = nodes.get(signature)
      if (known === undefined) {
        here[state] = nodes.size
        nodes.set(signature, nodes.size)
        ends.push(columns.length)
      } else {
        here[state] = known
        columns.length = first
        targets.length = first
      }
    }
    layers.unshift({
      starts: Int32Array.from(ends),
      columns: Uint8Array.from(columns),
      targets: Int32Array.from(targets),
    })
    merged = here
  }
  return layers
}

/** Arcs as they are found: a list that grows. */
class Arcs {
  count = 0
  columns = new Uint8Array(128)
  targets = new Int32Array(128)
  costs = new Float64Array(128)

  add(column: number, target: number, cost: number): void {
    if (this.count === this.columns.length) this.#grow()
    this.columns[this.count] = column
    this.targets[this.count] = target
    this.costs[this.count] = cost
    this.count++
  }

  #grow(): void {
    const columns = new Uint8Array(this.columns.length * 2)
    columns.set(this.columns)
    this.columns = columns
    const targets = new Int32Array(this.targets.length * 2)
    targets.set(this.targets)
    this.targets = targets
    const costs = new Float64Array(this.costs.length * 2)
    costs.set(this.costs)
    this.costs = costs
  }
}
