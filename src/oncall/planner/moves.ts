import type { Layers } from './layers.ts'
import { leastToEnd } from './layers.ts'
import type { Phase } from './phase.ts'
import type { Problem } from './problem.ts'

/** A cost that follows from week and column alone, so nothing has to be remembered. */
function plainPhase(layers: Layers, cost: (index: number, column: number) => number): Phase {
  const least = leastToEnd(layers, cost)
  return {
    size: 0,
    start: () => undefined,
    step: (index, column) => cost(index, column),
    bound: (index, node) => least[index]?.[node] ?? 0,
  }
}

/** R5.5. */
export function shortAbsencePhase(problem: Problem, layers: Layers): Phase {
  return plainPhase(layers, (index, column) => problem.weeks[index]?.shortAbsence[column] ?? 0)
}

/** R5.8: weeks whose engineer differs from the undisturbed plan; or, while that plan is made, from the cycle before. */
export function movesPhase(problem: Problem, layers: Layers): Phase {
  const { plain } = problem
  if (!plain) return keptOrderPhase(problem)
  return plainPhase(layers, (index, column) => (plain(problem.weeks[index]?.week ?? 0) === column ? 0 : 1))
}

/**
 * R5.8 in the undisturbed plan itself: each cycle keeps the order of the one before, newcomers last.
 *
 * Memory: the order of the cycle so far, then, from the same place on, what the order kept would be; columns plus 1.
 */
function keptOrderPhase(problem: Problem): Phase {
  const longest = Math.max(
    0,
    problem.orderBefore.length,
    ...problem.cycles.map(({ toServe }) => toServe.length),
  )
  const keptFrom = (cycle: Problem['cycles'][number], order: readonly number[]): number[] => {
    const stayed = order.filter((column) => cycle.toServe.includes(column))
    return [...stayed, ...cycle.toServe.filter((column) => !stayed.includes(column))]
  }
  return {
    size: 2 * longest,
    start: (memory, offset) => {
      for (let place = 0; place < 2 * longest; place++) {
        memory[offset + place] = place < longest ? (problem.orderBefore[place] ?? -1) + 1 : 0
      }
    },
    step: (index, column, memory, from, next, to) => {
      const cycle = problem.cycles[problem.weeks[index]?.cycle ?? -1]
      if (!cycle) return Infinity
      const place = index - cycle.first
      for (let each = 0; each < 2 * longest; each++) next[to + each] = memory[from + each] ?? 0
      if (place === 0) {
        const order: number[] = []
        for (let each = 0; each < longest; each++) {
          const before = (memory[from + each] ?? 0) - 1
          if (before >= 0) order.push(before)
          next[to + each] = 0
        }
        const kept = keptFrom(cycle, order)
        for (let each = 0; each < longest; each++) next[to + longest + each] = (kept[each] ?? -1) + 1
      }
      const cost = next[to + longest + place] === column + 1 ? 0 : 1
      next[to + place] = column + 1
      // What is past no longer matters.
      next[to + longest + place] = 0
      return cost
    },
    bound: (index, _node, memory, from) => {
      // Later turns of this cycle whose engineer has served already are moved, whatever comes.
      let moved = 0
      for (let place = 0; place < longest; place++) {
        const kept = memory[from + longest + place] ?? 0
        if (kept === 0) continue
        for (let each = 0; each < place; each++) {
          if (memory[from + each] !== kept) continue
          moved++
          break
        }
      }
      return index === problem.weeks.length ? 0 : moved
    },
  }
}
