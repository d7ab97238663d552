import type { PageRule } from './rule.ts'

export const emptyHeading: PageRule = {
  id: 'empty-heading',
  severity: 'error',
  reason: 'A heading without text is an empty line in the table of contents.',
  fix: 'Give it a text, or delete the line.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, headings } of pages) {
      for (const { text, start } of headings) {
        if (text.trim() === '') yield { document, at: start, message: 'The heading has no text' }
      }
    }
  },
}
