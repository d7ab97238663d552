import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const emptyItem: PageRule = {
  id: 'empty-item',
  severity: 'warning',
  reason:
    'An item or a quote without text was probably meant to be filled in, and a reader looks for what it says.',
  fix: 'Write what belongs there, or delete the line.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'listItem', 'blockquote'))
      if (node.children.length === 0)
        yield {
          document,
          at: start,
          message: node.type === 'listItem' ? 'The list item has no text' : 'The quote has no text',
        }
  },
}
