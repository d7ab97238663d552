import { isMonthEndWeek, toDate, toDay, yearOfDay } from './dates.ts'
import type { HolidaySource } from './holiday-source.ts'
import { isEveningHandoff } from './handoff.ts'
import { GREAT, holidayLookup, plainHoliday } from './holidays.ts'
import type { Holiday, HolidayLookup } from './holidays.ts'
import { daysOverrides, overrideOf } from './overrides.ts'
import type { PublishedWeek, RotaInput } from './types.ts'

/**
 * The input, made ready for counting: engineers are small numbers (those of the rotation first, in its order, then the
 * others by id), days are day numbers, weeks are counted from 0 at the start of the rota (R2).
 */
export interface Roster {
  readonly ids: readonly string[]
  /** Engineers `0 … rotationSize − 1` are in the rotation. */
  readonly rotationSize: number
  /** Day number of the first duty day. */
  readonly start: number
  /** R10: whether month-end weeks count. */
  readonly monthEnd: boolean
  /** Whether some name weighs 2 or more (R4). */
  readonly hasWeights: boolean
  /** Day number of each engineer's first day, `-Infinity` where none is named. */
  readonly from: readonly number[]
  readonly until: readonly number[]
  indexOf(id: string): number
  isActive(engineer: number, day: number): boolean
  isUnavailable(engineer: number, day: number): boolean
  /** R9: who holds the whole day by override, with its reason. */
  override(day: number): { engineer: number; reason: string | undefined } | undefined
  /** R4: the engineer's holiday on that day, by their own calendar; the own dates of great holidays included. */
  felt(engineer: number, day: number): Holiday | undefined
  /** R4: the name of the engineer's holiday on that day, by their own calendar; no own date is one. */
  holiday(engineer: number, day: number): string | undefined
  /** R5: what the day counts for its holder by plan with overrides; in a published week by R11. */
  weighed(engineer: number, day: number): Holiday | undefined
  /** R6: what whoever really holds the day works; in a published week by R11. */
  worked(holder: number, day: number): Holiday | undefined
  /** R5.4: what the day weighs in the rota's own calendar, whatever was published. */
  ownCalendarWeight(day: number): number
}

export const DAYS_PER_WEEK = 7

/** R1: the rota's first duty day. */
export function firstDutyDay(rota: Pick<RotaInput, 'start' | 'handoffTime'>): number {
  return toDay(rota.start) + (isEveningHandoff(rota.handoffTime) ? 1 : 0)
}

