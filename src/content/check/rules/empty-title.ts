import type { Rule } from './rule.ts'

/** What YAML or a hurried writer leaves in the place of a name. */
const NO_NAME =
  /^(?:yes|no|on|off|true|false|null|none|nil|untitled|title|name|new|test|asdf?|foo|bar|x+|\.+|-+|tbd|todo)$/i

/** What a copy, a template or a file name leaves. */
const LEFT =
  /^(?:copy of .+|.+ \(copy\)|new (?:issue|runbook|pipeline|page|document)|untitled .+|title: ?.+)$/i

export const emptyTitle: Rule = {
  id: 'empty-title',
  severity: 'error',
  reason: 'The title is all that a list, a search result and a browser tab show of a page.',
  fix: 'Write what people call it.',
  *check({ drafts }) {
    for (const document of [...drafts.pipelines, ...drafts.runbooks, ...drafts.issues]) {
      const { title, summary } = document.data
      if (title !== undefined && (NO_NAME.test(title) || !/[\p{L}\p{N}]/u.test(title)))
        yield { document, at: { path: ['title'] }, message: `"${title}" names nothing` }
      else if (title !== undefined && (LEFT.test(title) || isFileName(title, document.id)))
        yield {
          document,
          at: { path: ['title'] },
          message: `"${title}" was left from a copy, a template or the name of the file`,
          severity: 'warning',
        }
      if (summary !== undefined && !/\p{L}/u.test(summary))
        yield {
          document,
          at: { path: ['summary'] },
          message: `"${summary}" says nothing`,
          hint: 'Write one sentence that a tired person recognizes the page by.',
        }
      else if (summary !== undefined && summary.toLowerCase() === title?.toLowerCase())
        yield {
          document,
          at: { path: ['summary'] },
          message: 'The summary is the title once more',
          hint: 'Write one sentence that a tired person recognizes the page by.',
          severity: 'warning',
        }
    }
  },
}

/** `orders-late`, where people say "Orders are late"; one word may be a name. */
function isFileName(title: string, id: string): boolean {
  return title === id && /[-_]/.test(title)
}
