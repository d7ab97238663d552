import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const OPEN_COMMENT = 'The comment has no end'

export const unclosedHtml: PageRule = {
  id: 'unclosed-html',
  severity: 'error',
  reason:
    'An element that is not closed contains the rest of the page: below an open <details>, readers do not see it.',
  fix: 'Close it where it should end, for example with </details>.',
  ofPage: true,
  *check({ pages }) {
    yield* gateMistakes(pages, 'unclosed-html')
    for (const { document, node, start } of nodesOf(pages, 'html'))
      if (/^\s*<!--/.test(node.value) && !node.value.includes('-->'))
        yield {
          document,
          at: start,
          message: OPEN_COMMENT,
          hint: 'Write --> where it should end: everything below it is left out.',
        }
  },
}
