import { leastSquares, remainingCost } from './bounds.ts'
import type { EvenSplit } from './even-split.ts'
import { createEvenSplit } from './even-split.ts'
import type { OpenWeek, Problem } from './problem.ts'
import type { Entrance } from './standing.ts'
import { enter, minimumWeeksOff } from './standing.ts'
import type { Bound, Cost, State, Step } from './state.ts'
import { compareBounds } from './state.ts'

/** The costs of a step so far and the bound of what it can lead to; nothing where that is worse than `limit`. */
export type Lookahead = (step: Step, limit: Bound | undefined) => { cost: Cost; bound: Bound } | undefined

/** Prepares, for every week, the least that the open weeks after it must still cost. */
export function createLookahead(problem: Problem): Lookahead {
  const least = {
    absence: leastAfter(problem, (week, column) => week.absence[column] ?? 0),
    holidays: leastAfter(problem, (week, column) => week.holidays[column] ?? 0),
    shortAbsence: leastAfter(problem, (week, column) => week.shortAbsence[column] ?? 0),
    repeats: leastAfter(problem, (week, column) => week.repeats[column] ?? 0),
    moved: leastAfter(problem, (week, column) => (isMoved(problem, week, column) ? 1 : 0)),
  }
  // Balance that overrides add from a week on, the week included.
  const overridesFrom = problem.weeks.map((_, index) =>
    problem.engineers.map((_, column) =>
      problem.weeks.slice(index).reduce((sum, week) => sum + (week.overrideHolidays[column] ?? 0), 0),
    ),
  )
  const split = evenSplitFrom(problem)
  const balance: number[] = []
  const raised: number[] = []

  const evenness = (index: number, week: OpenWeek, from: State, column: number, served: number): number => {
    const overrides = overridesFrom[index] ?? []
    for (let other = 0; other < from.balance.length; other++) {
      balance[other] = from.balance[other] ?? 0
      raised[other] = 0
    }
    balance[column] = (balance[column] ?? 0) + (week.holidays[column] ?? 0)
    if (index >= split.firstWeek) return split.least(week, balance, served)
    for (let later = week.cycle + 1; later < problem.cycles.length; later++) {
      // Balances only grow, so who joins later starts from at least the mean of today's.
      const entrance = problem.cycles[later]?.entrance
      if (entrance) enterRaising(balance, raised, entrance)
    }
    let units = least.holidays(week.cycle, served)
    for (let other = 0; other < balance.length; other++) {
      // Until they return, what a returner still gets counts towards what they are raised to, and not on top of it.
      const raise = Math.max(0, (raised[other] ?? 0) - (overrides[other] ?? 0))
      balance[other] = (balance[other] ?? 0) - (raised[other] ?? 0) + (overrides[other] ?? 0) + raise
      units -= raise
    }
    return leastSquares(balance, Math.max(0, units))
  }

  return ({ index, from, column, served }, limit) => {
    const week = problem.weeks[index]
    if (!week) return undefined
    const absence = from.absence + (week.absence[column] ?? 0)
    const rest = from.rest + missingRest(problem, from.lastTurn[column] ?? -Infinity, week.week)
    const leastAbsence = absence + least.absence(week.cycle, served)
    // Most steps end here: checked before anything dearer.
    if (limit && (leastAbsence > limit[0] || (leastAbsence === limit[0] && rest > limit[1]))) return undefined
    const shortAbsence = from.shortAbsence + (week.shortAbsence[column] ?? 0)
    const repeats = from.repeats + repeatsOf(week, from, column)
    const moved = from.moved + movedBy(problem, week, from, column)
    const boundWith = (evenness: number): Bound => [
      leastAbsence,
      rest,
      evenness,
      shortAbsence + least.shortAbsence(week.cycle, served),
      repeats + least.repeats(week.cycle, served),
      moved + least.moved(week.cycle, served) + (problem.plain ? 0 : movedAnyway(from, column)),
    ]
    // Evenness is the dearest part, and no less than it was a step before.
    if (limit && compareBounds(boundWith(from.bound[2]), limit) > 0) return undefined
    const bound = boundWith(evenness(index, week, from, column, served))
    if (limit && compareBounds(bound, limit) > 0) return undefined
    return { cost: { absence, rest, shortAbsence, repeats, moved }, bound }
  }
}

/** Past this many members there are too many ways to share a cycle's weeks. */
const LARGEST_SPLIT = 6

