/** Dates for readers. Always in English and in one form, so that a page reads the same everywhere. */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Moves a `YYYY-MM-DD` date by whole days. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** Day of the week, Sunday = 0. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** `23 Nov` */
export function dayMonth(date: string): string {
  return `${String(Number(date.slice(8)))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`
}

/** `Mon 23 Nov` */
export function shortDate(date: string): string {
  return `${DAYS[weekday(date)] ?? ''} ${dayMonth(date)}`
}

/** `23 Nov 2026` */
export function longDate(date: string): string {
  return `${dayMonth(date)} ${date.slice(0, 4)}`
}

/** `23–29 Nov` or `28 Dec – 3 Jan` */
export function dateSpan(from: string, to: string): string {
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${String(Number(from.slice(8)))}–${dayMonth(to)}`
    : `${dayMonth(from)} – ${dayMonth(to)}`
}

/** `America/New_York` → `New York` */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** An ISO 8601 duration in words: `PT48H` → `48 hours`, `P1DT12H` → `1 day 12 hours`. */
export function durationWords(duration: string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    duration,
  )
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']
  return (match?.slice(1) ?? [])
    .flatMap((count, unit) =>
      count === undefined ? [] : [`${count} ${units[unit] ?? ''}${count === '1' ? '' : 's'}`],
    )
    .join(' ')
}

/** `November` */
export function monthName(date: string): string {
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 7)}-01T00:00:00Z`),
  )
}
