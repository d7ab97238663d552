import { blockKind, blockTest } from '../../read/code-fence.ts'
import { nodesOf } from '../../read/body.ts'
import { isLanguage } from './code-language.ts'
import type { PageRule } from './rule.ts'

export const untestedCode: PageRule = {
  id: 'untested-code',
  severity: 'warning',
  reason:
    'A command that was never run may fail when it is needed. A block says how it is tested, or why it is not.',
  fix: 'Write test="rehearsal/block" and role="…" after sql or bash, and npm run prove runs it. Otherwise write test="none: why": the page shows the reason. A bare test shows "Not tested".',
  ofPage: true,
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
          hint: hintFor(node.lang),
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

/** Only SQL and shell blocks can be run; nothing reads the others. */
function hintFor(language: string): string {
  const none = `\`\`\`${language} test="none: why"`
  return ['sql', 'shell'].includes(blockKind(language))
    ? `Write \`\`\`${language} test="rehearsal/block" role="…", and npm run prove runs it; or ${none}.`
    : `Write ${none}: the page shows the reason.`
}
