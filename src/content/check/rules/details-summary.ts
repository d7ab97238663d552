import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

/** A summary begins at once. */
const MAX_LOOKED_AT = 1000

export const detailsSummary: PageRule = {
  id: 'details-summary',
  severity: 'warning',
  reason: 'What is folded away is found by its summary. Without one, the browser writes "Details".',
  fix: 'Write <summary>What is below</summary> on the line below <details>.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      const { document } = page
      // Elements of MDX are no HTML to the parser; what is in a block of code is neither.
      for (const { start, end } of nodesOf([page], 'html'))
        for (const { index } of document.text.slice(start, end).matchAll(/<details\b[^<>]*>/gi))
          yield* problemAt(start + index)
      for (const { node, start } of nodesOf([page], 'mdxJsxFlowElement'))
        if (node.name === 'details') yield* problemAt(start)

      function* problemAt(at: number) {
        const inside = document.text.slice(at, at + MAX_LOOKED_AT).replace(/^<details\b[^<>]*>\s*/i, '')
        if (!/^<summary\b/i.test(inside)) yield { document, at, message: 'The folded part has no summary' }
        else if (/^<summary\b[^<>]*>\s*<\/summary>/i.test(inside))
          yield { document, at, message: 'The summary of the folded part is empty' }
      }
    }
  },
}
