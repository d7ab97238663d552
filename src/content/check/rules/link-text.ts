import { nodesOf } from '../../read/body.ts'
import { plainText } from '../../read/find.ts'
import type { PageRule } from './rule.ts'

export const linkText: PageRule = {
  id: 'link-text',
  severity: 'warning',
  reason:
    'Who reads one address and is led to another cannot trust any link. One of the two was probably forgotten.',
  fix: 'Write the same address twice, or say in words where the link leads.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'link')) {
      const text = plainText(node).trim()
      // A text that is cut short with … is a part of the address.
      if (!/^https?:\/\/[^\s…]+$/i.test(text) || text.endsWith('...') || !/^https?:/i.test(node.url)) continue
      const [shown, target] = [bare(text), bare(node.url)]
      if (shown.startsWith(target) || target.startsWith(shown)) continue
      yield { document, at: start, message: `The link shows ${text}, and leads to ${node.url}` }
    }
  },
}

/** As people read it: the beginning, the end and the letter case say nothing of where it leads. */
function bare(address: string): string {
  const text = address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/+$/, '')
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}
