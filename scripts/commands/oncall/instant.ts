import { readInstant as instantOf, writeInstant } from '../../../src/calendar/read-instant.ts'
import { UsageError } from '../../lib/command-error.ts'

/**
 * The instant of an option, ISO 8601 with the offset of the rota's zone; now where nothing is said.
 *
 * @param text with an offset, or in the zone of the rota; a date alone means noon of that day
 * @throws UsageError unless it is one
 */
export function readInstant(option: string, text: string | undefined, zone: string, now: Date): string {
  const at = text === undefined ? writeInstant(now, zone) : instantOf(text, zone)
  if (at !== undefined) return at
  throw new UsageError(`${option} takes an instant, as 2026-01-05T08:00-05:00; got "${text ?? ''}".`)
}
