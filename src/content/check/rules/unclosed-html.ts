import { nodesOf, type Page, type PageNode } from '../../read/body.ts'
import type { Rule } from './rule.ts'

/** Elements that hold what follows until they are closed; the others close themselves, or may stay open. */
const HOLDS =
  /^(?:details|summary|div|span|table|ul|ol|dl|blockquote|figure|pre|b|i|em|strong|u|s|del|ins|mark|small|sub|sup|code|kbd)$/

export const unclosedHtml: Rule = {
  id: 'unclosed-html',
  severity: 'error',
  reason:
    'An element that is not closed takes the rest of the page in: below an open <details>, nobody sees it.',
  fix: 'Close it where it ends, as with </details>.',
  *check({ pages }) {
    for (const page of pages) {
      for (const { name, start } of openIn(page)) {
        yield {
          document: page.document,
          at: start,
          message: `<${name}> is never closed`,
          hint: `Put </${name}> where it ends.`,
        }
      }
    }
  },
}

/** MDX has a parser that knows; in Markdown, HTML is text. */
function openIn(page: Page): (Pick<PageNode, 'start'> & { name: string })[] {
  const open: { name: string; start: number }[] = []
  if (page.failure) return open
  for (const { node, start } of nodesOf([page], 'html')) {
    for (const { index, groups = {} } of node.value.matchAll(
      /<(?<end>\/?)(?<name>[a-z][a-z0-9]*)\b[^>]*>/gi,
    )) {
      const name = groups['name']?.toLowerCase() ?? ''
      if (!HOLDS.test(name)) continue
      const last = open.findLastIndex((each) => each.name === name)
      if (groups['end'] === '') open.push({ name, start: start + index })
      else if (last >= 0) open.splice(last, 1)
    }
  }
  return open
}
