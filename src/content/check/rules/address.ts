import type { PageRule } from './rule.ts'
import { gateMistakes } from './shared/gate.ts'

export const address: PageRule = {
  id: 'address',
  severity: 'error',
  reason:
    'An address can run code, start a program, or lead elsewhere than it seems to. Links may begin with https:, http:, mailto: or tel:, or be relative; pictures are files of the content.',
  fix: 'Write an https:// address, or the path of a file; put anything else into backticks.',
  ofPage: true,
  check: ({ pages }) => gateMistakes(pages, 'address'),
}
