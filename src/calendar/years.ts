import type { RotaCalendar } from '../oncall/index.ts'

/** The years that the site shows of a calendar: from the rota's first to the year after now. */
export function shownYears({ firstYear }: Pick<RotaCalendar, 'firstYear'>, now: Date): number[] {
  const last = Math.max(now.getUTCFullYear() + 1, firstYear)
  return Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index)
}

/** The year that this week belongs to (R2: on 1 January, that can be the old one); the first one before the rota starts. */
export function currentYear(calendar: RotaCalendar, now: Date): number {
  const today = now.toISOString().slice(0, 10)
  return today < calendar.rota.start ? calendar.firstYear : calendar.yearOf(today)
}
