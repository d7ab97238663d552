import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const brokenTable: PageRule = {
  id: 'broken-table',
  severity: 'error',
  reason: 'Without its second line, a table is shown as text with vertical bars.',
  fix: 'Put a line | --- | --- | below its head, one part for each column, and an empty line above.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, start, end } of nodesOf(pages, 'paragraph')) {
      if (/^\|.*\|\s*$/m.test(document.text.slice(start, end)))
        yield { document, at: start, message: 'This is no table' }
    }
  },
}
