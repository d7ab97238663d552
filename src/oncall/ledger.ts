import type { LedgerRow } from './contract.ts'
import { isWeekend } from './dates.ts'
import type { Planner } from './planner/planner.ts'
import { closeBefore, repeated } from './held-before.ts'
import type { Roster } from './roster.ts'
import { at, daysOfWeek, isMonthEndWeekOf, weekOf } from './roster.ts'
import type { SettledWeek } from './settlement.ts'

type Row = Omit<LedgerRow, 'engineer'> & { engineer: number }

interface LedgerInput {
  roster: Roster
  planner: Planner
  /** Who holds a day by plan, with overrides. */
  planHolder: (day: number) => number
  year: number
  weeks: readonly number[]
  settledWeeks: readonly SettledWeek[]
}

/** R10: one row for each engineer whom the year's weeks concern. */
export function ledger({ roster, planner, planHolder, year, weeks, settledWeeks }: LedgerInput): Row[] {
  const days = settledWeeks.flatMap((week) => week.days)
  const balances = planner.balances(year)
  const owed = settledWeeks.at(-1)?.owed ?? []
  const daysOff = settledWeeks.flatMap((week) => week.daysOff)
  const membersOn = (day: number) => planner.cycleOf(weekOf(roster, day)).members.length
  const count = <Item>(items: readonly Item[], matches: (item: Item) => boolean) =>
    items.filter(matches).length

  return ledgerEngineers(
    roster,
    weeks,
    days.map(({ holder }) => holder),
  ).map((engineer) => {
    const turns = weeks.filter((week) => planner.holder(week) === engineer)
    const held = days.filter(({ holder }) => holder === engineer)
    const plannedDays = days.map(({ day }) => day).filter((day) => planHolder(day) === engineer)
    return {
      engineer,
      weeks: turns.length,
      dutyDays: held.length,
      holidays: settledWeeks.reduce(
        (sum, week) => sum + count(week.earned, (credit) => credit.engineer === engineer),
        0,
      ),
      weekendDays: count(held, ({ day }) => isWeekend(day)),
      ...(roster.monthEnd && { monthEndWeeks: count(turns, (week) => isMonthEndWeekOf(roster, week)) }),
      daysOff: count(daysOff, (dayOff) => dayOff.engineer === engineer),
      covers: count(held, ({ kind }) => kind === 'cover'),
      owed: count(owed, (credit) => credit.engineer === engineer),
      repeats: count(
        plannedDays,
        (day) => repeated(roster, planHolder, engineer, day, membersOn(day)) !== undefined,
      ),
      greatPairs: count(plannedDays, (day) => closeBefore(roster, planHolder, engineer, day) !== undefined),
      balance: at(balances, engineer),
    }
  })
}

/** Engineers of the rotation active on some day of the weeks, in its order, then others who held a day, by id. */
export function ledgerEngineers(
  roster: Roster,
  weeks: readonly number[],
  holders: readonly number[],
): number[] {
  const held = new Set(holders)
  return roster.ids.flatMap((_, engineer) => {
    const isOfRotation = engineer < roster.rotationSize
    const isActive =
      isOfRotation &&
      weeks.some((week) => daysOfWeek(roster, week).some((day) => roster.isActive(engineer, day)))
    return isActive || held.has(engineer) ? [engineer] : []
  })
}
