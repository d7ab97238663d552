import type { Section } from '../../model/collections.ts'
import type { Heading } from '../../read/body.ts'
import type { Rule } from './rule.ts'
import { headingsOf, sectionOf, sectionedPages } from './shared/sections.ts'

const MAX_HEADINGS = 200

/** Whether the section comes again further down, and something that belongs before it is between the two. */
function isMisplacedCopy(
  section: Section,
  start: number,
  headings: readonly Heading[],
  sections: readonly Section[],
): boolean {
  // Nobody has that many; to compare each with all others would take minutes.
  if (headings.length > MAX_HEADINGS) return false
  const later = headings.filter((other) => other.start > start)
  const again = later.findIndex(({ text }) => sectionOf(text, sections) === section)
  const place = sections.indexOf(section)
  return later.slice(0, Math.max(0, again)).some(({ text }) => {
    const between = sectionOf(text, sections)
    return between !== undefined && sections.indexOf(between) < place
  })
}

export const sectionOrder: Rule = {
  id: 'section-order',
  severity: 'error',
  reason: 'In every issue the next thing to do is the next section down.',
  fix: 'Put the sections in the order that the finding names, each once.',
  *check(context) {
    for (const { page, headings, sections } of sectionedPages(context)) {
      const seen = new Set<Section>()
      let last: { place: number; text: string } | undefined
      for (const { text, start } of headings) {
        const section = sectionOf(text, sections)
        if (!section) continue
        const place = sections.indexOf(section)
        // Of a section that is there twice, the one in its place counts.
        if (isMisplacedCopy(section, start, headings, sections)) {
          yield {
            document: page.document,
            at: start,
            message: `The section "${text}" is there twice`,
            hint: 'Join the two.',
          }
          continue
        }
        const isTwice = seen.has(section)
        seen.add(section)
        if (last !== undefined && place <= last.place) {
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
