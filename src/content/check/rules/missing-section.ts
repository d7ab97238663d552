import type { Heading } from '../../read/body.ts'
import { ISSUE_SECTIONS } from '../../model/collections.ts'
import type { Rule } from './rule.ts'
import { SECTIONS, issuePages, sectionMeantBy } from './shared/sections.ts'

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  reason: 'Every issue answers the same questions, so that nobody has to look for them at night.',
  fix: `An issue has the headings ${ISSUE_SECTIONS.required.map((name) => `## ${name}`).join(', ')}, in this order.`,
  *check({ pages }) {
    for (const { page, sections } of issuePages(pages)) {
      const { document } = page
      const meant = sections.map(({ text }) => sectionMeantBy(text))
      const missing: string[] = []
      for (const name of ISSUE_SECTIONS.required) {
        // A mistyped heading is one mistake, and the rules of unknown sections and missing spaces tell it.
        if (meant.includes(name) || new RegExp(`^##${name}\\b`, 'm').test(document.body)) continue
        const line = plainLine(name, document.body)
        if (line === undefined) {
          missing.push(name)
          continue
        }
        yield {
          document,
          at: document.bodyOffset + line,
          message: `"${name}" is no heading here`,
          hint: `Write ## ${name}, with an empty line before and after it.`,
        }
      }
      const [first] = missing
      if (first === undefined) continue
      yield {
        document,
        at: sectionAfter(first, sections)?.start ?? document.bodyOffset,
        message:
          missing.length === 1
            ? `The section ${first} is missing`
            : `The sections ${listOf(missing)} are missing`,
      }
    }
  },
}

/** Where a line says nothing but the name, in bold or with a colon. */
function plainLine(name: string, body: string): number | undefined {
  return new RegExp(`^(?:\\*\\*|__)?${name}:?(?:\\*\\*|__)?:?\\s*$`, 'm').exec(body)?.index
}

function sectionAfter(name: string, sections: readonly Heading[]): Heading | undefined {
  return sections.find(({ text }) => SECTIONS.indexOf(text) > SECTIONS.indexOf(name))
}

function listOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
