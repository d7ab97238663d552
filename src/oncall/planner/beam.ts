import type { Layers } from './layers.ts'
import type { Phase } from './phase.ts'
import { States } from './states.ts'

/** A good order, found quickly; nothing is proved of it. */
export interface Found {
  /** Columns, one an open week. */
  order: readonly number[]
  /** What it costs, phase by phase. */
  costs: readonly number[]
}

/** The state of a beginning in every phase at once. */
interface Place {
  costs: readonly number[]
  /** What each phase costs at least, the future included. */
  bounds: readonly number[]
  parent: number
  column: number
}

/**
 * Continues only the most promising beginnings, week by week, all phases at once in their order of importance.
 *
 * @param width how many beginnings are kept
 * @returns nothing where none of them came to an end
 */
export function beam(layers: Layers, phases: readonly Phase[], width: number): Found | undefined {
  const offsets = phases.map((_, index) => phases.slice(0, index).reduce((sum, each) => sum + each.size, 0))
  const size = phases.reduce((sum, phase) => sum + phase.size, 0)
  const memory = new Int32Array(size)
  for (const [index, phase] of phases.entries()) phase.start(memory, offsets[index] ?? 0)
  let states = new States(size)
  states.find(0, memory)
  let places: Place[] = [{ costs: phases.map(() => 0), bounds: [], parent: -1, column: -1 }]
  const trail: Place[][] = []

  for (const [index, layer] of layers.arcs.entries()) {
    const next = new States(size)
    const reached: Place[] = []
    for (const [state, place] of places.entries()) {
      const node = states.nodes[state] ?? 0
      const end = layer.starts[node + 1] ?? 0
      for (let arc = layer.starts[node] ?? 0; arc < end; arc++) {
        const column = layer.columns[arc] ?? 0
        const target = layer.targets[arc] ?? 0
        const costs: number[] = []
        for (const [part, phase] of phases.entries()) {
          const offset = offsets[part] ?? 0
          const step = phase.step(index, column, states.memory, state * size + offset, memory, offset)
          if (step === Infinity) break
          costs.push((place.costs[part] ?? 0) + step)
        }
        if (costs.length < phases.length) continue
        const found = next.find(target, memory)
        const rival = reached[found]
        // Equal costs keep the rival: it was met first, so it is lexicographically smaller.
        if (rival && compare(costs, rival.costs) >= 0) continue
        const bounds = phases.map(
          (phase, part) => (costs[part] ?? 0) + phase.bound(index + 1, target, memory, offsets[part] ?? 0),
        )
        reached[found] = { costs, bounds, parent: state, column }
      }
    }
    const kept = best(reached, width)
    states = next.select(kept)
    places = kept.map((state) => reached[state] as Place)
    trail.push(places)
  }
  const [winner] = best(places, 1)
  if (winner === undefined) return undefined
  return { order: followBack(trail, winner), costs: places[winner]?.bounds ?? [] }
}

/** The indexes of the best places, in their order. */
function best(places: readonly Place[], width: number): number[] {
  const all = [...places.keys()]
  if (all.length <= width) return all
  const bounds = (index: number) => places[index]?.bounds ?? []
  return all
    .sort((a, b) => compare(bounds(a), bounds(b)) || a - b)
    .slice(0, width)
    .sort((a, b) => a - b)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function followBack(trail: readonly (readonly Place[])[], last: number): number[] {
  const order: number[] = []
  let state = last
  for (const layer of trail.toReversed()) {
    order.push(layer[state]?.column ?? -1)
    state = layer[state]?.parent ?? -1
  }
  return order.reverse()
}
