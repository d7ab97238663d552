import { toDate, toDay, yearOfDay } from './dates.ts'
import type { HolidaySource } from './holiday-source.ts'
import { holidayLookup } from './holidays.ts'
import type { HolidayLookup } from './holidays.ts'
import type { RotaInput } from './types.ts'

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
  /** Day number of each engineer's first day, `-Infinity` where none is named. */
  readonly from: readonly number[]
  readonly until: readonly number[]
  indexOf(id: string): number
  isActive(engineer: number, day: number): boolean
  isUnavailable(engineer: number, day: number): boolean
  /** R9: who holds the day by override, with its reason. */
  override(day: number): { engineer: number; reason: string | undefined } | undefined
  /** R4: the name of the engineer's holiday on that day, by their own calendar. */
  holiday(engineer: number, day: number): string | undefined
  /** The holiday that counts for who holds the day: in a published week what was published (R11), else the calendar's. */
  countedHoliday(engineer: number, day: number): string | undefined
}

export const DAYS_PER_WEEK = 7

export function createRoster(rota: RotaInput, source: HolidaySource): Roster {
  const others = Object.keys(rota.engineers)
    .filter((id) => !rota.rotation.includes(id))
    .sort()
  const ids = [...rota.rotation, ...others]
  const engineers = ids.map((id) => rota.engineers[id] ?? { name: id })
  const absences = engineers.map((engineer) => (engineer.unavailable ?? []).map(toDayRange))
  const overrides = rota.overrides.map((override) => ({ ...override, ...toDayRange(override) }))
  const lookups = new Map<string, HolidayLookup>()
  const calendarOf = (code: string): HolidayLookup => {
    let lookup = lookups.get(code)
    if (!lookup) lookups.set(code, (lookup = holidayLookup(rota, code, source)))
    return lookup
  }
  const holidays = engineers.map((engineer) => calendarOf(engineer.calendar ?? rota.calendar))
  const start = toDay(rota.start)
  const positions = new Map(ids.map((id, index) => [id, index]))
  const from = engineers.map((engineer) => (engineer.from === undefined ? -Infinity : toDay(engineer.from)))
  const until = engineers.map((engineer) => (engineer.until === undefined ? Infinity : toDay(engineer.until)))

  return {
    ids,
    rotationSize: rota.rotation.length,
    start,
    from,
    until,
    indexOf: (id) => positions.get(id) ?? -1,
    isActive: (engineer, day) => at(from, engineer) <= day && day <= at(until, engineer),
    isUnavailable: (engineer, day) =>
      at(absences, engineer).some((range) => range.first <= day && day <= range.last),
    override: (day) => {
      const found = overrides.find((override) => override.first <= day && day <= override.last)
      return found && { engineer: positions.get(found.engineer) ?? -1, reason: found.reason }
    },
    holiday: (engineer, day) => holidays[engineer]?.(day),
    countedHoliday: (engineer, day) => {
      const published = day >= start ? rota.published[Math.floor((day - start) / DAYS_PER_WEEK)] : undefined
      if (!published) return holidays[engineer]?.(day)
      const date = toDate(day)
      // The file names what is worked. Of a day that a cover works, it says nothing about the planned engineer.
      const isCovered = [...published.daysOff, ...published.absences].some((covered) => covered.date === date)
      const isAway = isCovered && positions.get(published.engineer) === engineer
      return isAway ? holidays[engineer]?.(day) : published.holidays[date]
    },
  }
}

/** R5.6: the same team as if nobody were ever away and nothing had been agreed. */
export function undisturbed(roster: Roster): Roster {
  return {
    ...roster,
    isUnavailable: () => false,
    override: () => undefined,
    countedHoliday: (engineer, day) => roster.holiday(engineer, day),
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

/** Reads an array where the index is known to be in range. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`No item ${String(index)} among ${String(items.length)}`)
  return item
}
