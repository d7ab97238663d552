import { DateTime, IANAZone } from 'luxon'
import { toDay } from './dates.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000

/** Minutes after midnight of a time `HH:MM`. */
function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** R1: a handoff after 12:00 starts the duty day of the date after it. */
export function isEveningHandoff(handoffTime: string): boolean {
  return minutesOf(handoffTime) > 12 * 60
}

/**
 * R1: the instant of a time of the wall clock, in milliseconds since the epoch. A time that is skipped takes the offset
 * before the gap; one that occurs twice is the first. luxon alone would choose by the offset in force *now*, so the two
 * candidates are compared here.
 */
export function wallClockInstant(day: number, minutes: number, timeZone: string): number {
  const wallClock = day * MS_PER_DAY + minutes * MS_PER_MINUTE
  const zone = IANAZone.create(timeZone)
  const offsetBefore = zone.offset(wallClock - MS_PER_DAY)
  const offsetAfter = zone.offset(wallClock + MS_PER_DAY)
  const first = wallClock - offsetBefore * MS_PER_MINUTE
  if (zone.offset(first) === offsetBefore) return first
  const second = wallClock - offsetAfter * MS_PER_MINUTE
  return zone.offset(second) === offsetAfter ? second : first
}

/** R1: the instant at which the duty day of `day` starts, in milliseconds since the epoch. */
export function dutyDayStart(day: number, timeZone: string, handoffTime: string): number {
  const date = isEveningHandoff(handoffTime) ? day - 1 : day
  return wallClockInstant(date, minutesOf(handoffTime), timeZone)
}

/** When a duty day starts, in milliseconds since the epoch. Zones are slow to ask, so each answer is kept. */
export type HandoffClock = (day: number) => number

export function createHandoffClock(timeZone: string, handoffTime: string): HandoffClock {
  const known = new Map<number, number>()
  return (day) => {
    let instant = known.get(day)
    if (instant === undefined) {
      instant = dutyDayStart(day, timeZone, handoffTime)
      known.set(day, instant)
    }
    return instant
  }
}

/** Milliseconds → ISO 8601 in the zone, with a numeric offset (`+00:00`, never `Z`). */
export function toInstant(milliseconds: number, timeZone: string): string {
  return DateTime.fromMillis(milliseconds, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
}

/** The duty day (day number) that an instant falls in; the inverse of `dutyDayStart`. */
export function dutyDayAt(milliseconds: number, timeZone: string, handoffTime: string): number {
  const local = DateTime.fromMillis(milliseconds, { zone: timeZone }).toISODate() ?? '1970-01-01'
  const near = toDay(local)
  for (const day of [near + 1, near, near - 1]) {
    if (dutyDayStart(day, timeZone, handoffTime) <= milliseconds) return day
  }
  return near - 2
}

export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}
