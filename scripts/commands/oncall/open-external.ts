import { externalCalendar, type ExternalCalendar } from '../../../src/calendar/external/calendar.ts'
import { holderOf } from '../../../src/calendar/external/standing.ts'
import type { ChatPlace } from '../../../src/calendar/chat/place.ts'
import { loadContent, type Content } from '../../../src/content/read/load.ts'
import type { Context } from '../../lib/command-definition.ts'
import { siteAddresses } from './chat-place.ts'
import { defaultRota } from './open-rota.ts'

/** A rota that is kept elsewhere, whose calendar lies in the content. */
export interface External {
  id: string
  name: string
  content: Content
  calendar: ExternalCalendar
  /** Its page elsewhere. */
  page: string
  person: (id: string) => string
  place: ChatPlace
}

/** The rota of that id, or the site's default rota; `undefined` unless it is kept elsewhere and its calendar lies in the content. */
export function findExternal({ root }: Context, named: string | undefined): External | undefined {
  const content = loadContent(root)
  const id = named ?? defaultRota(content)
  const data = content.rotas.get(id)?.data
  const calendar = externalCalendar(content, id)
  if (data?.external === undefined || !calendar) return undefined
  const names = new Map(calendar.shifts.map((shift) => [holderOf(shift), shift.name]))
  const person = (who: string) => names.get(who) ?? who
  const site = siteAddresses()
  return {
    id,
    name: data.name,
    content,
    calendar,
    page: data.external,
    person,
    place: {
      name: data.name,
      person,
      contact: data.contact ?? content.teams.get(data.team)?.data.contact,
      ...(site && { rotaUrl: site.absolute(`${site.links.oncall}#rota-${id}`) }),
    },
  }
}
