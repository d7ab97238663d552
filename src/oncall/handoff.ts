import { offsetAt, wallClockAt } from './zones.ts'

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
 * before the gap; one that occurs twice is the first.
 */
export function wallClockInstant(day: number, minutes: number, timeZone: string): number {
  const wallClock = day * MS_PER_DAY + minutes * MS_PER_MINUTE
  const offsetBefore = offsetAt(wallClock - MS_PER_DAY, timeZone)
  const offsetAfter = offsetAt(wallClock + MS_PER_DAY, timeZone)
  const first = wallClock - offsetBefore * MS_PER_MINUTE
  if (offsetAt(first, timeZone) === offsetBefore) return first
  const second = wallClock - offsetAfter * MS_PER_MINUTE
  return offsetAt(second, timeZone) === offsetAfter ? second : first
}

/** R1: the instant at which the duty day of `day` starts, in milliseconds since the epoch. */
function dutyDayStart(day: number, timeZone: string, handoffTime: string): number {
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
  const wallClock = wallClockAt(milliseconds, timeZone)
  const offset = Math.round(offsetAt(milliseconds, timeZone))
  const sign = offset < 0 ? '-' : '+'
  const two = (number: number) => String(number).padStart(2, '0')
  const hours = two(Math.floor(Math.abs(offset) / 60))
  return `${new Date(wallClock).toISOString().slice(0, 19)}${sign}${hours}:${two(Math.abs(offset) % 60)}`
}

/** The duty day (day number) that an instant falls in; the inverse of `dutyDayStart`. */
export function dutyDayAt(milliseconds: number, timeZone: string, handoffTime: string): number {
  const near = Math.floor(wallClockAt(milliseconds, timeZone) / MS_PER_DAY)
  for (const day of [near + 1, near, near - 1]) {
    if (dutyDayStart(day, timeZone, handoffTime) <= milliseconds) return day
  }
  return near - 2
}
