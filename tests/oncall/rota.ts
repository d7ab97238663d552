import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import type { DutyDay, EngineerInput, NamedDate, RotaCalendar, RotaInput } from '../../src/oncall/index.ts'

/** What a row of a rule's table says; the rest is a rota of four whose only holidays are the ones that it names. */
export interface Setup extends Partial<Omit<RotaInput, 'holidays' | 'engineers' | 'rotation'>> {
  /** One letter an engineer: `abcd` is a, b, c, d. */
  rotation?: string
  engineers?: Record<string, Partial<EngineerInput>>
  holidays?: (NamedDate & { calendar?: string })[]
  remove?: string[]
  /** R4: weights by name. */
  weights?: Record<string, number>
  substitutes?: 'instead' | 'also'
}

/**
 * A rota of a, b, c and d in UTC, Monday to Monday at 09:00 from 29 December 2025 (week 1 of 2026).
 * Without `holidayTypes` its calendar is empty, so the only holidays are those named.
 */
export function rota({
  rotation = 'abcd',
  engineers = {},
  holidays = [],
  remove = [],
  weights,
  substitutes,
  ...rest
}: Setup = {}): RotaInput {
  const ids = [...new Set([...rotation, ...Object.keys(engineers)])]
  return {
    id: 'rota',
    timeZone: 'UTC',
    start: '2025-12-29',
    handoffTime: '09:00',
    calendar: 'US',
    holidayTypes: [],
    overrides: [],
    published: [],
    ...rest,
    rotation: [...rotation],
    holidays: {
      // For every engineer, whatever calendar they have.
      add: holidays.map((each) => ({ calendar: 'all', ...each })),
      remove: remove.map((date) => ({ date, calendar: 'all' })),
      ...(weights && { weights }),
      ...(substitutes && { substitutes }),
    },
    engineers: Object.fromEntries(ids.map((id) => [id, { name: id.toUpperCase(), ...engineers[id] }])),
  }
}

export function calendar(setup: Setup = {}): RotaCalendar {
  return createCalendar(rota(setup), dateHolidays)
}

/** A day named after itself: the name matters only to repeats. */
export function holiday(date: string, name = `Holiday of ${date}`): NamedDate {
  return { date, name }
}

/** The years from the rota's first through the one of its `weeks`-th week. */
export function years(found: RotaCalendar, last: number): number[] {
  return Array.from({ length: last - found.firstYear + 1 }, (_, index) => found.firstYear + index)
}

/** Who has the first `count` weeks, a letter a week and a space after each `cycle` of them: `abcd abdc`. */
export function turns(found: RotaCalendar, count: number, cycle = found.rota.rotation.length): string {
  const holders: string[] = []
  for (let year = found.firstYear; holders.length < count; year++) {
    holders.push(...found.year(year).weeks.map((week) => week.engineer))
  }
  return holders
    .slice(0, count)
    .map((holder, index) => (index > 0 && index % cycle === 0 ? ` ${holder}` : holder))
    .join('')
}

/** Every duty day of the years, in order. */
export function dutyDays(found: RotaCalendar, last: number): DutyDay[] {
  return years(found, last).flatMap((year) => found.days(year))
}

export function dutyDay(found: RotaCalendar, date: string): DutyDay {
  const day = found.days(found.yearOf(date)).find((each) => each.date === date)
  if (!day) throw new Error(`no duty day ${date}`)
  return day
}

/** Who holds the days from `from` on, a letter a day. */
export function holders(found: RotaCalendar, from: string, count: number): string {
  const days = dutyDays(found, found.yearOf(from) + 1)
  const first = days.findIndex((day) => day.date === from)
  return days
    .slice(first, first + count)
    .map((day) => day.holder)
    .join('')
}

/** Days off taken in the years, as `a 2026-01-26 for 2026-01-01 by c`. */
export function daysOff(found: RotaCalendar, last: number): string[] {
  return years(found, last)
    .flatMap((year) => found.year(year).daysOff)
    .map((dayOff) => `${dayOff.engineer} ${dayOff.date} for ${dayOff.for.date} by ${dayOff.cover}`)
}

/** What is owed at the end of the year, as `a 2026-01-01`. */
export function owed(found: RotaCalendar, year: number): string[] {
  return found.year(year).owed.map((credit) => `${credit.engineer} ${credit.for.date}`)
}

/** One column of the year's ledger, by engineer. */
export function ledger(
  found: RotaCalendar,
  year: number,
  column: Exclude<keyof ReturnType<RotaCalendar['year']>['ledger'][number], 'engineer'>,
): Record<string, number> {
  return Object.fromEntries(found.year(year).ledger.map((row) => [row.engineer, row[column] ?? 0]))
}
