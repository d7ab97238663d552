import { nodesOf } from '../../read/body.ts'
import type { Rule } from './rule.ts'

/** A comment, a text or a number: everything else would run. */
const HARMLESS = /^\s*(?:\/\*[\s\S]*\*\/|'[^']*'|"[^"]*"|`[^`$]*`|-?[\d.]+)?\s*$/

export const mdxCode: Rule = {
  id: 'mdx-code',
  severity: 'error',
  reason: 'In MDX, braces and imports are code that runs when the site is built: content is for words.',
  fix: 'Write \\{ for a brace, or put the text into backticks.',
  *check({ pages }) {
    for (const { document, start } of nodesOf(pages, 'mdxjsEsm')) {
      yield {
        document,
        at: start,
        message: 'The page imports or exports code',
        hint: 'Remove it; if it is text, begin the line with another word or put it into backticks.',
      }
    }
    for (const { document, node, start } of nodesOf(pages, 'mdxTextExpression', 'mdxFlowExpression')) {
      if (!HARMLESS.test(node.value))
        yield { document, at: start, message: `{${node.value}} is taken for code` }
    }
  },
}
