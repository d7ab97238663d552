import type { Heading, Page } from '../../../read/body.ts'
import { ISSUE_SECTIONS } from '../../../model/collections.ts'
import { closestTo } from '../../../../text/suggest.ts'

/** The second-level headings of an issue: a reader at night knows where to look, whichever issue it is. */
export const SECTIONS: readonly string[] = [...ISSUE_SECTIONS.required, ...ISSUE_SECTIONS.optional]

/** The section that a heading was probably meant to be: `3. Fix`, `FIX:`, `Verfy`. */
export function sectionMeantBy(text: string): string | undefined {
  if (SECTIONS.includes(text)) return text
  const words = text.toLowerCase().split(/[^a-z]+/)
  return SECTIONS.find((name) => words.includes(name.toLowerCase())) ?? closestTo(text, SECTIONS)
}

/** The issues, with their sections. */
export function* issuePages(pages: readonly Page[]): Generator<{ page: Page; sections: Heading[] }> {
  for (const page of pages) {
    if (page.document.collection !== 'issues') continue
    yield { page, sections: page.headings.filter(({ depth }) => depth === 2) }
  }
}
