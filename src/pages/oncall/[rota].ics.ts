import type { APIContext } from 'astro'
import { getCalendar, getCalendars } from '../../calendar/calendars.ts'
import { rotaFeed } from '../../calendar/feeds/ical.ts'
import { feedSource } from '../../calendar/feeds/source.ts'

export function getStaticPaths() {
  return [...getCalendars().keys()].map((rota) => ({ params: { rota } }))
}

/** Everybody's shifts, covers and days off, for a calendar application. */
export function GET({ params: { rota }, site }: APIContext<object, { rota: string }>) {
  return new Response(rotaFeed(feedSource(getCalendar(rota), site)))
}
