import { plannedRotas } from '../../facts/rota-input.ts'
import type { Rota } from '../../model/rota.ts'
import type { Content, ContentDocument } from '../../read/load.ts'
import type { Mistake, Rule } from './rule.ts'

export const rotaSense: Rule = {
  id: 'rota-sense',
  severity: 'warning',
  reason:
    'Hours that end before they begin, and a clock without summer time, make nights of days and handoffs an hour off.',
  fix: 'Write what was meant, or delete the line.',
  *check({ content }) {
    for (const rota of plannedRotas(content)) {
      const document = content.rotas.get(rota)
      const { businessHours, nightHours, timeZone, second = 'none', rotation = [] } = document?.data ?? {}
      if (!document) continue
      if (second !== 'none' && new Set(rotation).size === 1)
        yield {
          document,
          at: { path: ['second'] },
          message: `\`second\` is "${second}", and the rotation has one engineer: there is a second only in overrides`,
          hint: 'Delete the line, or add an engineer to `rotation`.',
        }
      yield* strangeCalendars(content, document)
      if (businessHours && businessHours.to < businessHours.from)
        yield {
          document,
          at: { path: ['businessHours', 'to'] },
          message: `Business hours end at ${businessHours.to}, before they begin at ${businessHours.from}`,
          hint: 'Swap the two times.',
          severity: 'error',
        }
      if (nightHours && nightHours.from < '12:00' && nightHours.to > '12:00')
        yield {
          document,
          at: { path: ['nightHours', 'to'] },
          message: `The nights from ${nightHours.from} to ${nightHours.to} have noon in them`,
          hint: 'Swap the two times.',
        }
      if (timeZone === 'GMT')
        yield {
          document,
          at: { path: ['timeZone'] },
          message: 'GMT is no place, and has no summer time',
          hint: 'Did you mean "Europe/London"? Where no summer time is meant, write UTC.',
        }
    }
  },
}

/** A holiday of a calendar that nobody has is nobody's. */
function* strangeCalendars(content: Content, document: ContentDocument & { data: Rota }): Generator<Mistake> {
  const { calendar = '', holidays } = document.data
  // Somebody from outside the rotation may take a day of it.
  const own = [...content.engineers.values()].flatMap(({ data }) => data.calendar ?? [])
  const known = new Set([calendar, ...own])
  for (const list of ['add', 'remove'] as const)
    for (const [index, { calendar: named }] of (holidays?.[list] ?? []).entries()) {
      if (named === undefined || named === 'all' || known.has(named)) continue
      yield {
        document,
        at: { path: ['holidays', list, index, 'calendar'] },
        message: `Nobody has the calendar ${named}, so this changes nothing`,
        hint: `Write ${[...known, 'all'].join(' or ')}.`,
      }
    }
}
