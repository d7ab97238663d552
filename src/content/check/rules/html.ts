import type { Rule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const html: Rule = {
  id: 'html',
  severity: 'error',
  reason:
    'A placeholder such as <topic> is an HTML element to a browser: it vanishes from the command around it. A page may hold the elements and attributes of a fixed list; scripts, forms and styles are not on it.',
  fix: 'Put it into backticks, or write \\<.',
  check: ({ pages }) => gateMistakes(pages, 'html'),
}
