import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const emptyLink: PageRule = {
  id: 'empty-link',
  severity: 'error',
  reason: 'A link without a text cannot be seen or read aloud; one without a target does nothing.',
  fix: 'Write [text](target).',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'link')) {
      if (node.url.trim() === '') yield { document, at: start, message: 'The link has no target' }
      else if (node.children.length === 0)
        yield { document, at: start, message: `The link to ${node.url} has no text` }
    }
  },
}
