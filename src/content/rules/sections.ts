import { ISSUE_SECTIONS } from '../schemas/index.ts'
import type { Heading, Page } from '../page.ts'
import { closestTo, didYouMean } from '../suggest.ts'
import type { Rule } from './rule.ts'

/** The second-level headings of an issue: a reader at night knows where to look, whichever issue it is. */
const ORDER: readonly string[] = [...ISSUE_SECTIONS.required, ...ISSUE_SECTIONS.optional]

function* issuePages(pages: readonly Page[]): Generator<{ page: Page; sections: Heading[] }> {
  for (const page of pages) {
    if (page.document.folder !== 'issues' || page.failure) continue
    yield { page, sections: page.headings.filter(({ depth }) => depth === 2) }
  }
}

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  reason: 'Every issue answers the same questions, so that nobody has to look for them at night.',
  mend: `Write the second-level headings ${ISSUE_SECTIONS.required.join(', ')}.`,
  *check({ pages }) {
    for (const { page, sections } of issuePages(pages)) {
      for (const name of ISSUE_SECTIONS.required) {
        if (new RegExp(`^##${name}\\b`, 'm').test(page.document.body)) continue
        // A mistyped heading is one mistake, and the rule of unknown sections tells it.
        if (
          sections.some(
            ({ text }) => text === name || (!ORDER.includes(text) && closestTo(text, ORDER) === name),
          )
        )
          continue
        yield {
          document: page.document,
          at: page.document.bodyOffset,
          message: `The section "${name}" is missing`,
          hint: `Add ## ${name}${after(name)}.`,
        }
      }
    }
  },
}

function after(name: string): string {
  const before = ORDER[ORDER.indexOf(name) - 1]
  return before === undefined ? ' as the first heading' : ` after ## ${before}`
}

export const unknownSection: Rule = {
  id: 'unknown-section',
  severity: 'error',
  reason: 'The sections of an issue have fixed names, which search and links rely on.',
  mend: `Use ${ORDER.join(', ')}; what else there is to say goes below them, with ###.`,
  *check({ pages }) {
    for (const { page, sections } of issuePages(pages)) {
      for (const { text, start } of sections) {
        if (ORDER.includes(text)) continue
        yield {
          document: page.document,
          at: start,
          message: `"${text}" is no section of an issue`,
          hint: didYouMean(text, ORDER) ?? `Sections are ${ORDER.join(', ')}; use ### for parts of them.`,
        }
      }
    }
  },
}

export const sectionOrder: Rule = {
  id: 'section-order',
  severity: 'error',
  reason: 'In every issue the next thing to do is the next section down.',
  mend: `Put the sections in the order ${ORDER.join(', ')}, each once.`,
  *check({ pages }) {
    for (const { page, sections } of issuePages(pages)) {
      let last: string | undefined
      for (const { text, start } of sections.filter((section) => ORDER.includes(section.text))) {
        if (last !== undefined && ORDER.indexOf(text) <= ORDER.indexOf(last)) {
          const isTwice = sections.some((section) => section.text === text && section.start < start)
          yield {
            document: page.document,
            at: start,
            message: isTwice ? `The section "${text}" is there twice` : `"${text}" comes after "${last}"`,
            hint: isTwice ? 'Join the two.' : `Move it up: the order is ${ORDER.join(', ')}.`,
          }
        } else {
          last = text
        }
      }
    }
  },
}
