import type { Calendar } from '../content/calendars.ts'
import { buildDate } from './build-date.ts'
import { addDays } from './dates.ts'

/** Dates from the week of the build on which everyone of the rotation has a holiday: nobody keeps business hours. */
export function closedDays({ calendar, years }: Calendar): string[] {
  const from = addDays(buildDate, -7)
  return years
    .flatMap((year) => calendar.days(year))
    .filter(({ date, holidays }) => {
      const away = new Set(holidays.flatMap(({ engineers }) => engineers))
      return date >= from && calendar.rota.rotation.every((engineer) => away.has(engineer))
    })
    .map(({ date }) => date)
}
