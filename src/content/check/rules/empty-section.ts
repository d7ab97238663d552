import type { PageRule } from './rule.ts'

export const emptySection: PageRule = {
  id: 'empty-section',
  severity: 'error',
  reason: 'A reader who jumps to a section finds nothing there.',
  fix: 'Write the section, even if it only says why there is nothing to do, or delete the heading.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, headings } of pages) {
      for (const [index, { depth, text, end }] of headings.entries()) {
        const next = headings[index + 1]
        // A part below it is something to read.
        if (next && next.depth > depth) continue
        if (withoutComments(document.text.slice(end, next?.start)).trim() !== '') continue
        yield {
          document,
          at: headings[index]?.start ?? end,
          message: `The section "${text}" is empty`,
        }
      }
    }
  },
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, '')
}
