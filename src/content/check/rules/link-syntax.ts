import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** `[text] (target)`, and `[text](a target with spaces)`: text, where a link was meant. */
const NEARLY = /\[[^\]\n]+\](?: \((?=\S*[/.]\S*\))|\((?=[^)\n]*\.(?:mdx?|png|jpe?g|svg|gif|webp)\b))/

const TARGET = String.raw`(?:\.{1,2}\/|https?:\/\/|#)[^()\s]*`
/** Halves of a link, found in the file where its prose still has them. */
const BROKEN = [
  {
    pattern: /\[[^\]\n]{1,300}\]\(https?:\/\/[^)\s"]{0,300} [^)\n"]{1,300}\)/g,
    message: 'The address of the link has a blank, so it is text and no link',
    hint: 'Write %20 for a blank in an address, or delete it.',
  },
  {
    pattern: new RegExp(String.raw`\[[^\[\]()\n]{1,200}\(${TARGET}\)`, 'g'),
    message: 'The bracket ] behind the words of the link is missing',
    hint: 'Write [text](target).',
  },
  {
    pattern: new RegExp(String.raw`(?<![\[\\][^\]\n]{0,200})\]\(${TARGET}\)`, 'g'),
    message: 'The bracket [ before the words of the link is missing',
    hint: 'Write [text](target).',
  },
  {
    pattern: new RegExp(String.raw`(?<=\])\]\(${TARGET}\)`, 'g'),
    message: 'The link has a bracket ] too many',
    hint: 'Write [text](target).',
  },
  {
    pattern: /\[[^\]\n]{1,300}\]\(#[^)\s"]{1,100} [^)\n"]{1,100}\)/g,
    message: 'The anchor of the link has a blank, so it is text and no link',
    hint: 'Write - for each blank, as the heading has it in its address.',
  },
  {
    pattern: /\[[^\[\]\n]{1,300}\](?=[\w./-]{1,200}\.mdx?(?:#[\w-]*)?\))/g,
    message: 'The bracket ( before the target of the link is missing',
    hint: 'Write [text](target).',
  },
  {
    pattern: /\[[^\[\]\n]{1,300}\]\(\+\d[\d() -]{0,30} [\d() -]{1,20}\)/g,
    message: 'A number to call is no target of a link',
    hint: 'Write [text](tel:+15550100), without blanks.',
  },
  {
    pattern: /<(?=https?:\/\/[^\s<>]+(?:\s|$)(?![^<\n]*>))/g,
    message: 'The > behind the address is missing',
    hint: 'Write <https://…>.',
  },
  {
    pattern: /\bhttps?:\/\/(?= [\w-]+\.\w)/g,
    message: 'The address has a blank behind //',
    hint: 'Delete the blank.',
  },
]

export const linkSyntax: PageRule = {
  id: 'link-syntax',
  severity: 'error',
  reason: 'A space in the wrong place makes a link plain text, which nobody can follow.',
  fix: 'Write [text](target): no space between the brackets, and %20 for one in the target.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'text')) {
      const found = NEARLY.exec(node.value)
      // Targets that other generators fill in are foreign-markup's.
      if (!found || /\{\{|=\d*x?\d*\)/.test(node.value.slice(found.index))) continue
      const at = Math.max(start, document.text.indexOf(found[0], start))
      yield { document, at, message: 'This is text and no link' }
    }
    for (const page of pages) {
      const { document } = page
      const prose = proseOf(page)
      const seen = new Set<number>()
      for (const { pattern, message, hint } of BROKEN)
        for (const { index } of document.text.matchAll(pattern)) {
          const line = document.placeAt(index).line
          // Whoever writes about the form itself escapes the bracket.
          if (prose.charAt(index) !== document.text.charAt(index) || seen.has(line)) continue
          seen.add(line)
          yield { document, at: index, message, hint }
        }
    }
  },
}
