import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'
import { codePointName } from '../../../text/printable.ts'

/** What word processors and chat make of plain quotes, hyphens and spaces. */
const TYPOGRAPHIC = /[\u00a0\u2018\u2019\u201c\u201d\u2010-\u2014\u2212\u202f]/

export const typographicCode: PageRule = {
  id: 'typographic-code',
  severity: 'error',
  reason: 'Curly quotes, long dashes and hard spaces in a command change or break it.',
  fix: 'Type the quotes, hyphens and spaces again in a plain-text editor.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start, end } of nodesOf(pages, 'code', 'inlineCode')) {
      if (node.type === 'code' && !/^(?:bash|sh|shell|sql|python|json|yaml)$/.test(node.lang ?? '')) continue
      const found = TYPOGRAPHIC.exec(withoutComments(document.text.slice(start, end)))
      if (!found) continue
      yield {
        document,
        at: start + found.index,
        message: `There is ${nameOf(found[0])} in the code (${codePointName(found[0])})`,
      }
    }
  },
}

function nameOf(character: string): string {
  if (/\s/.test(character)) return 'a hard space'
  return /[\u2018-\u201d]/.test(character) ? `a curly quote ${character}` : `a long dash ${character}`
}

/** The same text with comments blanked out: words for people, which may look as they like. */
function withoutComments(code: string): string {
  return code.replace(/(^|\s)(#|--\s|\/\/).*$/gm, (comment) => ' '.repeat(comment.length))
}
