import { plannedRotas } from '../../facts/rota-input.ts'
import type { Rule } from './rule.ts'

export const rotationOrder: Rule = {
  id: 'rotation-order',
  severity: 'warning',
  reason:
    'The order of `rotation` decides who has which week: people who were swapped in the list change places in all weeks that are not announced yet.',
  fix: 'Put the order back, or announce further weeks with `npm run oncall -- publish --through DATE` if it is meant.',
  *check({ content }) {
    for (const rota of plannedRotas(content)) {
      const document = content.rotas.get(rota)
      const rotation = document?.data.rotation
      const weeks = content.published.get(rota)?.data ?? []
      const announced = weeks.findLast(({ members }) => members !== undefined)?.members
      if (!document || !rotation || !announced) continue
      const before = announced.filter((id) => rotation.includes(id))
      const now = rotation.filter((id) => announced.includes(id))
      if (before.join() === now.join()) continue
      yield {
        document,
        at: { path: ['rotation'] },
        message: `The rotation has another order than the last announced weeks, those up to ${weeks.at(-1)?.start ?? ''}: ${before.join(', ')}`,
        hint: `Write [${before.join(', ')}]. If the new order is meant, announce further weeks: npm run oncall -- publish ${rota} --through DATE.`,
      }
    }
  },
}
