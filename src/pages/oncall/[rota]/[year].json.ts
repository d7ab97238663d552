import type { APIContext } from 'astro'
import { findCalendar, getCalendars } from '../../../calendar/calendars.ts'
import { externalYear, keptElsewhere } from '../../../calendar/external/year.ts'
import { contentStore } from '../../../content/read/store.ts'

export function getStaticPaths() {
  return [...getCalendars().values(), ...keptElsewhere(contentStore().read())].flatMap(
    ({ id: rota, years }) => years.map((year) => ({ params: { rota, year: String(year) } })),
  )
}

/** The calendar year as data: the contract that other tools build on. */
export function GET({ params }: APIContext<object, { rota: string; year: string }>) {
  const year = Number(params.year)
  const planned = findCalendar(params.rota)?.calendar.year(year)
  if (planned) return Response.json(planned)
  const rota = keptElsewhere(contentStore().read()).find(({ id }) => id === params.rota)
  return Response.json(rota && externalYear(rota.id, rota.calendar, year))
}
