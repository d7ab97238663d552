import { PAGE_COLLECTIONS } from '../../model/collections.ts'
import type { Rule } from './rule.ts'
import { ANY_LINK, entryAt, inPlaceOf, linksOf } from './shared/links.ts'

/** What names an entry in an address of the forge or of a local server. */
const PAGE = new RegExp(`/((?:${PAGE_COLLECTIONS.join('|')})/[\\w/-]+)(?:\\.(?:mdx?|yaml))?/?(?:#|$)`, 'i')

export const ownAddress: Rule = {
  id: 'own-address',
  severity: 'warning',
  reason: 'An address of the repository or of a local server leads readers away from the site, or nowhere.',
  fix: 'Link to the entry’s file with a relative path.',
  *check({ content, pages }) {
    const repository = content.site?.data.repository
    for (const link of linksOf(pages)) {
      const isLocal = /^https?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(link.url)
      const isForge = repository !== undefined && link.url.startsWith(`${repository}/`)
      const entry = PAGE.exec(link.url)?.[1]
      if (!(isLocal || isForge) || entry === undefined) continue
      const target = entryAt(content, entry)
      yield {
        document: link.document,
        at: link.start,
        message: `The link leads to ${isLocal ? 'a server on one’s own machine' : 'the repository'}, not to the page`,
        hint: target ? `Write ${inPlaceOf(link, target)}` : ANY_LINK,
      }
    }
  },
}
