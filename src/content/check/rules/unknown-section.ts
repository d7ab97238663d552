import type { Rule } from './rule.ts'
import {
  headingsOf,
  renamedSection,
  sectionMeantBy,
  sectionOf,
  sectionedPages,
  withArticle,
} from './shared/sections.ts'

export const unknownSection: Rule = {
  id: 'unknown-section',
  severity: 'error',
  reason: 'The sections of a kind of page have fixed names, which search and links rely on.',
  fix: 'Use the name of a section. Put other headings below one of them, with ###.',
  *check(context) {
    for (const { page, headings, sections, kind } of sectionedPages(context)) {
      const renamed = renamedSection(headings, sections)
      for (const { text, start } of headings) {
        // A heading without text has a finding of its own.
        if (text.trim() === '' || sectionOf(text, sections)) continue
        const nearest = renamed?.heading.start === start ? renamed.section : sectionMeantBy(text, sections)
        yield {
          document: page.document,
          at: start,
          message: `"${text}" is no section of ${withArticle(kind)}`,
          hint: nearest
            ? `Did you mean "${nearest.heading}"?`
            : `Use ${headingsOf(sections).join(', ')}; what else there is to say goes below them, with ###.`,
        }
      }
    }
  },
}
