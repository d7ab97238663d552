import type { CalendarYear, DayOff, LedgerRow, Owed, RoundRobinRow, Shift, Week } from './contract.ts'
import { isMonthEnd, toDate, toDay } from './dates.ts'
import { RotaError } from './errors.ts'
import { dutyDayAt, dutyDayStart, toInstant } from './handoff.ts'
import { ledger } from './ledger.ts'
import { planCost } from './planner/cost.ts'
import type { PlanCost } from './planner/cost.ts'
import { createPlanner } from './planner/planner.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import {
  at,
  createRoster,
  daysOfWeek,
  firstWeekOfYear,
  undisturbed,
  weekOf,
  weekStart,
  yearOfWeek,
} from './roster.ts'
import { roundRobin } from './round-robin.ts'
import type { Credit, HeldDay, SettledWeek } from './settlement.ts'
import { createSettlement } from './settlement.ts'
import type { PublishedWeek, RotaInput } from './types.ts'
import { validateInput } from './validation/input.ts'

/** One duty day with everything that a calendar shows of it. Engineers are ids. */
export interface DutyDay {
  date: string
  /** Instants: ISO 8601 with numeric offset, in the rota's zone. */
  start: string
  end: string
  /** Index into `year().weeks`. */
  week: number
  planned: string
  holder: string
  kind: 'rotation' | 'cover' | 'override'
  reason?: string | undefined
  /** Set on a day off of the planned engineer: the holiday that it pays back. */
  dayOff?: { date: string; name: string } | undefined
  /** The planned engineer is unavailable, and covered. */
  absence: boolean
  /** The holder's holiday, by their own calendar: it earns them a credit. */
  holiday?: string | undefined
  /** Every holiday of that day in the calendars of the rotation, and whose it is. */
  holidays: { name: string; engineers: string[] }[]
  monthEnd: boolean
}

/** Why a year's calendar is as it is. */
export interface YearExplanation {
  cycles: { start: string; members: string[] }[]
  /** Whether the year's plan was proved to be the least of R5. */
  optimal: boolean
  /** What the plan costs, in R5's order of importance. */
  cost: PlanCost
  /** R5.6: weeks whose engineer differs from the undisturbed plan. */
  moved: { start: string; engineer: string; plain: string }[]
  /** Last day of the published weeks, where any are. */
  publishedThrough?: string
}

/** A rota's calendar. Years are computed when they are first asked for. */
export interface RotaCalendar {
  readonly rota: RotaInput
  /** The year of the rota's first week. */
  readonly firstYear: number
  /** The JSON contract of a year. */
  year(year: number): CalendarYear
  /** R2: the year that a duty day (`YYYY-MM-DD`) belongs to. */
  yearOf(date: string): number
  /** One entry a duty day of the year's weeks. */
  days(year: number): DutyDay[]
  explain(year: number): YearExplanation
  /** The shift in force at an instant (ISO 8601); `undefined` before the rota starts. */
  shiftAt(instant: string): Shift | undefined
  /** R11: the weeks from the first through the one that holds the date; those published already as they are. */
  publishable(through: string): PublishedWeek[]
  /** R11: the published weeks with the holidays that the calendars have for whoever holds their days; nobody moves. */
  amended(): PublishedWeek[]
}

/**
 * R1–R11 for one rota.
 *
 * @throws RotaError with every problem that can be seen in the input itself; its methods throw one where a week has
 *   nobody active or a day nobody to cover it
 */
