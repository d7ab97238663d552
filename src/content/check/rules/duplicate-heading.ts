import type { Heading } from '../../read/body.ts'
import type { Rule } from './rule.ts'
import { sectionOf, sectionedPages } from './shared/sections.ts'

export const duplicateHeading: Rule = {
  id: 'duplicate-heading',
  severity: 'warning',
  reason:
    'In the contents and in a link, two headings of one name in one part of a page look the same, and a reader goes to the first.',
  fix: 'Say in each what is different, or delete the copy.',
  *check(context) {
    const sectioned = new Map([...sectionedPages(context)].map(({ page, sections }) => [page, sections]))
    for (const page of context.pages) {
      const { document, headings } = page
      const sections = sectioned.get(page) ?? []
      for (const { heading, first } of twinsAmong(headings)) {
        // A section that is there twice is reported as that.
        if (heading.depth === 2 && sectionOf(heading.text, sections)) continue
        yield {
          document,
          at: heading.start,
          message: `The heading "${heading.text}" is also at line ${String(document.placeAt(first.start).line)}, in the same part of the page`,
        }
      }
      for (const heading of sameAnchorsAmong(headings)) {
        yield {
          document,
          at: heading.start,
          message: `The anchor "#${heading.id ?? ''}" is that of another heading too`,
          hint: 'Give each heading an anchor of its own: links to the second lead to the first.',
          severity: 'error',
        }
      }
    }
  },
}

/** Headings that say what one before them says, at the same level and below the same heading. */
function* twinsAmong(headings: readonly Heading[]): Generator<{ heading: Heading; first: Heading }> {
  const seen = new Map<number, Map<string, Heading>>()
  for (const heading of headings) {
    const { depth } = heading
    for (const deeper of seen.keys()) if (deeper > depth) seen.delete(deeper)
    const text = heading.text.trim().toLowerCase()
    const alike = seen.get(depth) ?? new Map<string, Heading>()
    seen.set(depth, alike)
    const first = alike.get(text)
    if (first === undefined) alike.set(text, heading)
    else if (text !== '') yield { heading, first }
  }
}

/** Headings that give themselves an anchor which one before them has given itself. */
function* sameAnchorsAmong(headings: readonly Heading[]): Generator<Heading> {
  const seen = new Set<string>()
  for (const heading of headings) {
    if (heading.id === undefined) continue
    if (seen.has(heading.id)) yield heading
    seen.add(heading.id)
  }
}
