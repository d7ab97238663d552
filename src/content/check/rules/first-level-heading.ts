import type { PageRule } from './rule.ts'

export const firstLevelHeading: PageRule = {
  id: 'first-level-heading',
  severity: 'error',
  reason: 'The title of the entry is the one first-level heading of its page.',
  fix: 'Write ## instead of #, or delete it if it repeats the title.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, headings } of pages) {
      for (const { depth, text, start } of headings) {
        if (depth === 1) yield { document, at: start, message: `"${text}" is a second first-level heading` }
      }
    }
  },
}
