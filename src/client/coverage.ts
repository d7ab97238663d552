import { addDays, longDate, shortDate, weekday } from '../site/dates.ts'
import { instantAt, wallTime } from './zoned-time.ts'

const MONTH_END = 7

/** What of a rota decides whether someone watches. */
export interface Hours {
  kind: string
  zone: string
  /** Business hours of Monday to Friday. */
  opens: string
  closes: string
  /** Dates without business hours. */
  closed: ReadonlySet<string>
  /** Where the data ends, in milliseconds since 1970. */
  end: number
}

interface Coverage {
  isOn: boolean
  text: string
  /** When to look again, if before the end of the data, in milliseconds since 1970. */
  next?: number
}

/** Whether someone watches now, and when that changes. Nobody is known to, past the end of the data. */
export function coverageAt(now: number, { kind, zone, opens, closes, closed, end }: Hours): Coverage {
  if (now >= end) return { isOn: false, text: `No rota after ${longDate(wallTime(end, zone).date)}` }
  if (kind === 'always') return { isOn: true, text: 'Covered now' }
  const { date, time } = wallTime(now, zone)
  const midnight = instantAt(addDays(date, 1), '00:00', zone)
  if (kind === 'month-end') {
    return isMonthEnd(date)
      ? { isOn: true, text: 'Month-end watch is on', next: midnight }
      : { isOn: false, text: `Month-end watch from ${shortDate(monthEnd(date))}`, next: midnight }
  }
  const isOpen = (day: string) => weekday(day) % 6 !== 0 && !closed.has(day)
  if (isOpen(date) && time >= opens && time < closes) {
    return { isOn: true, text: `Covered now, until ${closes}`, next: instantAt(date, closes, zone) }
  }
  let day = isOpen(date) && time < opens ? date : addDays(date, 1)
  while (!isOpen(day)) day = addDays(day, 1)
  return { isOn: false, text: `Back ${shortDate(day)} ${opens}`, next: instantAt(day, opens, zone) }
}

/** Whether a date is one of the last 7 of its month. */
export function isMonthEnd(date: string): boolean {
  return addDays(date, MONTH_END).slice(0, 7) !== date.slice(0, 7)
}

/** The first of the last 7 dates of a date's month. */
function monthEnd(date: string): string {
  let day = date
  while (!isMonthEnd(day)) day = addDays(day, 1)
  return day
}
