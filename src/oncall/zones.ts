/**
 * Time zones, from the browser's or Node's own data. A library for dates would be half of what a page has to load to
 * plan a swap.
 */
const MS_PER_MINUTE = 60_000
const MS_PER_SECOND = 1000

/** A formatter is slow to make, so each zone's is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** What each zone's clock shows at the instants that were asked for: the same few thousand hand-offs, in every view of a rota. */
const shownAt = new Map<string, Map<number, number>>()
/** Instants of one zone that are kept; then they are forgotten, and asked for again. */
const MAX_KEPT = 50_000

/**
 * What the wall clock shows at an instant, as if it were UTC: milliseconds since the epoch, whole seconds; not a number
 * where there is no such instant or zone, which is reported elsewhere.
 */
export function wallClockAt(instant: number, timeZone: string): number {
  const kept = shownAt.get(timeZone)
  const known = kept?.get(instant)
  if (known !== undefined) return known
  if (Number.isNaN(instant) || !isTimeZone(timeZone)) return NaN
  const wallClock = lookUp(instant, timeZone)
  if (kept && kept.size < MAX_KEPT) kept.set(instant, wallClock)
  else shownAt.set(timeZone, new Map([[instant, wallClock]]))
  return wallClock
}

function lookUp(instant: number, timeZone: string): number {
  const shown: Record<string, number> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** How far the wall clock is ahead of UTC at an instant, in minutes; not a number where there is no such instant or zone. */
export function offsetAt(instant: number, timeZone: string): number {
  const wholeSeconds = Math.floor(instant / MS_PER_SECOND) * MS_PER_SECOND
  return (wallClockAt(instant, timeZone) - wholeSeconds) / MS_PER_MINUTE
}

/** Whether it is the IANA name of a zone. `Intl` takes offsets such as +05:00 as well, which know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    // Asked for each instant that is shown: a formatter that is kept says it at once.
    formatterOf(name)
    return true
  } catch {
    return false
  }
}
