import type { Rule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const unclosedHtml: Rule = {
  id: 'unclosed-html',
  severity: 'error',
  reason:
    'An element that is not closed takes the rest of the page in: below an open <details>, nobody sees it.',
  fix: 'Close it where it ends, as with </details>.',
  check: ({ pages }) => gateMistakes(pages, 'unclosed-html'),
}
