import { overridesOf, plannedRotas } from '../../facts/rota-input.ts'
import type { Rule } from './rule.ts'

/** In minutes: nobody takes over for less. */
const MIN_MINUTES = 10

export const shortOverride: Rule = {
  id: 'short-override',
  severity: 'warning',
  reason: 'An override of a few minutes probably has a mistyped hour or day: everybody else stays on call.',
  fix: 'Correct `from` or `to`.',
  *check({ content }) {
    for (const rota of plannedRotas(content)) {
      for (const { override, document, path } of overridesOf(content, rota)) {
        if (!override.from.includes('T') || !override.to.includes('T')) continue
        const minutes = (Date.parse(`${override.to}:00Z`) - Date.parse(`${override.from}:00Z`)) / 60_000
        if (minutes > 0 && minutes < MIN_MINUTES)
          yield {
            document,
            at: { path: [...path, 'to'] },
            message: `The override lasts ${minutes === 1 ? '1 minute' : `${String(minutes)} minutes`}`,
          }
      }
    }
  },
}
