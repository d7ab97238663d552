import type { CalendarYear, DayOff, LedgerRow, Owed, RoundRobinRow, Second, Shift, Week } from './contract.ts'
import { toDate, toDay } from './dates.ts'
import { RotaError } from './errors.ts'
import type { DutyDay, DutyDayInput } from './duty-days.ts'
import { toDutyDay } from './duty-days.ts'
import type { YearExplanation } from './explanation.ts'
import { explain } from './explanation.ts'
import { createHandoffClock, dutyDayAt } from './handoff.ts'
import type { HolidaySource } from './holiday-source.ts'
import { ledger } from './ledger.ts'
import { hasHours, hoursOverrides } from './overrides.ts'
import type { KeptYears } from './planner/kept-years.ts'
import { createPlanner } from './planner/planner.ts'
import { declaredHolidays, toPublished } from './publication.ts'
import {
  at,
  createRoster,
  firstWeekOfYear,
  isMonthEndWeekOf,
  undisturbed,
  weekOf,
  weekStart,
  yearOfWeek,
} from './roster.ts'
import { roundRobin } from './round-robin.ts'
import type { SecondsInput } from './second-on-call.ts'
import { mergeSeconds, secondOf } from './second-on-call.ts'
import type { Credit, SettledWeek } from './settlement.ts'
import { createSettlement } from './settlement.ts'
import { mergeShifts } from './shifts.ts'
import type { PublishedWeek, RotaInput } from './types.ts'
import { validateInput } from './validation/input.ts'

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
  /** R12: the second at an instant; `undefined` where there is none. */
  secondAt(instant: string): Second | undefined
  /** R11: published days off that pay back nothing, since the holiday was withdrawn or somebody else works it. */
  unearnedDaysOff(): { published: number; dayOff: DayOff }[]
  /** R11: the weeks from the first through the one that holds the date; those published already as they are. */
  publishable(through: string): PublishedWeek[]
  /** R11: the published weeks with the holidays that the calendars have for whoever holds their days; nobody moves. */
  amended(): PublishedWeek[]
}

/** What was worked out of a rota before. */
export interface KeptCalendar {
  plain: KeptYears
  plan: KeptYears
  contract: KeptYears<CalendarYear>
  days: KeptYears<readonly DutyDay[]>
}

/**
 * R1–R12 for one rota.
 *
 * @param source where the holidays of a calendar are looked up: `dateHolidays`, or in a browser `fromTable`
 * @param kept the years of the undisturbed plan, of the plan, of the contract and of its days, as they were worked out before
 * @throws RotaError with every problem that can be seen in the input itself; its methods throw one where a week has
 *   nobody active or a day nobody to cover it
 */
