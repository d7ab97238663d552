import type { Rule } from './rule.ts'

export const brokenTable: Rule = {
  id: 'broken-table',
  severity: 'error',
  reason: 'Without its second line, a table is shown as text full of bars.',
  mend: 'Put a line | --- | --- | below the head, with as many parts as there are columns, and an empty line above.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start, end } of nodes) {
        if (node.type !== 'paragraph' || !/^\|.*\|\s*$/m.test(document.text.slice(start, end))) continue
        yield {
          document,
          at: start,
          message: 'This is no table',
          hint: 'Put a line | --- | --- | below its head, one part for each column, and an empty line above.',
        }
      }
    }
  },
}
