import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** A box that is nearly one: nothing in it, or a space too many. */
const NEARLY =
  /^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[(?:| {2,}| +[xX] *| *[xX] +|[vVyY✓✔])\](?=[ \t])|^([ \t>]*(?:[-*+])[ \t]+)\[[ xX]\](?=\S)(?!\()/gmu

/** A box at the beginning of a line that is no item of a list, and round brackets for one. */
const NO_ITEM = /^([ \t>]*)\[[ xX]\](?=[ \t]+[^\s(])|^([ \t>]*(?:[-*+])[ \t]+)\([ xX]\)(?=[ \t]+\S)/gmu

export const taskMark: PageRule = {
  id: 'task-mark',
  severity: 'error',
  reason: 'A box that is written in another way is shown as brackets and cannot be ticked.',
  fix: 'Write "- [ ] " or "- [x] ": one space, or an x, between the brackets, and a space after them.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      for (const { 0: all, 1: before = '', 2: other = '', index } of proseOf(page).matchAll(NO_ITEM)) {
        const lead = before === '' ? other : before
        yield {
          document: page.document,
          at: index + lead.length,
          message: `${all.slice(lead.length)} is no box to tick`,
          hint: 'Write "- [ ] " and the text: a box belongs to an item of a list.',
        }
      }
      for (const { 0: all, 1: before = '', 2: other = '', index } of proseOf(page).matchAll(NEARLY)) {
        const lead = before === '' ? other : before
        yield {
          document: page.document,
          at: index + lead.length,
          message: `${all.slice(lead.length)} is no box to tick`,
        }
      }
    }
  },
}
