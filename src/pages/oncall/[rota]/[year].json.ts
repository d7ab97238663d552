import type { APIContext } from 'astro'
import { getCalendars, type Calendar } from '../../../calendar/calendars.ts'

export function getStaticPaths() {
  return [...getCalendars().values()].flatMap((calendar) =>
    calendar.years.map((year) => ({
      params: { rota: calendar.id, year: String(year) },
      props: { calendar, year },
    })),
  )
}

/** The calendar year as data: the contract that other tools build on. */
export function GET({ props }: APIContext<{ calendar: Calendar; year: number }>) {
  return Response.json(props.calendar.calendar.year(props.year))
}
