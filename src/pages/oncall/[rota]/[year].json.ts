import type { APIContext } from 'astro'
import { getCalendar, getCalendars } from '../../../calendar/calendars.ts'

export function getStaticPaths() {
  return [...getCalendars().values()].flatMap(({ id: rota, years }) =>
    years.map((year) => ({ params: { rota, year: String(year) } })),
  )
}

/** The calendar year as data: the contract that other tools build on. */
export function GET({ params: { rota, year } }: APIContext<object, { rota: string; year: string }>) {
  return Response.json(getCalendar(rota).calendar.year(Number(year)))
}
