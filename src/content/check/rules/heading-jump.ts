import type { PageRule } from './rule.ts'

export const headingJump: PageRule = {
  id: 'heading-jump',
  severity: 'warning',
  reason: 'A skipped level breaks the table of contents and confuses screen readers.',
  fix: 'Go down one level at a time: ## then ### then ####.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, headings } of pages) {
      let level = 1
      let isSecondTitle = false
      for (const { depth, text, start } of headings) {
        // A first-level heading is a mistake by itself: the second level is what it meant.
        if (depth > Math.max(level, isSecondTitle ? 2 : 1) + 1) {
          yield {
            document,
            at: start,
            message: `The heading "${text}" jumps from level ${String(level)} to ${String(depth)}`,
            hint: `Write ${'#'.repeat(level + 1)} instead of ${'#'.repeat(depth)}.`,
          }
        }
        level = depth
        isSecondTitle = depth === 1
      }
    }
  },
}
