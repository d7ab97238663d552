import { ISSUE_SECTIONS } from '../schemas/index.ts'
import { closestTo } from '../suggest.ts'
import type { Rule } from './rule.ts'
import { SECTIONS, issuePages } from './shared/sections.ts'

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  reason: 'Every issue answers the same questions, so that nobody has to look for them at night.',
  mend: `Write the second-level headings ${ISSUE_SECTIONS.required.join(', ')}.`,
  *check({ pages }) {
    for (const { page, sections } of issuePages(pages)) {
      const { document } = page
      for (const name of ISSUE_SECTIONS.required) {
        // A mistyped heading is one mistake, and the rules of unknown sections and missing spaces tell it.
        const isMeant = ({ text }: { text: string }) =>
          text === name || (!SECTIONS.includes(text) && closestTo(text, SECTIONS) === name)
        if (sections.some(isMeant) || new RegExp(`^##${name}\\b`, 'm').test(document.body)) continue
        yield {
          document,
          at: document.bodyOffset,
          message: `The section "${name}" is missing`,
          hint: `Add ## ${name}${after(name)}.`,
        }
      }
    }
  },
}

function after(name: string): string {
  const before = SECTIONS[SECTIONS.indexOf(name) - 1]
  return before === undefined ? ' as the first heading' : ` after ## ${before}`
}
