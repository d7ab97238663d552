import { nodesOf } from '../../read/body.ts'
import type { Rule } from './rule.ts'

/** `[text] (target)`, and `[text](a target with spaces)`: text, where a link was meant. */
const NEARLY = /\[[^\]\n]+\](?: \((?=\S*[/.]\S*\))|\((?=[^)\n]*\.(?:mdx?|png|jpe?g|svg|gif|webp)\b))/

export const linkSyntax: Rule = {
  id: 'link-syntax',
  severity: 'error',
  reason: 'A space in the wrong place makes a link plain text, which nobody can follow.',
  fix: 'Write [text](target): no space between the brackets, and %20 for one in the target.',
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'text')) {
      const found = NEARLY.exec(node.value)
      // Targets that other generators fill in are foreign-markup's.
      if (!found || /\{\{|=\d*x?\d*\)/.test(node.value.slice(found.index))) continue
      const at = Math.max(start, document.text.indexOf(found[0], start))
      yield { document, at, message: 'This is text and no link' }
    }
  },
}
