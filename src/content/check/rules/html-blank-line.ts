import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

/** The end or the beginning of an element, and on the next line what only Markdown means something by. */
const JOINED =
  /<\/?[a-z][^<>\n]*>[ \t]*\n(?=[ \t]{0,3}(?:[-*+] \S|\d{1,2}[.)] \S|#{1,6} \S|```|~~~|\|[^|\n]+\||\*\*\S|!?\[[^\]\n]+\]\())/g

export const htmlBlankLine: PageRule = {
  id: 'html-blank-line',
  severity: 'error',
  reason:
    'Directly below a line of HTML, Markdown is not read: lists, code and links are shown as their characters.',
  fix: 'Leave a line empty between the HTML and the text.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      // In MDX, elements are no HTML, and what is in them is read.
      if (page.document.path.endsWith('.mdx')) continue
      for (const { document, node, start, end } of nodesOf([page], 'html')) {
        if (/^<(?:pre|!--)/i.test(node.value)) continue
        for (const { 0: found, index } of document.text.slice(start, end).matchAll(JOINED)) {
          yield {
            document,
            at: start + index + found.length,
            message: 'The Markdown directly below HTML is not read',
          }
          break
        }
      }
    }
  },
}
