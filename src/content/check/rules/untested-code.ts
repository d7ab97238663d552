import { blockTest } from '../../read/code-fence.ts'
import { nodesOf } from '../../read/body.ts'
import { isLanguage } from './code-language.ts'
import type { Rule } from './rule.ts'

export const untestedCode: Rule = {
  id: 'untested-code',
  severity: 'warning',
  reason:
    'A command that was never run may fail when it is needed. A block says how it is tested, or why it is not.',
  fix: 'Write test="rehearsal/block" and role="…" after sql or bash, a bare test after what is only parsed, or test="none: why".',
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'code')) {
      // A language that nothing knows is a finding of its own.
      if (!node.lang || !isLanguage(node.lang)) continue
      const test = blockTest(node.lang, node.meta)
      if (test.kind === 'silent') {
        yield {
          document,
          at: start,
          message: `The ${node.lang} block does not say how it is tested`,
          hint: `Write \`\`\`${node.lang} test, or \`\`\`${node.lang} test="none: why".`,
        }
      } else if (test.kind === 'invalid') {
        yield {
          document,
          at: start,
          message: `The mark of the ${node.lang} block means nothing`,
          hint: `${test.problem[0]?.toUpperCase() ?? ''}${test.problem.slice(1)}.`,
        }
      }
    }
  },
}
