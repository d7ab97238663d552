import { plannedRotas } from '../../facts/rota-input.ts'
import type { Rule } from './rule.ts'

const MAX_YEARS = 10

export const farHoliday: Rule = {
  id: 'far-holiday',
  // A commit has to build on an earlier day too, from which the same year is further ahead.
  severity: 'warning',
  reason:
    'A holiday before the rota begins, or of a year that nobody plans yet, has probably a mistyped year.',
  fix: 'Correct the year.',
  *check({ content, today }) {
    const last = Number(today.slice(0, 4)) + MAX_YEARS
    for (const rota of plannedRotas(content)) {
      const document = content.rotas.get(rota)
      const { start = '', holidays } = document?.data ?? {}
      if (!document || !holidays) continue
      for (const list of ['add', 'remove'] as const)
        for (const [index, { date }] of (holidays[list] ?? []).entries()) {
          const year = Number(date.slice(0, 4))
          // Credits of a holiday just before the start are nobody's, but a list of whole years is no mistake.
          const isBefore = year < Number(start.slice(0, 4)) - 1
          if (!isBefore && year <= last) continue
          yield {
            document,
            at: { path: ['holidays', list, index, 'date'] },
            message: isBefore
              ? `The holiday of ${date} is before the rota starts, on ${start}`
              : `The holiday of ${date} is more than ${String(MAX_YEARS)} years ahead`,
          }
        }
    }
  },
}
