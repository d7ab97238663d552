import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const unclosedCode: PageRule = {
  id: 'unclosed-code',
  severity: 'error',
  reason: 'A fence that is not closed turns the rest of the page into code.',
  fix: 'Put a line with as many backticks below the code.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, start, end } of nodesOf(pages, 'code')) {
      // Something after the closing fence, or a fence too many: the next block has begun inside of this one.
      // A longer fence is how code that has fences in it is written.
      const code = document.text.slice(start, end)
      const outer = /^(?:`{3,}|~{3,})/.exec(code)?.[0]
      const inner =
        outer === undefined
          ? null
          : new RegExp(`\\n[ \\t>]*(${outer}${outer.charAt(0)}*)[ \\t]*[A-Za-z]`).exec(code)
      if (inner?.[1] !== undefined) {
        yield {
          document,
          at: start,
          message: `The code block still goes on where the next one begins, on line ${String(document.placeAt(start + inner.index + 1).line)}`,
          hint: `Put a line with ${inner[1]} and nothing else below the code, or delete this one.`,
        }
        continue
      }
      const lines = document.text.slice(start, end).split('\n')
      const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1]
      const last = lines.at(-1)?.replace(/^[\s>]+/, '') ?? ''
      const isClosed = lines.length > 1 && /^(`+|~+)\s*$/.test(last)
      if (fence === undefined || (isClosed && last.startsWith(fence))) continue
      yield {
        document,
        at: start,
        message: 'The code block is never closed',
        hint: `Put a line with ${fence} below the code.`,
      }
    }
  },
}
