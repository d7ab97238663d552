import { nodesOf } from '../../read/body.ts'
import type { Rule } from './rule.ts'

export const emptyLink: Rule = {
  id: 'empty-link',
  severity: 'error',
  reason: 'A link without a text cannot be seen or read aloud; one without a target does nothing.',
  fix: 'Write [text](target).',
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'link')) {
      if (node.url.trim() === '') yield { document, at: start, message: 'The link has no target' }
      else if (node.children.length === 0)
        yield { document, at: start, message: `The link to ${node.url} has no text` }
    }
  },
}