export function createCalendar(rota: RotaInput): RotaCalendar {
  const problems = validateInput(rota).filter((problem) => problem.severity === 'error')
  if (problems.length > 0) throw new RotaError(problems)

  const roster = createRoster(rota)
  const plainRoster = undisturbed(roster)
  const plain = createPlanner(plainRoster, [], undefined)
  const planner = isUndisturbed(rota) ? plain : createPlanner(roster, rota.published, plain)
  const settlement = createSettlement(roster, planner, rota.published)
  const id = (engineer: number) => at(roster.ids, engineer)
  const years = new Map<number, CalendarYear>()

  const weeksOf = (year: number): number[] => {
    const first = firstWeekOfYear(roster, year)
    return Array.from({ length: firstWeekOfYear(roster, year + 1) - first }, (_, index) => first + index)
  }

  const settled = (week: number): SettledWeek => {
    const result = settlement.week(week)
    if (settlement.uncovered.length > 0) throw new RotaError(settlement.uncovered)
    return result
  }

  const planHolder = (day: number): number =>
    roster.override(day)?.engineer ?? planner.holder(weekOf(roster, day))

  const plainOf = (week: number): string => rota.published[week]?.plain ?? id(plain.holder(week))

  const toWeek = (week: number): Week => ({
    start: toDate(weekStart(roster, week)),
    engineer: id(planner.holder(week)),
    plain: plainOf(week),
    published: week < rota.published.length,
    monthEnd: daysOfWeek(roster, week).some(isMonthEnd),
    holidays: settled(week).earned.map(({ engineer, day, name }) => ({
      date: toDate(day),
      name,
      engineer: id(engineer),
    })),
  })

  const computeYear = (year: number): CalendarYear => {
    const weeks = weeksOf(year)
    const settledWeeks = weeks.map(settled)
    return {
      version: 1,
      rota: rota.id,
      year,
      timeZone: rota.timeZone,
      optimal: planner.isProved(year),
      weeks: weeks.map(toWeek),
      shifts: mergeShifts(
        roster,
        rota,
        settledWeeks.flatMap((week) => week.days),
      ),
      daysOff: daysOffOf(settledWeeks, id),
      owed: (settledWeeks.at(-1)?.owed ?? []).map((credit): Owed => ({
        engineer: id(credit.engineer),
        for: namedDate(credit),
      })),
      ledger: ledger({ roster, planner, planHolder, year, weeks, settledWeeks }).map((row): LedgerRow => ({
        ...row,
        engineer: id(row.engineer),
      })),
      roundRobin: roundRobin(plainRoster, weeks).map((row): RoundRobinRow => ({
        ...row,
        engineer: id(row.engineer),
      })),
    }
  }

  const yearOfCalendar = (year: number): CalendarYear => {
    let known = years.get(year)
    if (!known) years.set(year, (known = computeYear(year)))
    return known
  }

  return {
    rota,
    firstYear: yearOfWeek(roster, 0),
    year: yearOfCalendar,
    yearOf: (date) => yearOfWeek(roster, weekOf(roster, toDay(date))),
    days: (year) =>
      weeksOf(year).flatMap((week, index) =>
        settled(week).days.map((held) => toDutyDay(roster, rota, held, index, settled(week))),
      ),
    explain: (year) => explain(roster, rota, planner, planHolder, year, yearOfCalendar(year)),
    shiftAt: (instant) => {
      const moment = Date.parse(instant)
      const day = dutyDayAt(moment, rota.timeZone, rota.handoffTime)
      if (day < roster.start) return undefined
      return yearOfCalendar(yearOfWeek(roster, weekOf(roster, day))).shifts.find(
        (shift) => Date.parse(shift.start) <= moment && moment < Date.parse(shift.end),
      )
    },
    publishable: (through) => {
      const last = weekOf(roster, toDay(through))
      return Array.from(
        { length: last + 1 },
        (_, week) => rota.published[week] ?? toPublished(roster, planner, plainOf(week), week, settled(week)),
      )
    },
    amended: () =>
      rota.published.map((week, index) => ({ ...week, holidays: declaredHolidays(roster, settled(index)) })),
  }
}

/** Nothing that could make the plan differ from the undisturbed one (R5.6). */
function isUndisturbed(rota: RotaInput): boolean {
  const nobodyAway = Object.values(rota.engineers).every(
    (engineer) => (engineer.unavailable ?? []).length === 0,
  )
  return nobodyAway && rota.overrides.length === 0 && rota.published.length === 0
}

function namedDate(credit: Pick<Credit, 'day' | 'name'>): { date: string; name: string } {
  return { date: toDate(credit.day), name: credit.name }
}

function daysOffOf(weeks: readonly SettledWeek[], id: (engineer: number) => string): DayOff[] {
  return weeks.flatMap((week) =>
    week.daysOff.map((dayOff) => ({
      engineer: id(dayOff.engineer),
      date: toDate(dayOff.day),
      cover: id(dayOff.cover),
      for: namedDate(dayOff.for),
    })),
  )
}

/** Days that follow each other with the same engineer, kind, `for` and `reason` are one shift. */
function mergeShifts(roster: Roster, rota: RotaInput, days: readonly HeldDay[]): Shift[] {
  const runs: { first: number; last: number; bare: BareShift; key: string }[] = []
  for (const held of days) {
    const bare = toBareShift(roster, held)
    const key = JSON.stringify(bare)
    const run = runs.at(-1)
    if (run?.key === key) run.last = held.day
    else runs.push({ first: held.day, last: held.day, bare, key })
  }
  return runs.map(({ first, last, bare }) => ({
    start: dutyDaySpan(rota, first).start,
    end: dutyDaySpan(rota, last).end,
    ...bare,
  }))
}

