import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

export const loneBrace: PageRule = {
  id: 'lone-brace',
  severity: 'error',
  reason:
    'In MDX, braces belong to code. A single brace is probably left over from something that was deleted.',
  fix: 'Delete it, or write \\} if you mean the character itself.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      if (!page.document.path.endsWith('.mdx') || page.failure) continue
      const at = proseOf(page).indexOf('}')
      if (at >= 0 && !isInElement(page.document.text, at)) {
        yield { document: page.document, at, message: 'The brace } closes nothing' }
      }
    }
  },
}

/** Between `<` and `>` on its line: what an element holds is the gate's. */
function isInElement(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return before.lastIndexOf('<') > before.lastIndexOf('>')
}
