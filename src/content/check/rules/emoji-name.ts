import distance from 'damerau-levenshtein'
import { nameToEmoji } from 'gemoji'
import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** Not within a word, a time or an address. */
const CODE = /(?<![\w:/.-]):([a-z][a-z0-9_+-]{3,}):(?![\w:/-])/g
const NAMES = Object.keys(nameToEmoji)

export const emojiName: PageRule = {
  id: 'emoji-name',
  severity: 'warning',
  reason: 'A mistyped name of an emoji is shown as it is written, with its colons.',
  fix: 'Write the name as forges have it, or the emoji itself.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      for (const { 0: written, 1: name = '', index } of proseOf(page).matchAll(CODE)) {
        const meant = Object.hasOwn(nameToEmoji, name) ? undefined : NAMES.find((each) => isSlip(name, each))
        if (meant !== undefined)
          yield {
            document: page.document,
            at: index,
            message: `There is no emoji ${written}`,
            hint: `Did you mean :${meant}:?`,
          }
      }
    }
  },
}

/** `:caution:` is another word, and no slip in `:station:`. */
function isSlip(name: string, known: string): boolean {
  return (
    name.charAt(0) === known.charAt(0) &&
    known.length > 4 &&
    distance(name, known).steps <= (name.length > 6 ? 2 : 1)
  )
}
