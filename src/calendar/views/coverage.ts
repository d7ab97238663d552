import type { Calendar } from '../calendars.ts'
import { buildDate } from '../../site/build-date.ts'
import { addDays } from '../../text/dates.ts'

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
