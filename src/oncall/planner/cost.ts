import type { Holiday } from '../holidays.ts'
import { isGreat } from '../holidays.ts'
import {
  CLOSE_DAYS,
  isAgain,
  isClosePair,
  isRememberedForYears,
  repeatCost,
  repeatWindow,
} from '../memory.ts'
import type { Roster } from '../roster.ts'
import { at, daysOfWeek } from '../roster.ts'
import type { Planner } from './planner.ts'
import { SHORT_ABSENCE } from './problem.ts'
import { minimumWeeksOff } from './standing.ts'

/** What a year's plan costs, in R5's order of importance. */
export interface PlanCost {
  absence: number
  rest: number
  greatHolidays: number
  evenness: number
  shortAbsence: number
  repeats: number
  /** 0 where the rota carries no month-end watch. */
  monthEnds: number
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

/** R5.1–R5.8 counted from the finished plan, by another way than the search took: a check on it, too. */
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
  const monthEnds = planner.monthEnds(year)
  const members = [...new Set(cycles.flatMap((cycle) => cycle.members))]
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
  const remembered = planned.flatMap((week) =>
    daysOfWeek(roster, week).map((day) => heldCost(roster, planner, planHolder, week, day)),
  )
  return {
    absence: total(away.filter((days) => days > SHORT_ABSENCE)),
    rest: total(planned.map((week) => missingWeeksOff(planner, week))),
    greatHolidays: total(remembered.map(({ great }) => great)),
    evenness: total(
      members.map((engineer) => (at(balances, engineer) + planner.missed(year, engineer)) ** 2),
    ),
    shortAbsence: total(away.filter((days) => days <= SHORT_ABSENCE)),
    repeats: total(remembered.map(({ repeats }) => repeats)),
    monthEnds: roster.monthEnd ? total(members.map((engineer) => at(monthEnds, engineer) ** 2)) : 0,
    moved: planned.filter((week) => plainOf(week) !== at(roster.ids, planner.holder(week))).length,
  }
}

/** R5.3 and R5.6 for one day. */
function heldCost(
  roster: Roster,
  planner: Planner,
  planHolder: (day: number) => number,
  week: number,
  day: number,
): { great: number; repeats: number } {
  const holder = planHolder(day)
  const later = roster.weighed(holder, day)
  if (!later) return { great: 0, repeats: 0 }
  const members = planner.cycleOf(week).members.length
  const dearest = (first: number, last: number, cost: (earlier: Holiday, days: number) => number) => {
    let most = 0
    for (let earlier = Math.max(roster.start, day - last); earlier <= day - first; earlier++) {
      const holiday = planHolder(earlier) === holder ? roster.weighed(holder, earlier) : undefined
      if (holiday) most = Math.max(most, cost(holiday, day - earlier))
    }
    return most
  }
  const close = isGreat(later)
    ? dearest(1, CLOSE_DAYS, (earlier, days) =>
        isClosePair(earlier, later, days) ? Math.min(earlier.weight, later.weight) : 0,
      )
    : 0
  const { first, last } = repeatWindow(later, members)
  const again = later.remembered
    ? dearest(first, last, (earlier, days) =>
        isAgain(earlier, later) ? repeatCost(later, days, members) : 0,
      )
    : 0
  return isRememberedForYears(later) ? { great: close + again, repeats: 0 } : { great: close, repeats: again }
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
