import type { Calendar } from '../../calendar/calendars.ts'
import type { ChatPlace } from '../../calendar/chat/place.ts'
import { readInstant, writeInstant } from '../../calendar/read-instant.ts'
import { yearAround } from '../../calendar/year-around.ts'
import { didYouMean } from '../../text/suggest.ts'
import type { Served } from '../source.ts'

/** The rota that is meant, or a sentence on what to do. */
export function rotaOf({ calendars, content, facts }: Served, named: string | undefined): Calendar | string {
  const ids = [...calendars.keys()]
  if (named !== undefined) {
    const external = facts.rotas.find(named.toLowerCase())?.data.external
    if (external !== undefined)
      return `The rota "${named}" is kept elsewhere: ${external}. Its shifts are not known here.`
    return (
      calendars.get(named.toLowerCase()) ??
      `There is no rota "${named}". ${didYouMean(named, ids) ?? (ids.length === 0 ? 'This site has no rota.' : `There is: ${ids.join(', ')}.`)}`
    )
  }
  const own = content.site?.data.defaultRota ?? (ids.length === 1 ? ids[0] : undefined)
  const found = own === undefined ? undefined : calendars.get(own)
  if (found) return found
  if (ids.length === 0)
    return 'This site has no rota, so nobody is on call by it. Use list with kind: team for whom to ask.'
  return `Which rota? There is: ${ids.join(', ')}.`
}

/** An instant with the offset of the rota's zone, or a sentence on what to do. */
export function instantOf(text: string | undefined, zone: string, now: Date): { at: string } | string {
  const isNow = text === undefined || text.toLowerCase() === 'now'
  const at = isNow ? writeInstant(now, zone) : readInstant(text, zone)
  if (at !== undefined) return { at }
  return `"${text ?? ''}" is no instant. Write it as 2026-01-05T08:00-05:00, as 2026-01-05T08:00 in the zone of the rota (${zone}), or as a date.`
}

/** What messages about the rota need. */
export function placeOf({ facts, links, absolute }: Served, calendar: Calendar, at: string): ChatPlace {
  const data = facts.rotas.get(calendar.id).data
  return {
    name: calendar.name,
    person: (id) => facts.engineers.find(id)?.data.name ?? id,
    rotaUrl: absolute(links.year(calendar.id, yearAround(calendar, at.slice(0, 10)))),
    personUrl: (id) => absolute(links.engineer(calendar.id, id)),
    contact: data.contact ?? facts.teams.find(data.team)?.data.contact,
  }
}
