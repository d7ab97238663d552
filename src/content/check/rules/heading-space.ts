import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

/** `##Fix`: most editors show a heading, and the site a line of text. */
export const headingSpace: PageRule = {
  id: 'heading-space',
  severity: 'error',
  reason: 'Without a space after the #, a heading is a line of text.',
  fix: 'Put a space after the #.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, start } of nodesOf(pages, 'paragraph')) {
      if (/^#{7,}[ \t]/.test(document.text.slice(start, start + 20)))
        yield {
          document,
          at: start,
          message: 'A heading has at most six #',
          hint: 'Write ### below a section, and #### below that.',
        }
      const marks = /^(#{2,6})[^#\s]/.exec(document.text.slice(start, start + 8))?.[1]
      if (marks === undefined) continue
      yield {
        document,
        at: start,
        message: `A space is missing after ${marks}`,
        hint: `Write ${marks} and a space, and leave a line empty before it.`,
      }
    }
  },
}
