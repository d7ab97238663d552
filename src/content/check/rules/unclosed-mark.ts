import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** Marks that are left over where Markdown has taken all that have another half. */
const LEFT = /\*\*(?=\S)|(?<=\S)\*\*|~~(?=\S)|(?<=\S)~~|`/
/** In a cell, half of a piece of code comes from a bar in it, which is a finding of its own. */
const LEFT_IN_CELL = /\*\*(?=\S)|(?<=\S)\*\*/

export const unclosedMark: PageRule = {
  id: 'unclosed-mark',
  severity: 'error',
  reason:
    'Asterisks and backticks without their counterpart are shown as characters, and the text is not formatted.',
  fix: 'Write the mark at both ends, without a space inside; put a backslash before it if you mean the character itself.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      for (const { node, start, end } of nodesOf([page], 'paragraph', 'heading', 'tableCell')) {
        const left = node.type === 'tableCell' ? LEFT_IN_CELL : LEFT
        const found = left.exec(proseOf(page).slice(start, end))
        if (!found) continue
        yield {
          document: page.document,
          at: start + found.index,
          message: `The mark ${found[0]} has no other half`,
        }
      }
    }
  },
}
