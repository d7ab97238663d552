import type { Lookahead } from './lookahead.ts'
import { createLookahead } from './lookahead.ts'
import type { Problem } from './problem.ts'
import type { Bound, State } from './state.ts'
import { afterStep, beginCycle, compareBounds, initialState, keyOf } from './state.ts'

/**
 * R5 for one year: among all ways to order the members of its cycles, the least.
 *
 * The search goes week by week and keeps, of all beginnings that leave the same choices and consequences (who has
 * served, how long ago everyone served, balances, remembered holders, orders to keep), only the best: whatever
 * follows costs the same after each of them. Of equals it keeps the lexicographically smallest, which it meets first
 * because a layer is kept in that order. Evenness is a function of the balances, so equal balances end equally even.
 *
 * A beginning is left out when even a lower bound of what it can lead to is worse than a plan already found. Each part
 * of the bound is one on its own (least cost of giving a cycle's open weeks to who has not served; balances filled up
 * as evenly as if holidays could be handed out one by one), and bounds of the parts, compared in the order of
 * importance, bound the whole. Equal is never left out, so the smallest sequence survives.
 *
 * It runs with growing width: a layer that is too wide loses the beginnings with the worst bounds. A run that lost
 * nothing has seen everything that could win, and is the proof.
 */
export interface SearchResult {
  /** Columns, one an open week. */
  holders: readonly number[]
  isProved: boolean
}

/** How wide a layer may be in the first passes, which only find a good plan, so that the proof can leave out more. */
const SCOUTING_WIDTHS = [24, 288]
/** Up to this many members of a cycle the proof is always made, whatever it takes. */
const ALWAYS_PROVED = 6
/** Past that: how wide the last pass may be, and how many steps all passes may take together. */
const AFFORDABLE_WIDTH = 1500
const AFFORDABLE_STEPS = 120_000

interface Pass {
  best: { holders: readonly number[]; bound: Bound } | undefined
  isComplete: boolean
}

/** Counts steps, not seconds: the same input must give the same plan on every machine. */
interface Effort {
  steps: number
  limit: number
}

export function search(problem: Problem): SearchResult {
  if (problem.weeks.length === 0) return { holders: [], isProved: true }
  const largest = Math.max(...problem.cycles.map((cycle) => cycle.toServe.length))
  const mustProve = largest <= ALWAYS_PROVED
  const lookahead = createLookahead(problem)
  const effort: Effort = { steps: 0, limit: mustProve ? Infinity : AFFORDABLE_STEPS }
  let best: Pass['best']
  for (const width of [...SCOUTING_WIDTHS, mustProve ? Infinity : AFFORDABLE_WIDTH]) {
    const pass = runPass(problem, lookahead, width, best?.bound, effort)
    if (pass.best && (!best || pass.isComplete || compareBounds(pass.best.bound, best.bound) < 0)) {
      best = pass.best
    }
    if (pass.isComplete) return { holders: best?.holders ?? [], isProved: true }
  }
  return { holders: best?.holders ?? [], isProved: false }
}

function runPass(
  problem: Problem,
  lookahead: Lookahead,
  width: number,
  limit: Bound | undefined,
  effort: Effort,
): Pass {
  let layer = [initialState(problem)]
  let isComplete = true
  const trail: Trail = []
  for (const index of problem.weeks.keys()) {
    const isAffordable = effort.steps < effort.limit
    const next = expand(problem, lookahead, index, layer, limit, effort)
    const kept = keepBest(next, isAffordable ? width : Math.min(width, SCOUTING_WIDTHS[0] ?? width))
    if (kept.length < next.length) isComplete = false
    layer = kept
    trail.push({
      parents: Int32Array.from(layer, (state) => state.parent),
      columns: Uint8Array.from(layer, (state) => state.column),
    })
  }
  let winner = -1
  for (const [index, state] of layer.entries()) {
    const leader = layer[winner]
    if (!leader || compareBounds(state.bound, leader.bound) < 0) winner = index
  }
  const bound = layer[winner]?.bound
  return { best: bound && { holders: followBack(trail, winner), bound }, isComplete }
}

/** All beginnings one week longer that are worth keeping, in lexicographic order. */
function expand(
  problem: Problem,
  lookahead: Lookahead,
  index: number,
  layer: readonly State[],
  limit: Bound | undefined,
  effort: Effort,
): State[] {
  const week = problem.weeks[index]
  const cycle = week && problem.cycles[week.cycle]
  if (!cycle) throw new RangeError('an open week without its cycle')
  const longAgo = Math.max(...problem.cycles.map(({ size }) => size))
  const found = new Map<string, State>()
  for (const [parent, state] of layer.entries()) {
    const from = week.week === cycle.firstOpen ? beginCycle(problem, cycle, state) : state
    for (const [position, column] of cycle.toServe.entries()) {
      if (from.served & (1 << position)) continue
      effort.steps++
      const step = { index, from, column, served: from.served | (1 << position) }
      const costs = lookahead(step, limit)
      if (!costs) continue
      const next = afterStep(problem, step, costs, parent)
      const key = keyOf(problem, next, week.week, longAgo)
      const rival = found.get(key)
      // Equal bounds keep the rival: it was met first, so it is lexicographically smaller.
      if (rival && compareBounds(next.bound, rival.bound) >= 0) continue
      // A map keeps the order of insertion: who takes a rival's place goes to the end, where it was met.
      if (rival) found.delete(key)
      found.set(key, next)
    }
  }
  return [...found.values()]
}

function keepBest(states: State[], width: number): State[] {
  if (states.length <= width) return states
  const kept = new Set(states.toSorted((a, b) => compareBounds(a.bound, b.bound)).slice(0, width))
  return states.filter((state) => kept.has(state))
}

/** How each layer's beginnings came about; all that is kept of layers gone by. */
type Trail = { parents: Int32Array; columns: Uint8Array }[]

function followBack(trail: Trail, last: number): number[] {
  const holders: number[] = []
  let index = last
  for (const layer of trail.toReversed()) {
    holders.push(layer.columns[index] ?? -1)
    index = layer.parents[index] ?? -1
  }
  return holders.reverse()
}
