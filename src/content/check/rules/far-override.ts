import { overridesOf, plannedRotas } from '../../facts/rota-input.ts'
import type { Rule } from './rule.ts'

const MAX_DAYS = 92
const MAX_YEARS = 2
/** Hours within a night or a weekend, not weeks. */
const MAX_DAYS_OF_HOURS = 14

export const farOverride: Rule = {
  id: 'far-override',
  severity: 'error',
  reason:
    'An override outside the planned years, or one that lasts for months, probably has a mistyped year or month.',
  fix: 'Correct the dates. Use leave for a long absence, and `until` for somebody who has left.',
  *check({ content, today }) {
    for (const rota of plannedRotas(content)) {
      const start = content.rotas.get(rota)?.data
      const first = start && 'start' in start ? (start.start ?? '') : ''
      for (const { override, document, path } of overridesOf(content, rota)) {
        const [from, to] = [override.from.slice(0, 10), override.to.slice(0, 10)]
        const problem =
          to < first
            ? `ends before the rota starts, on ${first}`
            : Number(from.slice(0, 4)) > Number(today.slice(0, 4)) + MAX_YEARS
              ? `is more than ${String(MAX_YEARS)} years ahead`
              : daysBetween(from, to) > MAX_DAYS
                ? `lasts ${String(daysBetween(from, to))} days`
                : override.from.includes('T') && daysBetween(from, to) > MAX_DAYS_OF_HOURS
                  ? `is one of hours, and lasts ${String(daysBetween(from, to))} days`
                  : undefined
        if (problem === undefined) continue
        yield {
          document,
          at: { path: [...path, 'from'] },
          message: `The override ${from} to ${to} ${problem}`,
        }
      }
    }
  },
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
