import type { Rule } from './rule.ts'
import { textsIn } from './shared/texts.ts'

const AROUND = /^[“”„‟‘’«].*[“”‟‘’»]$/s
export const curlyQuote: Rule = {
  id: 'curly-quote',
  severity: 'error',
  reason:
    'YAML removes only straight quotes from a value: curly quotes become part of the title, the address or the name.',
  fix: 'Use straight quotes, or none.',
  *check({ content }) {
    for (const document of content.documents) {
      for (const { path, text } of textsIn(document.written)) {
        if (AROUND.test(text))
          yield { document, at: { path }, message: 'The curly quotes around the value are a part of it' }
      }
    }
  },
}
