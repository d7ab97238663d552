import type { ZoneOffsets } from '../calendar/views/zone-offsets.ts'

/** Wall-clock time in a named zone, with nothing but `Intl`: a time-zone library would be larger than the page. */

export interface WallTime {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM` */
  time: string
}

const known = new Map<string, { offsets: ZoneOffsets; end: number }>()

/**
 * Takes a zone's offsets from the page, through the minute `end`: the first use of `Intl` alone takes a phone a tenth of
 * a second, which nobody should wait for to read who is on call.
 */
export function knowOffsets(zone: string, offsets: ZoneOffsets, end: number): void {
  known.set(zone, { offsets, end })
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Minutes by which the wall clock is ahead of UTC. */
function minutesAhead(instant: number, zone: string): number {
  const minute = instant / 60_000
  const { offsets = [], end = 0 } = known.get(zone) ?? {}
  const found = minute < end && offsets.findLast(([since]) => since <= minute)
  if (found) return found[1]
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  // `1/15/2026, GMT-05:00`; for UTC `GMT` alone.
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d+):(\d+)$/.exec(format.format(instant)) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** What a clock shows at an instant (milliseconds since 1970) that is so many minutes ahead of UTC. */
function clockTime(instant: number, ahead: number): WallTime {
  const text = new Date(instant + ahead * 60_000).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** What the clock on the wall shows in `zone` at an instant (milliseconds since 1970). */
export function wallTime(instant: number, zone: string): WallTime {
  return clockTime(instant, minutesAhead(instant, zone))
}

/** What the reader's own clock shows at an instant (milliseconds since 1970). */
export function readerTime(instant: number): WallTime {
  return clockTime(instant, -new Date(instant).getTimezoneOffset())
}

/** The instant at which the wall clock shows a date and time: of two the first; a skipped time takes the offset before the gap. */
export function instantAt(date: string, time: string, zone: string): number {
  const utc = Date.parse(`${date}T${time}:00Z`)
  const offset = (instant: number) => minutesAhead(instant, zone) * 60_000
  const day = 86_400_000
  const before = utc - offset(utc - day)
  const after = utc - offset(utc + day)
  const matches = [before, after].filter((instant) => offset(instant) === utc - instant)
  return matches.length > 0 ? Math.min(...matches) : before
}
