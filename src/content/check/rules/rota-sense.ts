import { plannedRotas } from '../../facts/rota-input.ts'
import type { Rule } from './rule.ts'

export const rotaSense: Rule = {
  id: 'rota-sense',
  severity: 'warning',
  reason:
    'Hours that end before they begin, and a clock without summer time, make nights of days and handoffs an hour off.',
  fix: 'Swap the two times, or name a place for the zone.',
  *check({ content }) {
    for (const rota of plannedRotas(content)) {
      const document = content.rotas.get(rota)
      const { businessHours, nightHours, timeZone } = document?.data ?? {}
      if (!document) continue
      if (businessHours && businessHours.to < businessHours.from)
        yield {
          document,
          at: { path: ['businessHours', 'to'] },
          message: `Business hours end at ${businessHours.to}, before they begin at ${businessHours.from}`,
          severity: 'error',
        }
      if (nightHours && nightHours.from < '12:00' && nightHours.to > '12:00')
        yield {
          document,
          at: { path: ['nightHours', 'to'] },
          message: `The nights from ${nightHours.from} to ${nightHours.to} have noon in them`,
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
