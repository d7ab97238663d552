import { DateTime } from 'luxon'
import { wallClockInstant } from '../oncall/handoff.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000
const HAS_OFFSET = /T.*(?:Z|[+-]\d\d(?::?\d\d)?)$/i

/**
 * Reads an instant that somebody writes: ISO 8601 with an offset, or in the zone of the rota; a date alone means noon of that day.
 * R1: without an offset, an hour that occurs twice is the first one, and one that is skipped has the offset before the gap.
 *
 * @param zone of the rota, an IANA name
 * @returns with the offset of the zone, `2026-01-05T08:00:00-05:00`; `undefined` for a text that is none
 */
export function readInstant(text: string, zone: string): string | undefined {
  // A year that begins with a zero is a slip of the finger; the first hundred are others to some calendars of JavaScript.
  if (!/^[1-9]\d{3}-\d\d-\d\d(T|$)/.test(text) || !hasRealOffset(text)) return undefined
  const written = text.includes('T') ? text : `${text}T12:00`
  // As if the clock of the text were that of UTC, which has no hour twice; its own offset counts where it has one.
  const read = DateTime.fromISO(written, { zone: 'utc' })
  if (!read.isValid) return undefined
  const at = HAS_OFFSET.test(written) ? read.toMillis() : wallClockOf(read.toMillis(), zone)
  return writeInstant(new Date(at), zone)
}

function wallClockOf(asUtc: number, zone: string): number {
  const day = Math.floor(asUtc / MS_PER_DAY)
  return wallClockInstant(day, (asUtc - day * MS_PER_DAY) / MS_PER_MINUTE, zone)
}

/** An instant with the offset of a zone. */
export function writeInstant(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
}

/**
 * Whether the offset of a text is one that clocks somewhere have: from −12:00 to +14:00, in whole, half or the last quarter of
 * hours. Another one is a slip of the finger, and would mean another hour or another day.
 */
function hasRealOffset(text: string): boolean {
  const [, sign, hours, minutes = '00'] = /T.*([+-])(\d\d)(?::?(\d\d))?$/.exec(text) ?? []
  if (sign === undefined) return true
  const total = Number(hours) * 60 + Number(minutes)
  return ['00', '30', '45'].includes(minutes) && total <= (sign === '+' ? 14 : 12) * 60
}
