import { MAX_YEARS, isAncient } from '../rotas.ts'
import type { Rule } from './rule.ts'

export const rotaStart: Rule = {
  id: 'rota-start',
  severity: 'error',
  reason:
    'The plan goes on from the first handoff: a start decades ago is probably a typing mistake, and takes minutes to plan.',
  fix: 'Write the day of the first handoff, as YYYY-MM-DD.',
  *check({ content, today }) {
    for (const rota of content.rotas.values()) {
      if (!isAncient(content, rota.id, today)) continue
      yield {
        document: rota,
        at: { path: ['start'] },
        message: `The rota starts on ${rota.data.start}, more than ${String(MAX_YEARS)} years ago`,
      }
    }
  },
}
