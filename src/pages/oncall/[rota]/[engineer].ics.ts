import type { APIContext } from 'astro'
import { getCalendars, type Calendar } from '../../../calendar/calendars.ts'
import { engineerFeed } from '../../../calendar/feeds/ical.ts'
import { feedSource } from '../../../calendar/feeds/source.ts'

export function getStaticPaths() {
  return [...getCalendars().values()].flatMap((calendar) =>
    calendar.engineers.map((engineer) => ({
      params: { rota: calendar.id, engineer },
      props: { calendar, engineer },
    })),
  )
}

/** What concerns one engineer, for their calendar application. */
export function GET({ props, site }: APIContext<{ calendar: Calendar; engineer: string }>) {
  return new Response(engineerFeed(feedSource(props.calendar, site), props.engineer))
}
