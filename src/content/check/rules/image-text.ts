import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const imageText: PageRule = {
  id: 'image-text',
  severity: 'error',
  reason: 'People who cannot see or load the image read its text instead.',
  fix: 'Say between the brackets what the image shows: ![Lag falls after the restart](lag.png).',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'image')) {
      if ((node.alt ?? '').trim() === '') yield { document, at: start, message: 'The image has no text' }
    }
  },
}
