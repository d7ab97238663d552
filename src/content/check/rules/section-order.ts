import type { Rule } from './rule.ts'
import { SECTIONS, issuePages } from './shared/sections.ts'

export const sectionOrder: Rule = {
  id: 'section-order',
  severity: 'error',
  reason: 'In every issue the next thing to do is the next section down.',
  fix: `Put the sections in the order ${SECTIONS.join(', ')}, each once.`,
  *check({ pages }) {
    for (const { page, sections } of issuePages(pages)) {
      let last: string | undefined
      for (const { text, start } of sections.filter((section) => SECTIONS.includes(section.text))) {
        if (last !== undefined && SECTIONS.indexOf(text) <= SECTIONS.indexOf(last)) {
          const isTwice = sections.some((section) => section.text === text && section.start < start)
          yield {
            document: page.document,
            at: start,
            message: isTwice ? `The section "${text}" is there twice` : `"${text}" comes after "${last}"`,
            hint: isTwice ? 'Join the two.' : `Move it up: the order is ${SECTIONS.join(', ')}.`,
          }
        } else {
          last = text
        }
      }
    }
  },
}
