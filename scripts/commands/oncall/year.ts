import { UsageError } from '../../lib/command-error.ts'

/** @throws UsageError unless it is a year of four digits */
export function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UsageError(`--year takes a year, as 2026; got "${text}".`)
  return Number(text)
}
