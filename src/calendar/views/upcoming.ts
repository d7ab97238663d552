import type { Calendar } from '../calendars.ts'
import { addDays } from '../../text/dates.ts'
import { describeDay } from '../describe-day.ts'
import type { Person } from '../people.ts'

export interface Upcoming {
  date: string
  kind: 'handoff' | 'holiday' | 'off'
  text: string
}

const DAYS = 120

/** Handoffs, holidays and days off from a date on; the page hides those that have passed when it is read. */
export function upcoming(
  { calendar, years }: Calendar,
  date: string,
  people: ReadonlyMap<string, Person>,
): Upcoming[] {
  const name = (id: string) => people.get(id)?.name ?? id
  const until = addDays(date, DAYS)
  const { handoffTime } = calendar.rota
  return years
    .flatMap((year) => calendar.days(year))
    .flatMap((day, place, days): Upcoming[] => {
      if (day.date < date || day.date > until) return []
      const before = days[place - 1]
      const { holidays, off } = describeDay(day)
      return [
        ...holidays.map(({ name: holiday }) => ({
          date: day.date,
          kind: 'holiday' as const,
          text: `${holiday}, worked by ${name(day.holder)}`,
        })),
        ...(off?.why === 'day off'
          ? [
              {
                date: day.date,
                kind: 'off' as const,
                text: `${name(off.engineer)} has a day off for ${off.holiday.name}`,
              },
            ]
          : []),
        ...(before && before.holder !== day.holder
          ? [
              {
                date: day.start.slice(0, 10),
                kind: 'handoff' as const,
                text: `${name(before.holder)} hands over to ${name(day.holder)} at ${handoffTime}`,
              },
            ]
          : []),
      ]
    })
}
