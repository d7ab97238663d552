import type { Rule } from './rule.ts'

/** More does not fit in a line of a list, a search result or a tab. */
const MAX_CHARACTERS = 80

export const longTitle: Rule = {
  id: 'long-title',
  severity: 'warning',
  reason: 'A title is read in lists, search results and tabs, at a glance.',
  fix: `Say it in at most ${String(MAX_CHARACTERS)} characters; the rest belongs into the summary.`,
  *check({ drafts }) {
    for (const document of [...drafts.pipelines, ...drafts.runbooks, ...drafts.issues]) {
      const { length } = document.data.title ?? ''
      if (length > MAX_CHARACTERS)
        yield { document, at: { path: ['title'] }, message: `The title has ${String(length)} characters` }
    }
  },
}
