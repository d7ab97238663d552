import type { Rule } from './rule.ts'
import { headingsOf, sectionOf, sectionedPages } from './shared/sections.ts'

export const sectionOrder: Rule = {
  id: 'section-order',
  severity: 'error',
  reason: 'In every issue the next thing to do is the next section down.',
  fix: 'Put the sections in the order that the finding names, each once.',
  *check(context) {
    for (const { page, headings, sections } of sectionedPages(context)) {
      let last: { place: number; text: string } | undefined
      for (const { text, start } of headings) {
        const section = sectionOf(text, sections)
        if (!section) continue
        const place = sections.indexOf(section)
        if (last !== undefined && place <= last.place) {
          const isTwice = headings.some(
            (other) => other.start < start && sectionOf(other.text, sections) === section,
          )
          yield {
            document: page.document,
            at: start,
            message: isTwice
              ? `The section "${text}" is there twice`
              : `"${text}" comes after "${last.text}"`,
            hint: isTwice ? 'Join the two.' : `Move it up: the order is ${headingsOf(sections).join(', ')}.`,
          }
        } else {
          last = { place, text }
        }
      }
    }
  },
}
