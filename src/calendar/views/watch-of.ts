import type { Facts } from '../../content/facts/entries.ts'
import { contactLinks } from '../../text/contact.ts'
import type { Calendar } from '../calendars.ts'
import { links } from '../../site/site-links.ts'
import { watchFrom, type PackedWay, type Watch } from './on-call-now.ts'

/** The watch of a rota with the ways to reach its people, of whom the content shows contacts, and its team. */
export function watchOf(calendar: Calendar, content: Facts, date: string): Watch {
  const rota = content.rotas.get(calendar.id).data
  const team = content.teams.get(rota.team)
  const watch = watchFrom(calendar, date, {
    name: team.data.name,
    href: links.team(team.id),
    ...waysOf(team.data.contact),
  })
  return {
    ...watch,
    ...waysOf(rota.contact),
    people: watch.people.map((person, place) => ({
      ...person,
      ...waysOf(content.engineers.find(calendar.engineers[place] ?? '')?.data.contact),
    })),
  }
}

export function waysOf(contact: Parameters<typeof contactLinks>[0]): { ways?: PackedWay[] } {
  const ways = contactLinks(contact).map(({ label, shown, href }): PackedWay =>
    href === undefined ? [shown] : [label, href],
  )
  return ways.length > 0 ? { ways } : {}
}
