import { DateTime } from 'luxon'
import { UsageError } from '../../lib/command.ts'

/**
 * The instant of an option, ISO 8601 with the offset of the rota's zone; now where nothing is said.
 *
 * @param text with an offset, or in the zone of the rota; a date alone means noon of that day
 * @throws UsageError unless it is one
 */
export function readInstant(option: string, text: string | undefined, zone: string, now: Date): string {
  const at =
    text === undefined
      ? DateTime.fromJSDate(now, { zone })
      : DateTime.fromISO(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00` : text, { zone })
  // A zone has an offset of 14 hours at most: a larger one is a slip, and not another day.
  const isFar = /T.*[+-](?:1[5-9]|[2-9]\d):?\d\d$/.test(text ?? '')
  const isDated = text === undefined || /^\d{4}-\d\d-\d\d(T|$)/.test(text)
  if (at.isValid && isDated && !isFar) return at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
  throw new UsageError(`${option} takes an instant, as 2026-01-05T08:00-05:00; got "${text ?? ''}".`)
}
