import type { APIContext } from 'astro'
import { getCalendars, type Calendar } from '../../calendar/calendars.ts'
import { rotaFeed } from '../../calendar/feeds/ical.ts'
import { feedSource } from '../../calendar/feeds/source.ts'

export function getStaticPaths() {
  return [...getCalendars().values()].map((calendar) => ({
    params: { rota: calendar.id },
    props: { calendar },
  }))
}

/** Everybody's shifts, covers and days off, for a calendar application. */
export function GET({ props, site }: APIContext<{ calendar: Calendar }>) {
  return new Response(rotaFeed(feedSource(props.calendar, site)))
}
