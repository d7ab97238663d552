import type { Calendar } from './calendars.ts'

/** The year's calendar page that a date falls in, or the nearest that is shown. */
export function yearAround({ calendar, years }: Pick<Calendar, 'calendar' | 'years'>, date: string): number {
  const year = date < calendar.rota.start ? calendar.firstYear : calendar.yearOf(date)
  return Math.min(Math.max(year, years[0] ?? 0), years.at(-1) ?? 0)
}
