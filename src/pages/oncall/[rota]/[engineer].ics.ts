import type { APIContext } from 'astro'
import { getCalendar, getCalendars } from '../../../calendar/calendars.ts'
import { engineerFeed } from '../../../calendar/feeds/ical.ts'
import { feedSource } from '../../../calendar/feeds/source.ts'

export function getStaticPaths() {
  return [...getCalendars().values()].flatMap(({ id: rota, engineers }) =>
    engineers.map((engineer) => ({ params: { rota, engineer } })),
  )
}

/** What concerns one engineer, for their calendar application. */
export function GET({ params, site }: APIContext<object, { rota: string; engineer: string }>) {
  return new Response(engineerFeed(feedSource(getCalendar(params.rota), site), params.engineer))
}
