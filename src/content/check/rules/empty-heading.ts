import type { Rule } from './rule.ts'

export const emptyHeading: Rule = {
  id: 'empty-heading',
  severity: 'error',
  reason: 'A heading without text is an empty line in the table of contents.',
  fix: 'Give it a text, or delete the line.',
  *check({ pages }) {
    for (const { document, headings } of pages) {
      for (const { text, start } of headings) {
        if (text.trim() === '') yield { document, at: start, message: 'The heading has no text' }
      }
    }
  },
}
