import type { ChatPlace } from '../../calendar/chat/place.ts'
import { externalCalendar } from '../../calendar/external/calendar.ts'
import { EXTERNAL_YEARS, externalSource, externalStanding } from '../../calendar/external/standing.ts'
import { keptElsewhere } from '../../calendar/external/year.ts'
import { readInstant, writeInstant } from '../../calendar/read-instant.ts'
import { standingAt, type ShiftSource, type Standing } from '../../calendar/standing.ts'
import { yearAround } from '../../calendar/year-around.ts'
import { didYouMean } from '../../text/suggest.ts'
import type { Served } from '../source.ts'

/** A rota as the tools ask it. */
export interface AskedRota {
  id: string
  name: string
  source: ShiftSource
  years: readonly number[]
  /** Who is on call at an instant. */
  standing: (at: string) => Standing
  /** The path of its page for a date. */
  page: (date: string) => string
  /** The path of the page of one of its people; absent where they have none. */
  personPage?: (id: string) => string
}

/** The rota that is meant, or a sentence on what to do. */
export function rotaOf(served: Served, named: string | undefined): AskedRota | string {
  const { calendars, content, facts } = served
  const ids = [...calendars.keys(), ...keptElsewhere(content).map(({ id }) => id)].sort()
  if (named !== undefined) {
    const id = named.toLowerCase()
    const found = askedRota(served, id)
    if (found) return found
    const external = facts.rotas.find(id)?.data.external
    if (external !== undefined)
      return `The rota "${named}" is kept elsewhere: ${external}. Its shifts are not known here.`
    return `There is no rota "${named}". ${didYouMean(named, ids) ?? (ids.length === 0 ? 'This site has no rota.' : `There is: ${ids.join(', ')}.`)}`
  }
  // Of one that is planned here and others that are kept elsewhere, the first is meant.
  const [only, another] = calendars.size > 0 ? [...calendars.keys()] : ids
  const own = content.site?.data.defaultRota ?? (another === undefined ? only : undefined)
  const found = own === undefined ? undefined : askedRota(served, own)
  if (found) return found
  if (ids.length === 0)
    return 'This site has no rota, so nobody is on call by it. Use list with kind: team for whom to ask.'
  return `Which rota? There is: ${ids.join(', ')}.`
}

/** A rota that is planned here, or whose calendar lies in the content. */
function askedRota({ calendars, content, facts, links }: Served, id: string): AskedRota | undefined {
  const calendar = calendars.get(id)
  if (calendar) {
    const { name, years } = calendar
    return {
      id,
      name,
      source: calendar.calendar,
      years,
      standing: (at) => standingAt(calendar.calendar, at, years),
      page: (date) => links.year(id, yearAround(calendar, date)),
      personPage: (person) => links.engineer(id, person),
    }
  }
  const external = externalCalendar(content, id)
  return (
    external && {
      id,
      name: facts.rotas.get(id).data.name,
      source: externalSource(id, external),
      years: EXTERNAL_YEARS,
      standing: (at) => externalStanding(id, external, at),
      page: () => `${links.oncall}#rota-${id}`,
    }
  )
}

/** An instant with the offset of the rota's zone, or a sentence on what to do. */
export function instantOf(text: string | undefined, zone: string, now: Date): { at: string } | string {
  const isNow = text === undefined || text.toLowerCase() === 'now'
  const at = isNow ? writeInstant(now, zone) : readInstant(text, zone)
  if (at !== undefined) return { at }
  return `"${text ?? ''}" is no instant. Write it as 2026-01-05T08:00-05:00, as 2026-01-05T08:00 in the zone of the rota (${zone}), or as a date.`
}

/** What messages about the rota need. */
export function placeOf({ facts, absolute }: Served, rota: AskedRota, at: string): ChatPlace {
  const { contact, team } = facts.rotas.get(rota.id).data
  const { personPage } = rota
  return {
    name: rota.name,
    person: (id) => facts.engineers.find(id)?.data.name ?? id,
    rotaUrl: absolute(rota.page(at.slice(0, 10))),
    ...(personPage && { personUrl: (id: string) => absolute(personPage(id)) }),
    contact: contact ?? facts.teams.find(team)?.data.contact,
  }
}
