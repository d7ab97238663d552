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
      const missing = ISSUE_SECTIONS.required.filter((name) => {
        // A mistyped heading is one mistake, and the rules of unknown sections and missing spaces tell it.
        const isMeant = ({ text }: { text: string }) =>
          text === name || (!SECTIONS.includes(text) && closestTo(text, SECTIONS) === name)
        return !sections.some(isMeant) && !new RegExp(`^##${name}\\b`, 'm').test(document.body)
      })
      const plain = missing.map((name) => ({ name, line: lineOf(name, document.body) }))
      for (const { name, line } of plain) {
        if (line < 0) continue
        yield {
          document,
          at: document.bodyOffset + line,
          message: `"${name}" is no heading here`,
          hint: `Write ## ${name}, with an empty line before and after it.`,
        }
      }
      const [first, ...others] = plain.filter(({ line }) => line < 0).map(({ name }) => `"${name}"`)
      if (first === undefined) continue
      yield {
        document,
        at: document.bodyOffset,
        message:
          others.length === 0
            ? `The section ${first} is missing`
            : `The sections ${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1) ?? ''} are missing`,
        hint: `An issue has the headings ${ISSUE_SECTIONS.required.map((name) => `## ${name}`).join(', ')}, in this order.`,
      }
    }
  },
}

/** Where a line says nothing but the name, in bold or with a colon. */
function lineOf(name: string, body: string): number {
  return new RegExp(`^(?:\\*\\*|__)?${name}:?(?:\\*\\*|__)?:?\\s*$`, 'm').exec(body)?.index ?? -1
}
