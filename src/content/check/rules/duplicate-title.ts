import type { ContentDocument } from '../../read/load.ts'
import { PAGE_COLLECTIONS } from '../../model/collections.ts'
import type { Rule } from './rule.ts'

export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  severity: 'error',
  reason: 'Readers cannot distinguish two pages of one kind with one name in lists and search results.',
  fix: 'Say in the title what is special about each.',
  *check({ drafts }) {
    for (const entries of PAGE_COLLECTIONS.map((collection) => drafts[collection])) {
      const seen = new Map<string, ContentDocument>()
      for (const document of entries) {
        const title = titleOf(document.data)?.toLowerCase()
        if (title === undefined) continue
        const first = seen.get(title)
        if (first) yield { document, at: { path: ['title'] }, message: `${first.file} has the same title` }
        else seen.set(title, document)
      }
    }
  },
}

function titleOf(data: object): string | undefined {
  return 'title' in data && typeof data.title === 'string' ? data.title : undefined
}