export function createRoster(rota: RotaInput, source: HolidaySource): Roster {
  const others = Object.keys(rota.engineers)
    .filter((id) => !rota.rotation.includes(id))
    .sort()
  const ids = [...rota.rotation, ...others]
  const engineers = ids.map((id) => rota.engineers[id] ?? { name: id })
  const absences = engineers.map((engineer) => (engineer.unavailable ?? []).map(toDayRange))
  const positions = new Map(ids.map((id, index) => [id, index]))
  const overrides = daysOverrides(rota).map((override) => ({
    ...override,
    holder: { engineer: positions.get(override.engineer) ?? -1, reason: override.reason },
  }))
  const overriddenBy = remember((day) => overrideOf(overrides, day)?.holder)
  const lookups = new Map<string, HolidayLookup>()
  const calendarOf = (code: string): HolidayLookup => {
    let lookup = lookups.get(code)
    if (!lookup) lookups.set(code, (lookup = holidayLookup(rota, code, source)))
    return lookup
  }
  const holidays = engineers.map((engineer) => calendarOf(engineer.calendar ?? rota.calendar))
  const start = firstDutyDay(rota)
  const from = engineers.map((engineer) => (engineer.from === undefined ? -Infinity : toDay(engineer.from)))
  const until = engineers.map((engineer) => (engineer.until === undefined ? Infinity : toDay(engineer.until)))
  const weekPublished = (day: number): PublishedWeek | undefined =>
    day >= start ? rota.published[Math.floor((day - start) / DAYS_PER_WEEK)] : undefined

  const felt = (engineer: number, day: number): Holiday | undefined => holidays[engineer]?.(day)

  /** R11: the file names the holidays worked, and no own dates: those are in the calendar of who holds the day. */
  const announced = (week: PublishedWeek, engineer: number, day: number): Holiday | undefined => {
    const name = week.holidays[toDate(day)]
    const calendar = felt(engineer, day)
    if (name === undefined) return calendar?.credit === false ? calendar : undefined
    const isObserved = calendar?.observedFor !== undefined && calendar.name === name
    return isObserved ? calendar : plainHoliday(rota.holidays, name)
  }

  return {
    ids,
    rotationSize: rota.rotation.length,
    start,
    monthEnd: rota.monthEnd === true,
    hasWeights: Object.values(rota.holidays.weights ?? {}).some((weight) => weight >= GREAT),
    from,
    until,
    indexOf: (id) => positions.get(id) ?? -1,
    isActive: (engineer, day) => at(from, engineer) <= day && day <= at(until, engineer),
    isUnavailable: (engineer, day) =>
      at(absences, engineer).some((range) => range.first <= day && day <= range.last),
    override: overriddenBy,
    felt,
    holiday: (engineer, day) => {
      const found = felt(engineer, day)
      return found?.credit ? found.name : undefined
    },
    weighed: (engineer, day) => {
      const week = weekPublished(day)
      if (!week || overriddenBy(day)) return felt(engineer, day)
      // The file says what is worked. Of a day that a cover works, it says nothing about the planned engineer.
      const date = toDate(day)
      const isCovered = [...week.daysOff, ...week.absences].some((covered) => covered.date === date)
      return isCovered ? felt(engineer, day) : announced(week, engineer, day)
    },
    worked: (holder, day) => {
      const week = weekPublished(day)
      return week && !overriddenBy(day) ? announced(week, holder, day) : felt(holder, day)
    },
    ownCalendarWeight: (day) => calendarOf(rota.calendar)(day)?.weight ?? 0,
  }
}

function remember<Value>(compute: (day: number) => Value): (day: number) => Value {
  const known = new Map<number, Value>()
  return (day) => {
    if (!known.has(day)) known.set(day, compute(day))
    return known.get(day) as Value
  }
}

/** R5.8: the same team as if nobody were ever away and nothing had been agreed. */
export function undisturbed(roster: Roster): Roster {
  return {
    ...roster,
    isUnavailable: () => false,
    override: () => undefined,
    weighed: roster.felt,
    worked: roster.felt,
  }
}

function toDayRange(range: { from: string; to: string }): { first: number; last: number } {
  return { first: toDay(range.from), last: toDay(range.to) }
}

/** Day number of a week's first duty day. */
export function weekStart(roster: Roster, week: number): number {
  return roster.start + week * DAYS_PER_WEEK
}

/** The week that a day belongs to; negative before the rota starts. */
export function weekOf(roster: Roster, day: number): number {
  return Math.floor((day - roster.start) / DAYS_PER_WEEK)
}

/** R2: the year of the week's fourth day. */
export function yearOfWeek(roster: Roster, week: number): number {
  return yearOfDay(weekStart(roster, week) + 3)
}

/** The first week that belongs to the year. Earlier years than the rota's begin at week 0. */
export function firstWeekOfYear(roster: Roster, year: number): number {
  // The week whose fourth day is the first one on or after 1 January.
  return Math.max(0, Math.ceil((toDay(`${String(year)}-01-01`) - 3 - roster.start) / DAYS_PER_WEEK))
}

export function daysOfWeek(roster: Roster, week: number): number[] {
  const first = weekStart(roster, week)
  return Array.from({ length: DAYS_PER_WEEK }, (_, index) => first + index)
}

/** R10: whether the rota carries a month-end watch and the week is the month-end week of a month. */
export function isMonthEndWeekOf(roster: Roster, week: number): boolean {
  return roster.monthEnd && isMonthEndWeek(daysOfWeek(roster, week))
}

/** Reads an array where the index is known to be in range. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`No item ${String(index)} among ${String(items.length)}`)
  return item
}
