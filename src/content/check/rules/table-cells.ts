import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const tableCells: PageRule = {
  id: 'table-cells',
  severity: 'error',
  reason:
    'A row that does not have as many cells as the header loses its last cells without a message, or shows empty ones.',
  fix: 'Give each row as many cells as the header. Write \\| for a bar inside a cell.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start, end } of nodesOf(pages, 'table')) {
      const [, ...rows] = node.children
      if (rows.length === 0)
        yield {
          document,
          at: start,
          message: 'The table has a head and no rows',
          hint: 'Write its rows directly below, or delete it.',
          severity: 'warning',
        }
      let offset = start
      let wanted: number | undefined
      for (const [index, line] of document.text.slice(start, end).split('\n').entries()) {
        const cells = cellsOf(line)
        wanted ??= cells.length
        if (index > 1 && cells.length !== wanted) {
          // A bar in code ends the cell all the same, and leaves half of the code on each side.
          const isInCode = cells.some((cell) => (cell.match(/`/g) ?? []).length % 2 === 1)
          yield {
            document,
            at: offset,
            message: `The row has ${count(cells.length)}, the head of the table ${count(wanted)}`,
            ...(isInCode && { hint: 'A bar inside of code ends the cell too: write \\| for it.' }),
          }
        }
        offset += line.length + 1
      }
    }
  },
}

/** As the parser cuts a line: at each bar without a backslash, those at its ends left out. */
function cellsOf(line: string): string[] {
  const text = line.replace(/^[\s>]*/, '').trimEnd()
  return text
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
}

function count(cells: number): string {
  return cells === 1 ? '1 cell' : `${String(cells)} cells`
}
