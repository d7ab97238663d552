import type { APIContext } from 'astro'
import { getCalendar, getCalendars } from '../../../calendar/calendars.ts'
import { secondFeed } from '../../../calendar/feeds/ical.ts'
import { feedSource } from '../../../calendar/feeds/source.ts'

export function getStaticPaths() {
  return [...getCalendars().values()]
    .filter(({ calendar, years }) => years.some((year) => calendar.year(year).seconds !== undefined))
    .map(({ id: rota }) => ({ params: { rota } }))
}

/** Who is called when the first does not answer, for a calendar application. */
export function GET({ params: { rota }, site }: APIContext<object, { rota: string }>) {
  return new Response(secondFeed(feedSource(getCalendar(rota), site)))
}
