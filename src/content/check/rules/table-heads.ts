import { plainText } from '../../read/find.ts'
import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const tableHeads: PageRule = {
  id: 'table-heads',
  severity: 'warning',
  reason: 'Two columns with one name, or one without a name, leave the reader to guess which is which.',
  fix: 'Name each column by what is in it.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node } of nodesOf(pages, 'table')) {
      const [head, ...rows] = node.children
      const cells = head?.children ?? []
      const names = cells.map((cell) => plainText(cell).trim().toLowerCase())
      // A head that is empty from side to side is how Markdown writes a table without one.
      if (names.every((name) => name === '')) continue
      for (const [index, name] of names.entries()) {
        const at = cells[index]?.position?.start.offset
        if (at === undefined) continue
        const start = document.bodyOffset + at
        // The first column often names its row, and a drawing in a table leaves out more.
        if (
          name === '' &&
          index > 0 &&
          names.filter((each) => each === '').length === 1 &&
          rows.some(({ children }) => children[index] && plainText(children[index]).trim() !== '')
        )
          yield { document, at: start, message: `Column ${String(index + 1)} of the table has no name` }
        // Of two things that are compared, each has its own description: those stand apart.
        if (name !== '' && names[index - 1] === name)
          yield {
            document,
            at: start,
            message: `Two columns of the table are called "${cells[index] ? plainText(cells[index]).trim() : name}"`,
          }
      }
    }
  },
}
