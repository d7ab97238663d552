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
