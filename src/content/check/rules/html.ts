import type { PageRule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const html: PageRule = {
  id: 'html',
  severity: 'error',
  reason:
    'A placeholder such as <topic> is an HTML element to a browser: it disappears from the command around it. A page may contain only the elements and attributes of a fixed list, without scripts, forms and styles.',
  fix: 'Put it into backticks, or write \\<.',
  ofPage: true,
  check: ({ pages }) => gateMistakes(pages, 'html'),
}
