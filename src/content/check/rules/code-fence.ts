import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

export const codeFence: PageRule = {
  id: 'code-fence',
  severity: 'error',
  reason:
    'One or two backticks mark a phrase in a sentence: the lines of a command run together and cannot be copied.',
  fix: 'Put three backticks on a line of their own above and below the code.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, start, end } of nodesOf(pages, 'inlineCode')) {
      const opening = /^(`{1,2})[ \t]*([a-z]{2,12})[ \t]*\n/.exec(document.text.slice(start, end))
      if (!opening?.[1]) continue
      const number = opening[1].length === 1 ? 'one backtick' : 'two backticks'
      yield {
        document,
        at: start,
        message: `The block of code begins with ${number}`,
        hint: `Write \`\`\`${opening[2] ?? ''} above it, and \`\`\` below it.`,
      }
    }
  },
}
