import { type Day, toDay, yearOfDay } from './dates.ts'
import { holidaysOf } from './holidays.ts'
import type { OracleInput, PublishedWeek } from './types.ts'

/** An engineer as a number: their place in `rotation`; engineers outside it follow, by id. */
export type Engineer = number

/** What never changes with the reading: who there is, when they are active and what is a holiday for them. */
export interface Rota {
  input: OracleInput
  ids: string[]
  rotation: Engineer[]
  /** The rota's first duty day. */
  start: Day
  active(engineer: Engineer, day: Day): boolean
  /** The last day of an engineer who leaves, else infinity. */
  until(engineer: Engineer): Day
  from(engineer: Engineer): Day
  /** R4: the name of the holiday that the date is in the engineer's calendar. */
  holiday(engineer: Engineer, day: Day): string | undefined
}

/** One reading of the rota: as it is, undisturbed (R5.6), or as the plain round robin. */
export interface Setting {
  rota: Rota
  unavailable(engineer: Engineer, day: Day): boolean
  override(day: Day): Engineer | undefined
  published: PublishedWeek[]
  /** The undisturbed plan's engineer of a week; absent in the undisturbed plan itself. */
  plain?: (week: number) => Engineer
}

export function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`nothing at ${String(index)} of ${String(list.length)}`)
  return item
}

/** R2. */
export function weekDays(rota: Rota, week: number): Day[] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => rota.start + 7 * week + day)
}

/** R2: the year of the week's fourth day. */
export function yearOfWeek(rota: Rota, week: number): number {
  return yearOfDay(rota.start + 7 * week + 3)
}

/** The first week that belongs to a later year. */
export function endOfYear(rota: Rota, year: number): number {
  let week = 0
  while (yearOfWeek(rota, week) <= year) week++
  return week
}

export function createRota(input: OracleInput): Rota {
  const others = Object.keys(input.engineers)
    .filter((id) => !input.rotation.includes(id))
    .sort()
  const ids = [...input.rotation, ...others]
  const firstYear = Number(input.start.slice(0, 4))
  const details = ids.map((id) => {
    const engineer = input.engineers[id]
    if (engineer === undefined) throw new Error(`unknown engineer ${id}`)
    return {
      calendar: engineer.calendar ?? input.calendar,
      from: engineer.from === undefined ? -Infinity : toDay(engineer.from),
      until: engineer.until === undefined ? Infinity : toDay(engineer.until),
    }
  })
  const holidays = new Map<string, Map<Day, string>>()
  for (const { calendar } of details) {
    if (!holidays.has(calendar))
      holidays.set(calendar, holidaysOf(calendar, input, firstYear - 1, firstYear + HORIZON))
  }
  return {
    input,
    ids,
    rotation: input.rotation.map((_, index) => index),
    start: toDay(input.start),
    active: (engineer, day) => at(details, engineer).from <= day && day <= at(details, engineer).until,
    from: (engineer) => at(details, engineer).from,
    until: (engineer) => at(details, engineer).until,
    holiday: (engineer, day) => {
      if (yearOfDay(day) > firstYear + HORIZON) throw new Error('a day past the years the oracle looks at')
      return holidays.get(at(details, engineer).calendar)?.get(day)
    },
  }
}

/** Years after the rota's first that holidays are looked up for. */
const HORIZON = 8

export function realSetting(rota: Rota, plain: (week: number) => Engineer): Setting {
  const leave = rota.ids.map((id) =>
    (rota.input.engineers[id]?.unavailable ?? []).map((range) => ({
      from: toDay(range.from),
      to: toDay(range.to),
    })),
  )
  return {
    rota,
    unavailable: (engineer, day) => at(leave, engineer).some(({ from, to }) => from <= day && day <= to),
    override: (day) => {
      const found = rota.input.overrides.find(({ from, to }) => toDay(from) <= day && day <= toDay(to))
      return found === undefined ? undefined : rota.ids.indexOf(found.engineer)
    },
    published: rota.input.published,
    plain,
  }
}

/** R5.6 and the round robin: nothing published, nobody unavailable, no override. */
export function undisturbedSetting(rota: Rota): Setting {
  return { rota, unavailable: () => false, override: () => undefined, published: [] }
}

/**
 * The days that a week's planned engineer would give, as R5.3 and R5.5 count them: by plan with overrides, the
 * holidays of the holder's own calendar. In a published week the file is right about who it says holds the day;
 * of somebody whose day it gives to a cover it says nothing, so there the calendar is asked.
 */
export function heldHolidays(
  setting: Setting,
  week: number,
  engineer: Engineer,
): { holder: Engineer; name: string; day: Day }[] {
  const { rota } = setting
  const published = setting.published[week]
  return weekDays(rota, week).flatMap((day) => {
    const override = setting.override(day)
    const holder = override ?? engineer
    const covered =
      override === undefined &&
      published !== undefined &&
      [...published.daysOff, ...published.absences].some(({ date }) => toDay(date) === day)
    const name =
      published === undefined || covered ? rota.holiday(holder, day) : publishedHoliday(published, day)
    return name === undefined ? [] : [{ holder, name, day }]
  })
}

export function publishedHoliday(week: PublishedWeek, day: Day): string | undefined {
  return Object.entries(week.holidays).find(([date]) => toDay(date) === day)?.[1]
}