export function createCalendar(rota: RotaInput, source: HolidaySource, kept?: KeptCalendar): RotaCalendar {
  const problems = validateInput(rota, source).filter((problem) => problem.severity === 'error')
  if (problems.length > 0) throw new RotaError(problems)

  const roster = createRoster(rota, source)
  const plainRoster = undisturbed(roster)
  const plain = createPlanner(plainRoster, [], undefined, kept?.plain)
  const planner = isUndisturbed(rota) ? plain : createPlanner(roster, rota.published, plain, kept?.plan)
  const settlement = createSettlement(roster, planner, rota.published)
  const id = (engineer: number) => at(roster.ids, engineer)
  const startOf = createHandoffClock(rota.timeZone, rota.handoffTime)
  const windows = hoursOverrides(rota)
  const years = new Map<number, CalendarYear>()

  const weeksOf = (year: number): number[] => {
    const first = firstWeekOfYear(roster, year)
    return Array.from({ length: firstWeekOfYear(roster, year + 1) - first }, (_, index) => first + index)
  }

  const settled = (week: number): SettledWeek => {
    const result = settlement.week(week)
    if (result.uncovered.length > 0) throw new RotaError(result.uncovered)
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
    ...(roster.monthEnd && { monthEnd: isMonthEndWeekOf(roster, week) }),
    holidays: settled(week).worked.map(({ engineer, day, holiday }) => ({
      date: toDate(day),
      name: holiday.name,
      engineer: id(engineer),
      weight: holiday.weight,
      ...(holiday.observedFor !== undefined && { observedFor: toDate(holiday.observedFor) }),
      ...(!holiday.credit && { credit: false as const }),
    })),
  })

  const direction = rota.second ?? 'none'
  const seconds: SecondsInput | undefined =
    direction === 'none'
      ? undefined
      : {
          roster,
          planner,
          direction,
          isDayOff: (day) => settled(weekOf(roster, day)).daysOff.some((dayOff) => dayOff.day === day),
        }

  const dutyDay: DutyDayInput = {
    roster,
    timeZone: rota.timeZone,
    startOf,
    windows,
    secondOf: (held) => {
      const engineer = seconds && secondOf(seconds, held)
      return engineer === undefined ? undefined : id(engineer)
    },
  }

  const computeYear = (year: number): CalendarYear => {
    const weeks = weeksOf(year)
    // The last week first: it knows every day of the year that nobody can cover.
    for (const last of weeks.slice(-1)) settled(last)
    const settledWeeks = weeks.map(settled)
    const days = settledWeeks.flatMap((week) => week.days)
    return {
      version: 1,
      rota: rota.id,
      year,
      timeZone: rota.timeZone,
      optimal: planner.proved(year) === 'all',
      proved: planner.proved(year),
      weeks: weeks.map(toWeek),
      shifts: mergeShifts(roster, rota.timeZone, startOf, days, windows),
      ...(seconds && { seconds: mergeSeconds(seconds, rota.timeZone, startOf, days, windows) }),
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
    const known = years.get(year) ?? asContractOf(rota, year, kept?.contract.find(year))
    if (known) {
      years.set(year, known)
      return known
    }
    const computed = computeYear(year)
    kept?.contract.add(year, computed)
    years.set(year, computed)
    return computed
  }

  const inForce = <Span extends Second>(
    instant: string,
    spansOf: (year: CalendarYear) => readonly Span[],
  ): Span | undefined => {
    const moment = Date.parse(instant)
    const day = dutyDayAt(moment, rota.timeZone, rota.handoffTime)
    if (!(day >= roster.start)) return undefined
    const year = yearOfCalendar(yearOfWeek(roster, weekOf(roster, day)))
    return spansOf(year).find(({ start, end }) => Date.parse(start) <= moment && moment < Date.parse(end))
  }

  return {
    rota,
    firstYear: yearOfWeek(roster, 0),
    year: yearOfCalendar,
    yearOf: (date) => yearOfWeek(roster, weekOf(roster, toDay(date))),
    days: (year) => {
      const weeks = weeksOf(year)
      const known = asDaysOf(
        weeks.map((week) => toDate(weekStart(roster, week))),
        kept?.days.find(year),
      )
      if (known) return known
      const days = weeks.flatMap((week, index) =>
        settled(week).days.map((held) => toDutyDay(dutyDay, held, index, settled(week))),
      )
      kept?.days.add(year, days)
      return days
    },
    explain: (year) =>
      explain(roster, rota, planner, planHolder, year, yearOfCalendar(year), plainOf, plain, weeksOf(year)),
    shiftAt: (instant) => inForce(instant, (year) => year.shifts),
    secondAt: (instant) => inForce(instant, (year) => year.seconds ?? []),
    unearnedDaysOff: () =>
      rota.published.flatMap((_, published) => {
        const week = settled(published)
        const unearned = week.daysOff.filter((dayOff) => !dayOff.isEarned)
        return daysOffOf([{ ...week, daysOff: unearned }], id).map((dayOff) => ({ published, dayOff }))
      }),
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

/** What was kept, where it is the contract of this year. */
function asContractOf({ id }: RotaInput, year: number, kept: unknown): CalendarYear | undefined {
  const contract = kept as Partial<CalendarYear> | null | undefined
  const isOfYear = contract?.version === 1 && contract.rota === id && contract.year === year
  return isOfYear ? (contract as CalendarYear) : undefined
}

/** What was kept, where it is the days of the weeks that begin on these dates. */
function asDaysOf(weeks: readonly string[], kept: unknown): DutyDay[] | undefined {
  if (!Array.isArray(kept) || kept.length !== weeks.length * 7) return undefined
  const days = kept as Partial<DutyDay>[]
  return weeks.every((date, week) => days[week * 7]?.date === date) ? (kept as DutyDay[]) : undefined
}

/** Nothing that could make the plan differ from the undisturbed one (R5.8). */
function isUndisturbed(rota: RotaInput): boolean {
  const nobodyAway = Object.values(rota.engineers).every(
    (engineer) => (engineer.unavailable ?? []).length === 0,
  )
  return nobodyAway && rota.overrides.every(hasHours) && rota.published.length === 0
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
