import type { Rule } from './rule.ts'
import { SECTIONS, issuePages, sectionMeantBy } from './shared/sections.ts'

export const unknownSection: Rule = {
  id: 'unknown-section',
  severity: 'error',
  reason: 'The sections of an issue have fixed names, which search and links rely on.',
  fix: `Use ${SECTIONS.join(', ')}; what else there is to say goes below them, with ###.`,
  *check({ pages }) {
    for (const { page, sections } of issuePages(pages)) {
      for (const { text, start } of sections) {
        if (SECTIONS.includes(text)) continue
        const nearest = sectionMeantBy(text)
        yield {
          document: page.document,
          at: start,
          message: `"${text}" is no section of an issue`,
          ...(nearest !== undefined && { hint: `Did you mean "${nearest}"?` }),
        }
      }
    }
  },
}
