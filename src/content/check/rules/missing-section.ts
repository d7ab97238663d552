import type { Heading } from '../../read/body.ts'
import type { Section } from '../../model/collections.ts'
import type { Rule } from './rule.ts'
import { headingsOf, renamedSection, sectionMeantBy, sectionedPages, withArticle } from './shared/sections.ts'

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  reason: 'Every issue answers the same questions in the same sections, so that readers find them at night.',
  fix: 'Write each section that the kind of page has, in the order that the finding names.',
  *check(context) {
    for (const { page, headings, sections, kind } of sectionedPages(context)) {
      const { document } = page
      const meant = headings.map(({ text }) => sectionMeantBy(text, sections))
      const required = sections.filter((section) => section.required === true)
      const renamed = renamedSection(headings, sections)?.section
      const missing: Section[] = []
      for (const section of required) {
        const { heading } = section
        // A mistyped heading is one mistake, and the rules of unknown sections and missing spaces report it.
        if (
          section === renamed ||
          meant.includes(section) ||
          document.body.split('\n').some((line) => line.startsWith(`##${heading}`))
        )
          continue
        const other = page.headings.find(({ depth, text }) => depth !== 2 && text === heading)
        // A first-level heading is a finding by itself.
        if (other?.depth === 1) continue
        if (other) {
          yield {
            document,
            at: other.start,
            message: `"${heading}" is a heading of another level here`,
            hint: `Write ## ${heading}: two signs.`,
          }
          continue
        }
        const line = plainLine(heading, document.body)
        if (line === undefined) {
          missing.push(section)
          continue
        }
        yield {
          document,
          at: document.bodyOffset + line,
          message: `"${heading}" is no heading here`,
          hint: `Write ## ${heading}, with an empty line before and after it.`,
        }
      }
      const [first] = missing
      if (!first) continue
      yield {
        document,
        at: headingAfter(first, headings, sections)?.start ?? document.bodyOffset,
        message:
          missing.length === 1
            ? `The section ${first.heading} is missing`
            : `The sections ${listOf(headingsOf(missing))} are missing`,
        hint: `${capital(withArticle(kind))} has the headings ${headingsOf(required)
          .map((name) => `## ${name}`)
          .join(', ')}, in this order.`,
      }
    }
  },
}

/** Where a line says nothing but the name, in bold or with a colon. */
function plainLine(name: string, body: string): number | undefined {
  const words = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`^(?:\\*\\*|__)?${words}:?(?:\\*\\*|__)?:?\\s*$`, 'm').exec(body)?.index
}

function headingAfter(
  section: Section,
  headings: readonly Heading[],
  sections: readonly Section[],
): Heading | undefined {
  const after = headingsOf(sections.slice(sections.indexOf(section) + 1))
  return headings.find(({ text }) => after.includes(text))
}

function listOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
