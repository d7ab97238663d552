/** Wall-clock time in a named zone, with nothing but `Intl`: a time-zone library would be larger than the page. */

export interface WallTime {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM` */
  time: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, found)
  }
  return found
}

/** What the clock on the wall shows in `zone` at an instant (milliseconds since 1970). */
export function wallTime(instant: number, zone: string): WallTime {
  const parts = Object.fromEntries(
    format(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const part = (name: string) => parts[name] ?? ''
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** Milliseconds by which the wall clock is ahead of UTC. */
function offset(instant: number, zone: string): number {
  const { date, time } = wallTime(instant, zone)
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(instant / 60_000) * 60_000
}

/** The instant at which the wall clock shows a date and time: of two the first; a skipped time takes the offset before the gap. */
export function instantAt(date: string, time: string, zone: string): number {
  const utc = Date.parse(`${date}T${time}:00Z`)
  const day = 86_400_000
  const before = utc - offset(utc - day, zone)
  const after = utc - offset(utc + day, zone)
  const matches = [before, after].filter((instant) => offset(instant, zone) === utc - instant)
  return matches.length > 0 ? Math.min(...matches) : before
}
