import type { PageRule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const reservedText: PageRule = {
  id: 'reserved-text',
  severity: 'error',
  reason: 'The program that builds the site replaces its own marks everywhere, even in the text of a page.',
  fix: 'Write the mark in another way, for example with a space in it.',
  ofPage: true,
  check: ({ pages }) => gateMistakes(pages, 'reserved-text'),
}
