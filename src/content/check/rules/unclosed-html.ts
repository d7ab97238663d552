import type { Rule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const unclosedHtml: Rule = {
  id: 'unclosed-html',
  severity: 'error',
  reason:
    'An element that is not closed contains the rest of the page: below an open <details>, readers do not see it.',
  fix: 'Close it where it should end, for example with </details>.',
  check: ({ pages }) => gateMistakes(pages, 'unclosed-html'),
}
