import type { Rule } from './rule.ts'

/** More does not fit in a line of a list, a search result or a tab. */
const MAX_CHARACTERS = 80

export const longTitle: Rule = {
  id: 'long-title',
  severity: 'warning',
  reason: 'A title has to be readable at a glance in lists, search results and tabs.',
  fix: `Say it in at most ${String(MAX_CHARACTERS)} characters; put the rest into the summary.`,
  *check({ drafts }) {
    for (const document of [...drafts.pipelines, ...drafts.runbooks, ...drafts.issues]) {
      const { length } = document.data.title ?? ''
      if (length > MAX_CHARACTERS)
        yield { document, at: { path: ['title'] }, message: `The title has ${String(length)} characters` }
    }
  },
}
