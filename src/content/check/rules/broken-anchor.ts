import type { Content } from '../../read/load.ts'
import type { Page } from '../../read/body.ts'
import { closestTo } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'
import { decode, entryAt, isElsewhere, linksOf, pageOfLink, type Link } from './shared/links.ts'

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'error',
  reason: 'A link to a step that is not there leaves the reader at the top of a long page.',
  fix: 'Use the anchor of a heading: its words in lower case, with hyphens.',
  *check({ content, pages }) {
    const byPath = new Map(pages.map((page) => [page.document.path, page]))
    for (const link of linksOf(pages)) {
      if (link.anchor === undefined || link.anchor === '' || isElsewhere(link.url)) continue
      const target = pageOf(link, byPath, content)
      if (!target || target.anchors.has(decode(link.anchor))) continue
      const nearest = closestTo(link.anchor, [...target.anchors])
      yield {
        document: link.document,
        at: link.start,
        message: `${target.document.file} has no heading #${link.anchor}`,
        ...(nearest !== undefined && { hint: `Did you mean "${nearest}"?` }),
      }
    }
  },
}

function pageOf(link: Link, byPath: ReadonlyMap<string, Page>, content: Content): Page | undefined {
  if (link.path === '') return link.page
  const target = link.path.startsWith('/') ? entryAt(content, link.path) : pageOfLink(content, link)?.document
  return target && byPath.get(target.path)
}
