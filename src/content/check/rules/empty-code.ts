import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const emptyCode: PageRule = {
  id: 'empty-code',
  severity: 'error',
  reason: 'Nobody can follow a step whose block is empty.',
  fix: 'Write the command, or delete the block.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'code')) {
      if (node.value.trim() === '') yield { document, at: start, message: 'The code block is empty' }
    }
  },
}
