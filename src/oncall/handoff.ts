import { DateTime, IANAZone } from 'luxon'
import { toDay } from './dates.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000

/**
 * R1: the instant at which the duty day of `day` starts, in milliseconds since the epoch.
 *
 * A handoff after 12:00 belongs to the evening before. A wall-clock time that is skipped takes the offset before the
 * gap; one that occurs twice is the first. luxon alone would choose by the offset in force *now*, so the two
 * candidates are compared here.
 */
export function dutyDayStart(day: number, timeZone: string, handoffTime: string): number {
  const [hour = 0, minute = 0] = handoffTime.split(':').map(Number)
  const isEvening = hour * 60 + minute > 12 * 60
  const wallClock = (day - (isEvening ? 1 : 0)) * MS_PER_DAY + (hour * 60 + minute) * MS_PER_MINUTE
  const zone = IANAZone.create(timeZone)
  const offsetBefore = zone.offset(wallClock - MS_PER_DAY)
  const offsetAfter = zone.offset(wallClock + MS_PER_DAY)
  const first = wallClock - offsetBefore * MS_PER_MINUTE
  if (zone.offset(first) === offsetBefore) return first
  const second = wallClock - offsetAfter * MS_PER_MINUTE
  return zone.offset(second) === offsetAfter ? second : first
}

/** R1: when a duty day starts, as ISO 8601. Zones are slow to ask, so each answer is kept. */
export type HandoffClock = (day: number) => string

export function createHandoffClock(timeZone: string, handoffTime: string): HandoffClock {
  const known = new Map<number, string>()
  return (day) => {
    let instant = known.get(day)
    if (instant === undefined) {
      instant = toInstant(dutyDayStart(day, timeZone, handoffTime), timeZone)
      known.set(day, instant)
    }
    return instant
  }
}

/** Milliseconds → ISO 8601 in the zone, with a numeric offset (`+00:00`, never `Z`). */
function toInstant(milliseconds: number, timeZone: string): string {
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
