import type { Rule } from './rule.ts'
import { entryAt, inPlaceOf, linksOf } from './shared/links.ts'

export const rootLink: Rule = {
  id: 'root-link',
  severity: 'warning',
  reason: 'A link from the site’s root works on the site and breaks in the repository, where people edit.',
  fix: 'Link to the entry’s file with a relative path.',
  *check({ content, pages }) {
    for (const link of linksOf(pages)) {
      if (!link.path.startsWith('/')) continue
      const target = entryAt(content, link.path)
      // A team is no page that one edits beside the text.
      if (target?.kind !== 'markdown') continue
      yield {
        document: link.document,
        at: link.start,
        message: `The link "${link.url}" works only on the site`,
        hint: `Write ${inPlaceOf(link, target)}`,
      }
    }
  },
}
