import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** `-item`, `*item`, `1.item` at the beginning of a line; an option of a command, a number or a dash is none of them. */
const JOINED = /^([ \t>]*)([-+*]|\d{1,2}[.)])(?=\p{L}[\p{L}\d'’-]*[ \t.,:]?)/gmu

export const listSpace: PageRule = {
  id: 'list-space',
  severity: 'error',
  reason: 'Without a space after its marker, a list item becomes part of the text above it.',
  fix: 'Put a space after the marker: "- item", "1. item".',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      for (const { start, end } of nodesOf([page], 'paragraph')) {
        const prose = proseOf(page)
        for (const { 1: lead = '', 2: mark = '', index } of prose.slice(start, end).matchAll(JOINED)) {
          // One emphasised word may begin a line.
          if (mark === '*' && /^[^\n]*\*/.test(prose.slice(start + index + lead.length + 1, end))) continue
          yield {
            document: page.document,
            at: start + index + lead.length,
            message: `A space is missing after the "${mark}" of the list`,
          }
          // The others of the paragraph are the same slip.
          break
        }
      }
    }
  },
}
