import { DateTime, IANAZone } from 'luxon'

/** A date as the number of days since 1970-01-01: differences are days, and no time zone can get in. */
export type Day = number

const DAY_MS = 86_400_000

export function toDay(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

export function toDate(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function yearOfDay(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): number {
  return new Date(day * DAY_MS).getUTCDay()
}

export function isWeekend(day: Day): boolean {
  return weekday(day) === 0 || weekday(day) === 6
}

/** R10: one of the last 7 dates of its month, so the date a week later is in another month. */
export function isMonthEnd(day: Day): boolean {
  return new Date(day * DAY_MS).getUTCMonth() !== new Date((day + 7) * DAY_MS).getUTCMonth()
}

/** R1: an instant that somebody writes as a time of the wall clock, in milliseconds. */
export function wallInstant(day: Day, minutes: number, timeZone: string): number {
  const wall = day * DAY_MS + minutes * 60_000
  const zone = IANAZone.create(timeZone)
  // Clocks change by hours, never twice in two days: the offsets a day before and after are all there can be.
  const before = zone.offset(wall - DAY_MS)
  const after = zone.offset(wall + DAY_MS)
  const real = [before, after]
    .map((offset) => ({ offset, instant: wall - offset * 60_000 }))
    .filter(({ offset, instant }) => zone.offset(instant) === offset)
    .map(({ instant }) => instant)
  return real.length > 0 ? Math.min(...real) : wall - before * 60_000
}

/** R9: `2026-03-04T18:00` in the rota's zone, in milliseconds. */
export function parseWall(text: string, timeZone: string): number {
  const [date = '', clock = ''] = text.split('T')
  return wallInstant(toDay(date), clockMinutes(clock), timeZone)
}

function clockMinutes(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number)
  if (hours === undefined || minutes === undefined) throw new Error(`time ${clock}`)
  return hours * 60 + minutes
}

export function isAfterNoon(handoffTime: string): boolean {
  return clockMinutes(handoffTime) > 12 * 60
}

/** R1: the instant at which the duty day of `day` starts, in milliseconds. */
export function dutyStart(day: Day, handoffTime: string, timeZone: string): number {
  return wallInstant(isAfterNoon(handoffTime) ? day - 1 : day, clockMinutes(handoffTime), timeZone)
}

/** An instant as the contract writes it, with the zone's numeric offset. */
export function show(instant: number, timeZone: string): string {
  return DateTime.fromMillis(instant, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
}
