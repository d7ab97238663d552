import type { Language } from '../engine/language.ts'
import { tokens } from '../engine/terms.ts'

/** The shortest word that is joined from others, and the shortest of these. */
const MIN_COMPOUND = 10
const MIN_JOINED = 5

/** What long words end in: who remembers a compound by its last words finds it. */
export function compoundEndings(text: string, language: Language): Set<string> {
  return new Set(
    tokens(text, language)
      .filter(({ word, isName }) => !isName && word.length >= MIN_COMPOUND)
      .flatMap(({ word }) =>
        Array.from({ length: word.length - 2 * MIN_JOINED + 1 }, (_, index) =>
          word.slice(MIN_JOINED + index),
        ),
      ),
  )
}
