import type { Rule } from './rule.ts'
import { textsIn } from './shared/texts.ts'

/** As the forge shows them, not as they are meant. */
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/i

export const entityInValue: Rule = {
  id: 'entity-in-value',
  severity: 'error',
  reason: 'Values are text, not HTML: the reader sees &amp; instead of &.',
  fix: 'Write the character itself.',
  *check({ content }) {
    for (const document of content.documents) {
      for (const { path, text } of textsIn(document.written)) {
        const found = ENTITY.exec(text)
        // What logs print is written as they print it.
        if (found && path[0] !== 'signatures')
          yield { document, at: { path }, message: `The value contains ${found[0]}, which is shown as it is` }
      }
    }
  },
}
