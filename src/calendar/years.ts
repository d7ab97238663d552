import type { RotaCalendar } from '../oncall/index.ts'
import { UsageError } from '../../scripts/lib/command.ts'

/** Further ahead, a plan says nothing: people, leave and holidays are not known. */
const YEARS_AHEAD = 20

/** The years that the site shows: from the rota's first to the year after now. */
export function shownYears(calendar: RotaCalendar, now: Date): number[] {
  const last = Math.max(now.getUTCFullYear() + 1, calendar.firstYear)
  return Array.from({ length: last - calendar.firstYear + 1 }, (_, index) => calendar.firstYear + index)
}

/** The year that this week belongs to (R2: on 1 January, that can be the old one); the first one before the rota starts. */
export function currentYear(calendar: RotaCalendar, now: Date): number {
  const today = now.toISOString().slice(0, 10)
  return today < calendar.rota.start ? calendar.firstYear : calendar.yearOf(today)
}

/** @throws UsageError for a year that no plan reaches */
export function assertPlannable(calendar: RotaCalendar, year: number, now: Date): void {
  const last = Math.max(now.getUTCFullYear(), calendar.firstYear) + YEARS_AHEAD
  if (year < calendar.firstYear || year > last) {
    throw new UsageError(
      `${calendar.rota.id} has no plan for ${String(year)}.`,
      `It starts on ${calendar.rota.start}; plans go from ${String(calendar.firstYear)} to ${String(last)}.`,
    )
  }
}
