import { addDays, shortDate, weekday } from '../site/dates.ts'
import { instantAt, wallTime } from './zoned-time.ts'

const OPENS = '09:00'
const CLOSES = '17:00'
const MONTH_END = 7

interface Coverage {
  isOn: boolean
  text: string
  /** When to look again, in milliseconds since 1970. */
  next?: number
}

/** Whether someone watches now, and when that changes. Business hours are Monday to Friday, 09:00 to 17:00 in the rota's zone. */
export function coverageAt(now: number, kind: string, zone: string, closed: ReadonlySet<string>): Coverage {
  if (kind === 'always') return { isOn: true, text: 'Covered now' }
  const { date, time } = wallTime(now, zone)
  const midnight = instantAt(addDays(date, 1), '00:00', zone)
  if (kind === 'month-end') {
    return isMonthEnd(date)
      ? { isOn: true, text: 'Month-end watch is on', next: midnight }
      : { isOn: false, text: `Month-end watch from ${shortDate(monthEnd(date))}`, next: midnight }
  }
  const isOpen = (day: string) => weekday(day) % 6 !== 0 && !closed.has(day)
  if (isOpen(date) && time >= OPENS && time < CLOSES) {
    return { isOn: true, text: `Covered now, until ${CLOSES}`, next: instantAt(date, CLOSES, zone) }
  }
  let day = isOpen(date) && time < OPENS ? date : addDays(date, 1)
  while (!isOpen(day)) day = addDays(day, 1)
  return { isOn: false, text: `Back ${shortDate(day)} ${OPENS}`, next: instantAt(day, OPENS, zone) }
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
