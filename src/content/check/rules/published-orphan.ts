import { didYouMean } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'

export const publishedOrphan: Rule = {
  id: 'published-orphan',
  severity: 'error',
  reason: 'Published weeks need a rota that exists.',
  fix: 'Name the file after the rota.',
  *check({ content }) {
    for (const document of content.documents) {
      if (document.collection !== 'published' || content.ids.rotas.includes(document.id)) continue
      yield {
        document,
        message: `There is no rota "${document.id}"`,
        hint: didYouMean(document.id, content.ids.rotas) ?? 'Rename the file after its rota, or delete it.',
      }
    }
  },
}
