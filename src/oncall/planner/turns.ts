import { remainingCost } from './bounds.ts'
import type { Phase } from './phase.ts'
import type { Problem } from './problem.ts'
import { minimumWeeksOff } from './standing.ts'

/** Absence (R5.1) comes before rest (R5.2): one number that orders like the two. */
export const ABSENCE_UNIT = 100_000

/** A turn so long ago that it limits no later one. */
const LONG_AGO = -1_000_000

/**
 * R5.1 and R5.2, and that each member serves once in a cycle.
 *
 * Memory: the bit set of who has served in the cycle (by place in `toServe`), then the week of everyone's last turn.
 */
export function turnsPhase(problem: Problem): Phase {
  const columns = problem.engineers.length
  const openWeeks = problem.weeks
  const longest = Math.max(
    0,
    ...openWeeks.map(({ week }) => minimumWeeksOff(problem.sizeOfWeek(week), problem.sizeOfWeek(week))),
  )
  const places = problem.cycles.map(({ toServe }) => {
    const place = new Int32Array(columns).fill(-1)
    for (const [index, column] of toServe.entries()) place[column] = index
    return place
  })
  const leastAbsence = problem.cycles.map((cycle) =>
    remainingCost(
      openWeeks
        .slice(cycle.first, cycle.end)
        .map((week) => cycle.toServe.map((column) => week.absence[column] ?? 0)),
    ),
  )
  const leastLater = problem.cycles.map((_, index) =>
    leastAbsence.slice(index + 1).reduce((sum, least) => sum + least(0), 0),
  )
  /** What a turn in one week costs after one in another (R5.2). */
  const missing = (week: number, last: number): number => {
    const minimum = minimumWeeksOff(problem.sizeOfWeek(week), problem.sizeOfWeek(last))
    return Math.max(0, minimum - (week - last - 1))
  }

  return {
    size: 1 + columns,
    start: (memory, offset) => {
      memory[offset] = 0
      const next = openWeeks[0]?.week ?? 0
      for (let column = 0; column < columns; column++) {
        const last = problem.start.lastTurn[column] ?? -Infinity
        memory[offset + 1 + column] = next - last - 1 >= longest ? LONG_AGO : last
      }
    },
    step: (index, column, memory, from, next, to) => {
      const week = openWeeks[index]
      if (!week) return Infinity
      const cycle = problem.cycles[week.cycle]
      const bit = 1 << (places[week.cycle]?.[column] ?? 0)
      const served = cycle?.first === index ? 0 : (memory[from] ?? 0)
      if (served & bit) return Infinity
      next[to] = served | bit
      const last = memory[from + 1 + column] ?? LONG_AGO
      const rest = last === LONG_AGO ? 0 : missing(week.week, last)
      for (let other = 0; other < columns; other++) {
        const turn = other === column ? week.week : (memory[from + 1 + other] ?? LONG_AGO)
        next[to + 1 + other] = week.week - turn >= longest ? LONG_AGO : turn
      }
      return (week.absence[column] ?? 0) * ABSENCE_UNIT + rest
    },
    bound: (index, _node, memory, from) => {
      if (index === 0) return ((leastAbsence[0]?.(0) ?? 0) + (leastLater[0] ?? 0)) * ABSENCE_UNIT
      const week = openWeeks[index - 1]
      if (!week || index === openWeeks.length) return 0
      const inCycle = leastAbsence[week.cycle]?.(memory[from] ?? 0) ?? 0
      return (inCycle + (leastLater[week.cycle] ?? 0)) * ABSENCE_UNIT
    },
  }
}
