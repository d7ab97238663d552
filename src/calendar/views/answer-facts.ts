import type { Calendar } from '../calendars.ts'
import { addDays } from '../../text/dates.ts'
import { links } from '../../site/site-links.ts'
import type { Watch } from './on-call-now.ts'

/** What the search answers from by itself, as data that the browser loads with its first search. */
export interface AnswerFacts {
  rotas: RotaFacts[]
  slas: { title: string; href: string; summary: string }[]
  severities: { name: string; means: string; class: string }[]
  links: { severities: string; changes: string; teams?: string | undefined; contributing: string }
}

export interface RotaFacts {
  name: string
  watch: Watch
  /** Ahead, in order; a person is a place in the people of the watch. */
  holidays: [date: string, name: string, person: number][]
  daysOff: [date: string, person: number, name: string][]
  /** Addresses of its feed, and of the page where a change is proposed. */
  feed: string
  change: string
}

/** The facts of one rota from a date on. */
export function rotaFacts(calendar: Calendar, watch: Watch, date: string): RotaFacts {
  const from = addDays(date, -8)
  const years = calendar.years.map((year) => calendar.calendar.year(year))
  const place = (id: string) => calendar.engineers.indexOf(id)
  const inOrder = <T extends [string, ...unknown[]]>(list: T[]) =>
    list.filter(([day]) => day >= from).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    name: calendar.name,
    watch,
    holidays: inOrder(
      years.flatMap(({ weeks }) =>
        weeks.flatMap(({ holidays }) =>
          holidays.map(({ date: day, name, engineer }): [string, string, number] => [
            day,
            name,
            place(engineer),
          ]),
        ),
      ),
    ),
    daysOff: inOrder(
      years.flatMap(({ daysOff }) =>
        daysOff.map(({ date: day, engineer, for: credit }): [string, number, string] => [
          day,
          place(engineer),
          credit.name,
        ]),
      ),
    ),
    feed: links.rotaFeed(calendar.id),
    change: links.change(calendar.id),
  }
}
