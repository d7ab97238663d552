import type { Burdens } from './burdens.ts'
import { burdens } from './burdens.ts'
import type { CalendarYear } from './contract.ts'
import { toDate } from './dates.ts'
import type { PlanCost } from './planner/cost.ts'
import { planCost } from './planner/cost.ts'
import type { Level } from './planner/proof.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import { at, weekStart } from './roster.ts'
import type { OrderReason } from './reasons.ts'
import { moveReasons, orderReasons } from './reasons.ts'
import type { RotaInput } from './types.ts'

/** Why a year's calendar is as it is. */
export interface YearExplanation {
  cycles: { start: string; members: string[] }[]
  /** Whether the year's plan was proved to be the least of R5. */
  optimal: boolean
  /** R5: the last level up to which no order is better. */
  proved: Level
  /** What the plan costs, in R5's order of importance. */
  cost: PlanCost
  /** R5.8: weeks whose engineer differs from the undisturbed plan. */
  moved: { start: string; engineer: string; plain: string }[]
  /** Cycles whose order differs from that of the cycle before, each with the level of R5 that is the reason. */
  orders: OrderReason[]
  /** Cycles whose order differs from the undisturbed plan, each with the level of R5 that is the reason. */
  moves: OrderReason[]
  /** What is not fair all the same: great holidays close together, holidays again, and who has held the great ones. */
  burdens: Burdens
  /** Last day of the published weeks, where any are. */
  publishedThrough?: string
}

export function explain(
  roster: Roster,
  rota: RotaInput,
  planner: Planner,
  planHolder: (day: number) => number,
  year: number,
  calendar: CalendarYear,
  plainOf: (week: number) => string,
  plain: Planner,
  weeks: readonly number[],
): YearExplanation {
  const reasons = { roster, planner, plain, published: rota.published.length, plainOf }
  return {
    cycles: planner.cyclesOf(year).map((cycle) => ({
      start: toDate(weekStart(roster, cycle.firstWeek)),
      members: cycle.members.map((engineer) => at(roster.ids, engineer)),
    })),
    optimal: calendar.optimal,
    proved: calendar.proved,
    cost: planCost({ roster, planner, planHolder, year, plainOf }),
    moved: calendar.weeks
      .filter((week) => week.engineer !== week.plain)
      .map(({ start, engineer, plain }) => ({ start, engineer, plain })),
    orders: orderReasons(reasons, year),
    moves: moveReasons(reasons, year),
    burdens: burdens({ roster, planner, planHolder, weeks }),
    ...(rota.published.length > 0 && {
      publishedThrough: toDate(weekStart(roster, rota.published.length) - 1),
    }),
  }
}
