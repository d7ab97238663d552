import { isRepeat } from '../repeats.ts'
import type { Roster } from '../roster.ts'
import { at, daysOfWeek, firstWeekOfYear } from '../roster.ts'
import type { Planner } from './planner.ts'
import { SHORT_ABSENCE } from './problem.ts'
import { minimumWeeksOff } from './standing.ts'

/** What a year's plan costs, in R5's order of importance. */
export interface PlanCost {
  absence: number
  rest: number
  evenness: number
  shortAbsence: number
  repeats: number
  moved: number
}

interface CostInput {
  roster: Roster
  planner: Planner
  planHolder: (day: number) => number
  year: number
  /** Whose week it is in the undisturbed plan. */
  plainOf: (week: number) => string
}

/** R5.1–R5.6 counted from the finished plan, by another way than the search took: a check on it, too. */
export function planCost({ roster, planner, planHolder, year, plainOf }: CostInput): PlanCost {
  const cycles = planner.cyclesOf(year)
  const planned = cycles.flatMap((cycle) =>
    Array.from({ length: cycle.weeks }, (_, index) => cycle.firstWeek + index),
  )
  const away = planned.map(
    (week) =>
      daysOfWeek(roster, week).filter(
        (day) => roster.override(day) === undefined && roster.isUnavailable(planner.holder(week), day),
      ).length,
  )
  const balances = planner.balances(year)
  const members = new Set(cycles.flatMap((cycle) => cycle.members))
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
  return {
    absence: total(away.filter((days) => days > SHORT_ABSENCE)),
    rest: total(planned.map((week) => missingWeeksOff(planner, week))),
    evenness: total([...members].map((engineer) => at(balances, engineer) ** 2)),
    shortAbsence: total(away.filter((days) => days <= SHORT_ABSENCE)),
    repeats: weeksOfYear(roster, year)
      .flatMap((week) => daysOfWeek(roster, week))
      .filter((day) => isRepeat(roster, planHolder, planHolder(day), day)).length,
    moved: planned.filter((week) => plainOf(week) !== at(roster.ids, planner.holder(week))).length,
  }
}

function weeksOfYear(roster: Roster, year: number): number[] {
  const first = firstWeekOfYear(roster, year)
  return Array.from({ length: firstWeekOfYear(roster, year + 1) - first }, (_, index) => first + index)
}

function missingWeeksOff(planner: Planner, week: number): number {
  const engineer = planner.holder(week)
  for (let before = week - 1; before >= 0; before--) {
    if (planner.holder(before) !== engineer) continue
    const minimum = minimumWeeksOff(planner.cycleOf(week).weeks, planner.cycleOf(before).weeks)
    return Math.max(0, minimum - (week - before - 1))
  }
  return 0
}
