import { addDays, weekday } from '../text/dates.ts'
import { instantAt, wallTime } from './zoned-time.ts'

const HOUR = 3_600_000
const UNITS = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/

type Deadlines = Partial<Record<keyof Terms, number | undefined>>

interface Terms {
  /** ISO 8601 durations of weeks, days, hours and minutes. */
  available?: string | undefined
  resolved?: string | undefined
  due?: string | undefined
}

/**
 * The instants by which an incident that started at `started` must be over. Days and weeks keep the wall-clock time of
 * the start, hours are hours. A week ends with its Sunday and a month with its last day, at midnight in the rota's zone.
 */
export function deadlines(started: number, terms: Terms, zone: string): Deadlines {
  const { date } = wallTime(started, zone)
  const results: Deadlines = {}
  if (terms.available !== undefined) results.available = later(started, terms.available, zone)
  if (terms.resolved !== undefined) results.resolved = later(started, terms.resolved, zone)
  if (terms.due === 'end-of-week') {
    results.due = instantAt(addDays(date, (7 - weekday(date)) % 7), '23:59', zone)
  } else if (terms.due === 'end-of-month') {
    const [year = 0, month = 0] = date.split('-').map(Number)
    results.due = instantAt(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10), '23:59', zone)
  }
  return results
}

function later(started: number, duration: string, zone: string): number | undefined {
  const match = UNITS.exec(duration)
  if (!match) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const { date, time } = wallTime(started, zone)
  const whole = weeks * 7 + days
  const moved = whole > 0 ? instantAt(addDays(date, whole), time, zone) : started
  return moved + hours * HOUR + minutes * 60_000
}
