import { codeProblems } from '../code/index.ts'
import { nodesOf } from '../../read/body.ts'
import { promptIn } from './code-prompt.ts'
import type { PageRule } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'

export const codeSyntax: PageRule = {
  id: 'code-syntax',
  severity: 'error',
  reason: 'A command or a file with a syntax error fails when it is needed.',
  fix: 'Correct the block, or change its language to text if it is not code.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start, end } of nodesOf(pages, 'code')) {
      if (!node.lang || promptIn(node.lang, node.value)) continue
      const block = document.text.slice(start, end)
      for (const { offset, message, hint, isDoubtful } of codeProblems(node.lang, node.value)) {
        yield {
          document,
          at: offsetInCode(block, node.value, offset) + start,
          message,
          ...(hint !== undefined && { hint }),
          ...(isDoubtful === true && { severity: 'warning' as const }),
        }
      }
    }
  },
}
