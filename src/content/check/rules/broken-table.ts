import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

/** Two lines with a tab within each. */
const PASTED = /^[^\t\n]*\S\t+\S[^\n]*\n[^\t\n]*\S\t+\S/

export const brokenTable: PageRule = {
  id: 'broken-table',
  severity: 'error',
  reason: 'Without its second line, a table is shown as text with vertical bars.',
  fix: 'Put a line | --- | --- | below its head, one part for each column, and an empty line above.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, start, end } of nodesOf(pages, 'paragraph')) {
      const text = document.text.slice(start, end)
      if (/^\|.*\|\s*$/m.test(text)) yield { document, at: start, message: 'This is no table' }
      else if (PASTED.test(text))
        yield {
          document,
          at: start,
          message:
            'These lines have tabs between their cells, as a spreadsheet copies them, and run together in one paragraph',
          hint: 'Write | between the cells, and a line | --- | --- | below the first.',
        }
    }
  },
}
