import type { Rule } from './rule.ts'

/** What YAML or a hurried writer leaves in the place of a name. */
const NO_NAME =
  /^(?:yes|no|on|off|true|false|null|none|nil|untitled|title|name|new|test|asdf?|foo|bar|x+|\.+|-+|tbd|todo)$/i

export const emptyTitle: Rule = {
  id: 'empty-title',
  severity: 'error',
  reason: 'The title is all that a list, a search result and a browser tab show of a page.',
  fix: 'Write what people call it.',
  *check({ drafts }) {
    for (const document of [...drafts.pipelines, ...drafts.runbooks, ...drafts.issues]) {
      const { title } = document.data
      if (title === undefined || (!NO_NAME.test(title) && /[\p{L}\p{N}]/u.test(title))) continue
      yield { document, at: { path: ['title'] }, message: `"${title}" names nothing` }
    }
  },
}
