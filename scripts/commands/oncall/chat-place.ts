import { yearAround } from '../../../src/calendar/year-around.ts'
import type { ChatPlace } from '../../../src/calendar/chat/place.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { ADDRESS } from '../../../src/site/address.ts'
import { createLinks } from '../../../src/site/links.ts'
import type { Rota } from './open-rota.ts'

/** The links of the site, absolute; `undefined` where `SITE_URL` does not say where it is. */
export function siteAddresses() {
  if (process.env['SITE_URL'] === undefined || process.env['SITE_URL'] === '') return undefined
  const links = createLinks(ADDRESS.base)
  return { links, absolute: (path: string) => new URL(path, ADDRESS.site).href }
}

/** What messages about a rota need besides its calendar. */
export function chatPlace({ name, input, calendar, content }: Rota, at: string): ChatPlace {
  const site = siteAddresses()
  const data = content.rotas.get(input.id)?.data
  const contact = data?.contact ?? (data ? content.teams.get(data.team)?.data.contact : undefined)
  const year = yearAround({ calendar, years: shownYears(calendar, new Date(at)) }, at.slice(0, 10))
  return {
    name,
    person: (id) => input.engineers[id]?.name ?? id,
    contact,
    ...(site && {
      rotaUrl: site.absolute(site.links.year(input.id, year)),
      personUrl: (id: string) => site.absolute(site.links.engineer(input.id, id)),
    }),
  }
}
