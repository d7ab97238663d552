import { plannedRotas } from '../../facts/rota-input.ts'
import type { Rule } from './rule.ts'

export const publishedOutsideRotation: Rule = {
  id: 'published-outside-rotation',
  severity: 'error',
  reason:
    'Somebody who is announced but no longer in the rotation has turns, and would earn no days off for them.',
  fix: 'Put them back into `rotation`. Engineers who leave stay in the list, with `until` in their own file.',
  *check({ content }) {
    for (const rota of plannedRotas(content)) {
      const document = content.rotas.get(rota)
      if (!document || !('rotation' in document.data)) continue
      const rotation = document.data.rotation ?? []
      const weeks = new Map<string, number>()
      for (const { engineer } of content.published.get(rota)?.data ?? [])
        if (!rotation.includes(engineer) && content.engineers.has(engineer))
          weeks.set(engineer, (weeks.get(engineer) ?? 0) + 1)
      for (const [engineer, count] of weeks)
        yield {
          document,
          at: { path: ['rotation'] },
          message: `${engineer} has ${count === 1 ? 'a published week' : `${String(count)} published weeks`} and is not in the rotation`,
        }
    }
  },
}
