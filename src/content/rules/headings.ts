import type { Rule } from './rule.ts'

export const firstLevelHeading: Rule = {
  id: 'first-level-heading',
  severity: 'error',
  reason: 'The title of the entry is the one first-level heading of its page.',
  mend: 'Start with ##; the title stands in the frontmatter.',
  *check({ pages }) {
    for (const { document, headings } of pages) {
      for (const { depth, text, start } of headings) {
        if (depth !== 1) continue
        yield {
          document,
          at: start,
          message: `"${text}" is a second first-level heading`,
          hint: 'Write ## instead of #, or delete it if it repeats the title.',
        }
      }
    }
  },
}

export const headingJump: Rule = {
  id: 'heading-jump',
  severity: 'error',
  reason: 'A level left out breaks the table of contents and confuses screen readers.',
  mend: 'Go down one level at a time: ## then ### then ####.',
  *check({ pages }) {
    for (const { document, headings } of pages) {
      let level = 1
      for (const { depth, text, start } of headings) {
        if (depth > level + 1) {
          yield {
            document,
            at: start,
            message: `The heading "${text}" jumps from level ${String(level)} to ${String(depth)}`,
            hint: `Write ${'#'.repeat(level + 1)} instead of ${'#'.repeat(depth)}.`,
          }
        }
        level = depth
      }
    }
  },
}

export const emptyHeading: Rule = {
  id: 'empty-heading',
  severity: 'error',
  reason: 'A heading without text is an empty line in the table of contents.',
  mend: 'Give it a text, or delete it.',
  *check({ pages }) {
    for (const { document, headings } of pages) {
      for (const { text, start } of headings) {
        if (text.trim() !== '') continue
        yield {
          document,
          at: start,
          message: 'The heading has no text',
          hint: 'Name it, or delete the line.',
        }
      }
    }
  },
}

/** `##Fix`: most editors show a heading, and the site a line of text. */
export const headingSpace: Rule = {
  id: 'heading-space',
  severity: 'error',
  reason: 'Without a space after the #, a heading is a line of text.',
  mend: 'Put a space after the #.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        const marks = node.type === 'paragraph' ? /^(#{2,6})[^#\s]/.exec(document.text.slice(start)) : null
        if (!marks?.[1]) continue
        yield {
          document,
          at: start,
          message: `A space is missing after ${marks[1]}`,
          hint: `Write ${marks[1]} and a space, and leave a line empty before it.`,
        }
      }
    }
  },
}