/** The open weeks from which everyone is alike: one team, the same holidays for all, nothing overridden. */
function evenSplitFrom(problem: Problem): {
  firstWeek: number
  least: (week: OpenWeek, balance: readonly number[], served: number) => number
} {
  const isAlike = (week: OpenWeek) => {
    const cycle = problem.cycles[week.cycle]
    if (cycle?.toServe.length !== problem.engineers.length) return false
    const { entrance } = cycle
    if (entrance && entrance.newcomers.length + entrance.returners.length > 0) return false
    return new Set(week.holidays).size === 1 && week.overrideHolidays.every((holidays) => holidays === 0)
  }
  const isSmall = problem.engineers.length <= LARGEST_SPLIT
  const lastUnlike = isSmall ? problem.weeks.findLastIndex((week) => !isAlike(week)) : problem.weeks.length
  const split: EvenSplit = createEvenSplit(
    problem.cycles.map((_, index) =>
      problem.weeks.filter(({ cycle }) => cycle === index).map(({ holidays }) => holidays[0] ?? 0),
    ),
  )
  // A cycle counts from its own first week: what is served in it must be as much alike as what is not.
  const firstWeek = problem.weeks.findIndex(
    ({ week, cycle }, index) => index > lastUnlike && problem.cycles[cycle]?.firstOpen === week,
  )
  return {
    firstWeek: firstWeek < 0 ? Infinity : firstWeek,
    least: (week, balance, served) => {
      const done: number[] = []
      const waiting: number[] = []
      for (const [position, column] of (problem.cycles[week.cycle]?.toServe ?? []).entries()) {
        const group = served & (1 << position) ? done : waiting
        group.push(balance[column] ?? 0)
      }
      return split.least(week.cycle, done.length, done, waiting)
    },
  }
}

/** `enter`, noting in `raised` by how much who returns was raised. */
function enterRaising(balance: number[], raised: number[], entrance: Entrance): void {
  for (const column of entrance.returners) raised[column] = (raised[column] ?? 0) - (balance[column] ?? 0)
  enter(balance, entrance)
  for (const column of entrance.returners) raised[column] = (raised[column] ?? 0) + (balance[column] ?? 0)
}

/** The least that one cost must still add, by cycle and who of it has served. */
function leastAfter(
  problem: Problem,
  pick: (week: OpenWeek, column: number) => number,
): (cycle: number, served: number) => number {
  const inCycle = problem.cycles.map((cycle, index) => {
    const weeks = problem.weeks.filter((week) => week.cycle === index)
    return remainingCost(weeks.map((week) => cycle.toServe.map((column) => pick(week, column))))
  })
  const inLaterCycles = inCycle.map((_, index) =>
    inCycle.slice(index + 1).reduce((sum, remaining) => sum + remaining(0), 0),
  )
  return (cycle, served) => (inCycle[cycle]?.(served) ?? 0) + (inLaterCycles[cycle] ?? 0)
}

/** R5.2: the weeks that a turn comes too early after the one before. */
function missingRest(problem: Problem, lastTurn: number, week: number): number {
  if (lastTurn === -Infinity) return 0
  const minimum = minimumWeeksOff(problem.sizeOfWeek(week), problem.sizeOfWeek(lastTurn))
  return Math.max(0, minimum - (week - lastTurn - 1))
}

function repeatsOf(week: OpenWeek, from: State, column: number): number {
  let repeats = week.repeats[column] ?? 0
  for (const link of week.remembered) {
    if (link.ifServing && link.column !== column) continue
    if (link.memories.some((memory) => from.memories[memory] === link.column)) repeats++
  }
  return repeats
}

function isMoved(problem: Problem, week: OpenWeek, column: number): boolean {
  return problem.plain !== undefined && problem.plain(week.week) !== column
}

function movedBy(problem: Problem, week: OpenWeek, from: State, column: number): number {
  const isOther = problem.plain ? isMoved(problem, week, column) : from.kept[from.order.length] !== column
  return isOther ? 1 : 0
}

/** While the undisturbed plan is made: later turns of this cycle whose engineer has served already. */
function movedAnyway(from: State, column: number): number {
  let moved = 0
  for (let turn = from.order.length + 1; turn < from.kept.length; turn++) {
    const kept = from.kept[turn]
    if (kept === column || (kept !== undefined && from.order.includes(kept))) moved++
  }
  return moved
}
