import type { Content, ContentDocument } from '../../read/load.ts'
import { anchorsOf } from '../../read/body.ts'
import { closestTo } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'
import { decode, entryAt, isElsewhere, linksOf, pageOfLink, type Link } from './shared/links.ts'

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'error',
  reason: 'A link to a step that is not there leaves the reader at the top of a long page.',
  fix: 'Use the anchor of a heading: its words in lower case, with hyphens.',
  *check({ content, pages }) {
    for (const link of linksOf(pages)) {
      if (link.url === '#') {
        const words = link.document.text.slice(link.start, link.start + 60)
        if (!/\b(?:top|up|back)\b/i.test(words))
          yield {
            document: link.document,
            at: link.start,
            message: 'The link leads to the top of its own page',
            hint: 'Write the anchor of a heading behind #, or the path of a file.',
            severity: 'warning',
          }
        continue
      }
      if (link.anchor === undefined || link.anchor === '' || isElsewhere(link.url)) continue
      const target = targetOfLink(link, content)
      const anchors = target && anchorsOf(target)
      if (!anchors || anchors.has(decode(link.anchor))) continue
      const nearest = closestTo(link.anchor, [...anchors])
      yield {
        document: link.document,
        at: link.start,
        message: `${target.file} has no heading #${link.anchor}`,
        ...(nearest !== undefined && { hint: `Did you mean "${nearest}"?` }),
      }
    }
  },
}

function targetOfLink(link: Link, content: Content): ContentDocument | undefined {
  if (link.path === '') return link.document
  return link.path.startsWith('/') ? entryAt(content, link.path) : pageOfLink(content, link)?.document
}
