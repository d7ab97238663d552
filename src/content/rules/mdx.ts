import type { Rule } from './rule.ts'

export const mdxSyntax: Rule = {
  id: 'mdx-syntax',
  severity: 'error',
  reason: 'MDX that does not parse stops the build.',
  mend: 'Put text that contains < or { into backticks, or write \\< and \\{.',
  *check({ pages }) {
    for (const { document, failure } of pages) {
      if (!failure) continue
      yield {
        document,
        at: failure.offset,
        message: `The MDX does not parse: ${withoutAsides(failure.message)}`,
        hint: 'Put text that contains < or { into backticks, or write \\< and \\{.',
      }
    }
  },
}

/** The parser's asides: links to explain, its own code, and places that it counts from the start of the body. */
function withoutAsides(message: string): string {
  return message
    .replace(/ \(note: .*$/s, '')
    .replace(/ \(mdx[\w:-]*\)$/, '')
    .replace(/ \(\d+:\d+\)/g, '')
    .replace(/\.$/, '')
}

/** A comment, a text or a number: everything else would run. */
const HARMLESS = /^\s*(?:\/\*[\s\S]*\*\/|'[^']*'|"[^"]*"|`[^`$]*`|-?[\d.]+)?\s*$/

export const mdxCode: Rule = {
  id: 'mdx-code',
  severity: 'error',
  reason: 'In MDX, braces and imports are code that runs when the site is built: content is for words.',
  mend: 'Write \\{ for a brace, or put the text into backticks.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type === 'mdxjsEsm') {
          yield {
            document,
            at: start,
            message: 'The page imports or exports code',
            hint: 'Remove it; if it is text, begin the line with another word or put it into backticks.',
          }
        }
        if (
          (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') &&
          !HARMLESS.test(node.value)
        ) {
          yield {
            document,
            at: start,
            message: `{${node.value}} is taken for code`,
            hint: 'Write \\{ for a brace, or put the text into backticks.',
          }
        }
      }
    }
  },
}

export const mdxComponent: Rule = {
  id: 'mdx-component',
  severity: 'error',
  reason: 'The site offers no components to content: a page with one would not build.',
  mend: 'Use Markdown; put a placeholder such as <TOPIC> into backticks.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') continue
        if (node.name === null || /^[a-z][a-z0-9-]*$/.test(node.name)) continue
        yield {
          document,
          at: start,
          message: `There is no component <${node.name}>`,
          hint: `If it is a placeholder, put it into backticks: \`<${node.name}>\``,
        }
      }
    }
  },
}
