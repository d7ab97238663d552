import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** Words that nobody writes twice on purpose. */
export const DOUBLED =
  /(?<![\w-])(the|a|an|to|of|in|is|and|for|with|on|it|be|at|by|from|as|or|are|was|this|not|we|you|if|when|then|must|can|will|does|has|have|been|into|its|they|your|our|which|because|but)[ \t]*\n?[ \t]+\1(?![\w-])/gi

/** A comma or a full stop behind a word, twice. Three stops leave something out. */
const MARKS = /(?<=\p{L}{2})(?:,,|\.\.)(?=\s|$)/gu

export const doubledWord: PageRule = {
  id: 'doubled-word',
  severity: 'warning',
  reason: 'A repeated word makes a tired reader read the sentence again.',
  fix: 'Delete one of the two.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      for (const { 1: word = '', index } of proseOf(page).matchAll(DOUBLED))
        yield { document: page.document, at: index, message: `"${word}" is there twice` }
      for (const { 0: marks, index } of proseOf(page).matchAll(MARKS))
        yield {
          document: page.document,
          at: index,
          message: `The ${marks === ',,' ? 'comma' : 'full stop'} is there twice`,
        }
    }
  },
}
