import type { APIContext } from 'astro'
import { getCalendars, type Calendar } from '../../../content/calendars.ts'
import { engineerFeed } from '../../../feeds/feed.ts'
import { feedSource } from '../../../site/feed-source.ts'

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
