import { addDays, shortDate, weekday } from '../text/dates.ts'
import { instantAt, wallTime } from './zoned-time.ts'

const MONTH_END = 7

interface Coverage {
  isOn: boolean
  text: string
  /** When to look again, in milliseconds since 1970. */
  next?: number
}

/**
 * Whether someone watches now, and when that changes.
 *
 * @param hours business hours of Monday to Friday in the rota's zone, as `09:00 17:00`
 * @param closed dates without them
 */
export function coverageAt(
  now: number,
  kind: string,
  zone: string,
  hours: string,
  closed: ReadonlySet<string>,
): Coverage {
  if (kind === 'always') return { isOn: true, text: 'Covered now' }
  const { date, time } = wallTime(now, zone)
  if (kind === 'month-end') {
    const isOn = isMonthEnd(date)
    return {
      isOn,
      text: `Month-end watch ${isOn ? 'is on' : `from ${shortDate(monthEnd(date))}`}`,
      next: instantAt(addDays(date, 1), '00:00', zone),
    }
  }
  const [opens = '', closes = ''] = hours.split(' ')
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