type Bare<Kind> = Kind extends Shift ? Omit<Kind, 'start' | 'end'> : never
/** A shift without its instants. */
type BareShift = Bare<Shift>

function toBareShift(roster: Roster, held: HeldDay): BareShift {
  const engineer = at(roster.ids, held.holder)
  if (typeof held.reason === 'object') {
    const { override } = held.reason
    return { engineer, kind: 'override', ...(override !== undefined && { reason: override }) }
  }
  if (held.reason === undefined) return { engineer, kind: 'rotation' }
  return { engineer, kind: 'cover', for: at(roster.ids, held.planned), reason: held.reason }
}

function dutyDaySpan(rota: RotaInput, day: number): { start: string; end: string } {
  const instant = (each: number) =>
    toInstant(dutyDayStart(each, rota.timeZone, rota.handoffTime), rota.timeZone)
  return { start: instant(day), end: instant(day + 1) }
}

function toDutyDay(
  roster: Roster,
  rota: RotaInput,
  held: HeldDay,
  week: number,
  settledWeek: SettledWeek,
): DutyDay {
  const holidays = new Map<string, string[]>()
  for (let engineer = 0; engineer < roster.rotationSize; engineer++) {
    const name = roster.holiday(engineer, held.day)
    if (name === undefined || !roster.isActive(engineer, held.day)) continue
    holidays.set(name, [...(holidays.get(name) ?? []), at(roster.ids, engineer)])
  }
  const dayOff = settledWeek.daysOff.find(({ day }) => day === held.day)
  const reason = typeof held.reason === 'object' ? held.reason.override : held.reason
  return {
    date: toDate(held.day),
    ...dutyDaySpan(rota, held.day),
    week,
    planned: at(roster.ids, held.planned),
    holder: at(roster.ids, held.holder),
    kind: held.kind,
    ...(reason !== undefined && { reason }),
    ...(dayOff && { dayOff: namedDate(dayOff.for) }),
    absence: held.reason === 'absence',
    holiday: roster.countedHoliday(held.holder, held.day),
    holidays: [...holidays].map(([name, engineers]) => ({ name, engineers })),
    monthEnd: isMonthEnd(held.day),
  }
}

function explain(
  roster: Roster,
  rota: RotaInput,
  planner: Planner,
  planHolder: (day: number) => number,
  year: number,
  calendar: CalendarYear,
): YearExplanation {
  const plainOf = (week: number) =>
    calendar.weeks.find(({ start }) => start === toDate(weekStart(roster, week)))?.plain
  return {
    cycles: planner.cyclesOf(year).map((cycle) => ({
      start: toDate(weekStart(roster, cycle.firstWeek)),
      members: cycle.members.map((engineer) => at(roster.ids, engineer)),
    })),
    optimal: calendar.optimal,
    cost: planCost({ roster, planner, planHolder, year, plainOf }),
    moved: calendar.weeks
      .filter((week) => week.engineer !== week.plain)
      .map(({ start, engineer, plain }) => ({ start, engineer, plain })),
    ...(rota.published.length > 0 && {
      publishedThrough: toDate(weekStart(roster, rota.published.length) - 1),
    }),
  }
}

/** Date → name of the holidays of a week by the calendars of those who hold its days, whatever was published. */
function declaredHolidays(roster: Roster, { days }: SettledWeek): Record<string, string> {
  return Object.fromEntries(
    days.flatMap(({ holder, day }) => {
      const name = roster.holiday(holder, day)
      return name === undefined ? [] : [[toDate(day), name]]
    }),
  )
}

function toPublished(
  roster: Roster,
  planner: Planner,
  plain: string,
  week: number,
  settledWeek: SettledWeek,
): PublishedWeek {
  const id = (engineer: number) => at(roster.ids, engineer)
  return {
    start: toDate(weekStart(roster, week)),
    engineer: id(planner.holder(week)),
    cycle: toDate(weekStart(roster, planner.cycleOf(week).firstWeek)),
    plain,
    holidays: Object.fromEntries(settledWeek.earned.map(({ day, name }) => [toDate(day), name])),
    daysOff: settledWeek.daysOff.map((dayOff) => ({
      date: toDate(dayOff.day),
      cover: id(dayOff.cover),
      for: toDate(dayOff.for.day),
    })),
    absences: settledWeek.days
      .filter((held) => held.reason === 'absence')
      .map((held) => ({ date: toDate(held.day), cover: id(held.holder) })),
  }
}
