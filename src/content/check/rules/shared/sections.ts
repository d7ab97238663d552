import type { Heading, Page } from '../../../read/body.ts'
import { isCollection, type Section } from '../../../model/collections.ts'
import { settingsOf } from '../../../facts/settings.ts'
import { closestTo } from '../../../../text/suggest.ts'
import type { RuleContext } from '../rule.ts'

/** A page whose kind has sections: a reader at night knows where to look, whichever page it is. */
export interface SectionedPage {
  page: Page
  /** Its second-level headings. */
  headings: readonly Heading[]
  /** What its kind has, in order. */
  sections: readonly Section[]
  /** What its kind is called: `issue`. */
  kind: string
}

/** The pages of kinds with sections; the page of a folder has none. */
export function* sectionedPages({ content, pages }: RuleContext): Generator<SectionedPage> {
  const settings = settingsOf(content)
  for (const page of pages) {
    const { collection, isIndex } = page.document
    const sections = settings.sections(collection)
    if (sections.length === 0 || isIndex || !isCollection(collection)) continue
    const headings = page.headings.filter(({ depth }) => depth === 2)
    yield { page, headings, sections, kind: settings.term(collection).one }
  }
}

/** The section that a heading is, by its name or another that the team allows. */
export function sectionOf(text: string, sections: readonly Section[]): Section | undefined {
  return sections.find(({ heading, names = [] }) => heading === text || names.includes(text))
}

/** The section that a heading was probably meant to be: `3. Fix`, `FIX:`, `Verfy`. */
export function sectionMeantBy(text: string, sections: readonly Section[]): Section | undefined {
  const known = sectionOf(text, sections)
  if (known) return known
  const words = text.toLowerCase().split(/[^\p{L}]+/u)
  const names = sections.map(({ heading }) => heading)
  const nearest = names.find((name) => words.includes(name.toLowerCase())) ?? closestTo(text, names)
  return sections.find(({ heading }) => heading === nearest)
}

/**
 * The one heading of another name that stands where the one missing section should: between the same neighbors. The two
 * are one mistake.
 */
export function renamedSection(
  headings: readonly Heading[],
  sections: readonly Section[],
): { heading: Heading; section: Section } | undefined {
  const meant = headings.map(({ text }) => sectionMeantBy(text, sections))
  const strangers = headings.filter((_, index) => meant[index] === undefined)
  const missing = sections.filter((section) => section.required === true && !meant.includes(section))
  const [heading, section] = [strangers[0], missing[0]]
  if (!heading || !section || strangers.length > 1 || missing.length > 1) return undefined
  const at = headings.indexOf(heading)
  const place = sections.indexOf(section)
  const isBetween = meant.every((other, index) => {
    if (other === undefined) return true
    return index < at ? sections.indexOf(other) < place : sections.indexOf(other) > place
  })
  return isBetween ? { heading, section } : undefined
}

export const headingsOf = (sections: readonly Section[]): string[] => sections.map(({ heading }) => heading)

/** `an issue`, `a runbook` */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`
}
