import type { Calendar } from '../calendars.ts'

/** Who is on call on a holiday, and the days off (`YYYY-MM-DD`) that pay it back to whom it was their holiday. */
export interface HolidayWork {
  engineer: string
  daysOff: { engineer: string; date: string }[]
  /** Engineers who are owed a day off for it when the planned years end. */
  owed: string[]
}

/** The work of each date of the planned years that is a holiday of anybody, by date (`YYYY-MM-DD`). */
export function holidayWork({ calendar, years }: Calendar): Map<string, HolidayWork> {
  const planned = years.map((year) => calendar.year(year))
  const daysOff = planned.flatMap((year) => year.daysOff)
  const owed = planned.at(-1)?.owed ?? []
  return new Map(
    years
      .flatMap((year) => calendar.days(year))
      .filter(({ holidays }) => holidays.length > 0)
      .map(({ date, holder }) => [
        date,
        {
          engineer: holder,
          daysOff: daysOff
            .filter((off) => off.for.date === date)
            .map(({ engineer, date }) => ({ engineer, date })),
          owed: owed.filter((each) => each.for.date === date).map(({ engineer }) => engineer),
        },
      ]),
  )
}
