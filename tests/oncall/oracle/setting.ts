import { type Day, isAfterNoon, toDay, yearOfDay } from './dates.ts'
import { type Holiday, holidaysOf } from './holidays.ts'
import type { OracleInput, OracleOverride, PublishedWeek } from './types.ts'

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
  /** R4: what the date is in the engineer's calendar, own dates of great holidays included. */
  feels(engineer: Engineer, day: Day): Holiday | undefined
  /** R6 to R8: the name of the holiday that the date is in the engineer's calendar; an own date is none. */
  holiday(engineer: Engineer, day: Day): string | undefined
  /** What the date is in the rota's own calendar. */
  ownCalendar(day: Day): Holiday | undefined
}

/** One reading of the rota: as it is, undisturbed (R5.8), or as the plain round robin. */
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
  const holidays = new Map<string, Map<Day, Holiday>>()
  for (const calendar of [input.calendar, ...details.map((one) => one.calendar)]) {
    if (!holidays.has(calendar))
      holidays.set(calendar, holidaysOf(calendar, input, firstYear - 1, firstYear + HORIZON))
  }
  const lookUp = (calendar: string, day: Day): Holiday | undefined => {
    if (yearOfDay(day) > firstYear + HORIZON) throw new Error('a day past the years the oracle looks at')
    return holidays.get(calendar)?.get(day)
  }
  return {
    input,
    ids,
    rotation: input.rotation.map((_, index) => index),
    start: toDay(input.start) + (isAfterNoon(input.handoffTime) ? 1 : 0),
    active: (engineer, day) => at(details, engineer).from <= day && day <= at(details, engineer).until,
    from: (engineer) => at(details, engineer).from,
    until: (engineer) => at(details, engineer).until,
    feels: (engineer, day) => lookUp(at(details, engineer).calendar, day),
    holiday: (engineer, day) => {
      const found = lookUp(at(details, engineer).calendar, day)
      return found === undefined || found.ownDateOnly ? undefined : found.name
    },
    ownCalendar: (day) => lookUp(input.calendar, day),
  }
}

/** Years after the rota's first that holidays are looked up for. */
const HORIZON = 12

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
      const found = overrideOn(rota.input, day)
      return found === undefined ? undefined : rota.ids.indexOf(found.engineer)
    },
    published: rota.input.published,
    plain,
  }
}

/** R5.8 and the round robin: nothing published, nobody unavailable, no override. */
export function undisturbedSetting(rota: Rota): Setting {
  return { rota, unavailable: () => false, override: () => undefined, published: [] }
}

/** R9: the shortest of the overrides of whole days that cover the day. */
export function overrideOn(input: OracleInput, day: Day): OracleOverride | undefined {
  const span = ({ from, to }: OracleOverride) => toDay(to) - toDay(from)
  return input.overrides
    .filter(({ from, to }) => !from.includes('T') && toDay(from) <= day && day <= toDay(to))
    .sort((a, b) => span(a) - span(b))[0]
}

/** A holiday by plan: whose it is. */
export interface Held extends Holiday {
  holder: Engineer
  day: Day
}

/**
 * The holidays of a week by plan with overrides, as R5 counts them: of the holder's own calendar. In a published week
 * the file is right about who it says holds the day; of somebody whose day it gives to a cover it says nothing, and what
 * an override gives to somebody is read in that person's calendar.
 */
export function heldHolidays(setting: Setting, week: number, engineer: Engineer): Held[] {
  let known = heldBefore.get(setting)
  if (known === undefined) heldBefore.set(setting, (known = new Map()))
  const key = `${String(week)} ${String(engineer)}`
  let held = known.get(key)
  if (held === undefined) known.set(key, (held = lookUpHeld(setting, week, engineer)))
  return held
}

/** Nothing in a setting changes, and plans ask for the same weeks again and again. */
const heldBefore = new WeakMap<Setting, Map<string, Held[]>>()

function lookUpHeld(setting: Setting, week: number, engineer: Engineer): Held[] {
  const { rota } = setting
  const published = setting.published[week]
  return weekDays(rota, week).flatMap((day) => {
    const override = setting.override(day)
    const holder = override ?? engineer
    const covered =
      published !== undefined &&
      [...published.daysOff, ...published.absences].some(({ date }) => toDay(date) === day)
    const found =
      published === undefined || override !== undefined || covered
        ? rota.feels(holder, day)
        : announcedHoliday(rota, published, holder, day)
    return found === undefined ? [] : [{ ...found, holder, day }]
  })
}

/** R11: what a published week says of a day that no override touches; own dates are in the holder's calendar. */
export function announcedHoliday(
  rota: Rota,
  week: PublishedWeek,
  holder: Engineer,
  day: Day,
): Holiday | undefined {
  const name = Object.entries(week.holidays).find(([date]) => toDay(date) === day)?.[1]
  const calendar = rota.feels(holder, day)
  if (name === undefined) return calendar?.ownDateOnly === true ? calendar : undefined
  if (calendar?.observedFor !== undefined && calendar.name === name) return calendar
  const weight = Object.entries(rota.input.holidays.weights ?? {}).find(([one]) => one === name)?.[1] ?? 1
  return { name, weight, nameWeight: weight, ownDateOnly: false, overlooked: false }
}
