import { didYouMean } from '../suggest.ts'
import type { Rule } from './rule.ts'
import { referencesOf } from './shared/references.ts'

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  reason: 'A reference to an entry that does not exist would be a dead end on the page.',
  mend: 'Write the id of an entry: its file name without the ending.',
  *check({ content }) {
    for (const document of content.documents) {
      for (const { collection, id, path } of referencesOf(document)) {
        const known = content.ids[collection]
        if (known.includes(id)) continue
        yield {
          document,
          at: { path },
          message: `No ${collection.slice(0, -1)} "${id}"`,
          hint: didYouMean(id, known) ?? `See content/${collection}/.`,
        }
      }
    }
  },
}
