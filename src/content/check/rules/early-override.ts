import { overridesOf, plannedRotas } from '../../facts/rota-input.ts'
import { isPlanned } from '../../model/collections.ts'
import { addDays } from '../../../text/dates.ts'
import type { Rule } from './rule.ts'

const NOON = '12:00'

/** One that ends before the rota starts is a finding of `far-override`. */
export const earlyOverride: Rule = {
  id: 'early-override',
  severity: 'warning',
  reason:
    'Before a rota begins, nobody is on call, so an override changes nothing there: its dates are probably wrong.',
  fix: 'Correct the dates of the override, or the `start` of the rota.',
  *check({ content }) {
    for (const rota of plannedRotas(content)) {
      const data = content.rotas.get(rota)?.data
      if (!data || !isPlanned(data)) continue
      const { start, handoffTime } = data
      // The duty day that a handoff after noon starts is that of the next date.
      const firstDay = handoffTime > NOON ? addDays(start, 1) : start
      for (const { override, document, path } of overridesOf(content, rota)) {
        const { from, to } = override
        const isEarly = from.includes('T') ? from < `${start}T${handoffTime}` : from < firstDay
        if (!isEarly || to.slice(0, 10) < start) continue
        yield {
          document,
          at: { path: [...path, 'from'] },
          message: `The override ${from} to ${to} begins before the rota: its first duty day, ${firstDay}, starts on ${start} at ${handoffTime}. The override changes nothing before that`,
        }
      }
    }
  },
}
