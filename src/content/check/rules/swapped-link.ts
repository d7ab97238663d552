import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

const SWAPPED = /\(([^()\n]{1,200})\)\[([^[\]\n]{1,300})\]/g
/** A path, an address or an anchor. */
const TARGET = /^(?:#|\.{0,2}\/|https?:|mailto:)|\.(?:mdx?|png|jpe?g|svg|html?)(?:#|$)/

/** The name of a target, behind words: neither an index nor the number of a source. */
const LABEL = /^[a-z][a-z-]{3,30}$/i
const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} '’-]*$/u

export const swappedLink: PageRule = {
  id: 'swapped-link',
  severity: 'error',
  reason: 'With its brackets the wrong way round, a link is plain text that nobody can follow.',
  fix: 'Write [text](target).',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      for (const { 1: text = '', 2: target = '', index } of swapped(page.document.text, proseOf(page))) {
        yield {
          document: page.document,
          at: index,
          message: 'The brackets of the link are the wrong way round',
          hint: `Write [${text}](${target})`,
        }
      }
    }
  },
}

/** Found in the prose, read from the file: an address in it is a link of its own, and blanked out there. */
function swapped(text: string, prose: string): RegExpExecArray[] {
  return [...text.matchAll(SWAPPED)].filter(
    ({ 1: words = '', 2: target = '', index }) =>
      prose.charAt(index) === '(' &&
      (TARGET.test(target) ||
        (LABEL.test(target) && WORDS.test(words) && /^$|[\s*_]/.test(text.charAt(index - 1)))),
  )
}
