import type { Layers } from './layers.ts'
import { leastToEnd, mostToEnd } from './layers.ts'
import type { Phase } from './phase.ts'
import type { OpenWeek, Problem } from './problem.ts'
import { enter } from './standing.ts'
import { leastSquares } from './bounds.ts'

/** What is to be shared evenly: balances (R5.4), or month-end weeks (R5.7). */
export interface Shared {
  start: readonly number[]
  /** What whoever serves the week gets. */
  served: (week: OpenWeek, column: number) => number
  /** What somebody gets in the week, whoever serves. */
  given: (week: OpenWeek, column: number) => number
  /** Counts on top at the end. */
  extra: readonly number[]
}

export function balances(problem: Problem): Shared {
  return {
    start: problem.start.balance,
    served: (week, column) => week.weights[column] ?? 0,
    given: (week, column) => week.overrideWeights[column] ?? 0,
    extra: problem.missed,
  }
}

export function monthEnds(problem: Problem): Shared {
  return {
    start: problem.start.monthEnds,
    served: (week) => week.monthEnd,
    given: () => 0,
    extra: problem.engineers.map(() => 0),
  }
}

/**
 * R5.4 and R5.7: the sum of the squares at the end.
 *
 * Memory: what everyone has so far.
 */
export function squaresPhase(problem: Problem, layers: Layers, shared: Shared): Phase {
  const { weeks, engineers } = problem
  const columns = engineers.length
  const all = [...engineers.keys()]
  // From a node on: the least and the most that each can still get, and the least that all get together.
  const fewest = all.map((column) => leastToEnd(layers, gains(weeks, shared, column)))
  const most = all.map((column) => mostToEnd(layers, gains(weeks, shared, column)))
  const total = leastToEnd(layers, (index, column) => {
    const week = weeks[index]
    if (!week) return 0
    return shared.served(week, column) + all.reduce((sum, each) => sum + shared.given(week, each), 0)
  })
  // Who enters in a later cycle.
  const entering = weeks.map((_, index) =>
    problem.cycles.filter(({ first, entrance }) => entrance && first >= index),
  )

  const base = new Float64Array(columns)
  const floor = new Float64Array(columns)
  const ceiling = new Float64Array(columns)
  const lifted = new Float64Array(columns)

  return {
    size: columns,
    start: (memory, offset) => {
      for (const column of all) memory[offset + column] = shared.start[column] ?? 0
    },
    step: (index, column, memory, from, next, to) => {
      const week = weeks[index]
      if (!week) return Infinity
      for (let each = 0; each < columns; each++) next[to + each] = memory[from + each] ?? 0
      const cycle = problem.cycles[week.cycle]
      if (cycle?.entrance && cycle.first === index) {
        const counts = next.subarray(to, to + columns)
        enter(counts, cycle.entrance)
      }
      for (let each = 0; each < columns; each++) {
        next[to + each] = (next[to + each] ?? 0) + shared.given(week, each)
      }
      next[to + column] = (next[to + column] ?? 0) + shared.served(week, column)
      return 0
    },
    bound: (index, node, memory, from) => {
      let sum = 0
      for (let each = 0; each < columns; each++) {
        base[each] = memory[from + each] ?? 0
        sum += base[each] ?? 0
      }
      let least = sum + (total[index]?.[node] ?? 0)
      const later = entering[index] ?? []
      lifted.set(base)
      for (const { entrance } of later) {
        if (!entrance) continue
        // Counts only grow, so who enters later starts from at least the mean of today's.
        enter(lifted, entrance)
        for (const each of entrance.newcomers) {
          least += (lifted[each] ?? 0) - (base[each] ?? 0)
          base[each] = lifted[each] ?? 0
        }
      }
      for (let each = 0; each < columns; each++) {
        const extra = shared.extra[each] ?? 0
        least += extra
        const fewestMore = fewest[each]?.[index]?.[node] ?? 0
        // Who returns may have reached the mean by themselves until then: it is no more than a floor.
        floor[each] = extra + Math.max((base[each] ?? 0) + fewestMore, lifted[each] ?? 0)
        ceiling[each] = extra + (base[each] ?? 0) + (most[each]?.[index]?.[node] ?? 0)
      }
      for (const { entrance } of later) {
        for (const each of entrance?.newcomers ?? []) ceiling[each] = Infinity
        for (const each of entrance?.returners ?? []) ceiling[each] = Infinity
      }
      return leastSquares(floor, ceiling, least)
    },
  }
}

function gains(
  weeks: readonly OpenWeek[],
  shared: Shared,
  each: number,
): (index: number, column: number) => number {
  return (index, column) => {
    const week = weeks[index]
    if (!week) return 0
    return shared.given(week, each) + (column === each ? shared.served(week, each) : 0)
  }
}
