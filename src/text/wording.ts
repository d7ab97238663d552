import { DateTime } from 'luxon'

/** `Mon 5 Jan 2026, 09:00` in the zone. */
export function moment(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone, locale: 'en-US' }).toFormat('ccc d LLL yyyy, HH:mm')
}

/** `Mon 5 Jan 2026`. */
export function day(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en-US' }).toFormat('ccc d LLL yyyy')
}

/** The date after `days` more days. */
export function plusDays(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd')
}

/** `A`, `A and B`, `A, B and C`; with `or` where that is asked for. */
export function list(words: readonly string[], word: 'and' | 'or' = 'and'): string {
  const unique = [...new Set(words)]
  return unique.length < 2
    ? unique.join('')
    : `${unique.slice(0, -1).join(', ')} ${word} ${unique.at(-1) ?? ''}`
}

/** `Mon 5 Jan, 09:00` in the zone. */
export function shortMoment(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone, locale: 'en-US' }).toFormat('ccc d LLL, HH:mm')
}

/** `Mon 5 Jan, 09:00`, with its year where that is another than the year of the moment that is spoken of. */
export function momentFrom(spokenOf: string, instant: string, zone: string): string {
  const year = (each: string) => DateTime.fromISO(each, { zone }).year
  return year(spokenOf) === year(instant) ? shortMoment(instant, zone) : moment(instant, zone)
}

/** `Mon 5 Jan`. */
export function shortDay(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en-US' }).toFormat('ccc d LLL')
}

/** `1 week`, `3 weeks`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`
}
