import { fold, type Language } from './language.ts'
import { correct, correctName, heard, slip, type Spelling } from './spelling.ts'
import { nameKey, tokens, type Token } from './terms.ts'
import {
  CORRECTED_SHARE,
  MEANING_SHARE,
  unit,
  waysOf,
  type Unit,
  type UnitContext,
  type Way,
} from './unit.ts'

/** The word that was most likely meant: by its letters, or in English by its sound. */
export const meantBy = (word: string, spelling: Spelling, { isEnglish }: Language): string | undefined =>
  correct(word, spelling) ?? (isEnglish ? heard(word, spelling) : undefined)

/** A name of an error is compared with its ending, too: among the words of pages it has that. */
export const nameMeantBy = ({ text, word }: Token, spelling: Spelling): string | undefined =>
  correctName(word, spelling) ?? correctName(fold(text).replace(/[^\p{L}\p{N}]/gu, ''), spelling)

/** A word that was meant as one that tells nothing: it is not missing, and may be part of a title. */
export const smallUnit = ({ text }: Token, meant: string): Unit => ({
  shown: text,
  kind: 'word',
  weight: 0,
  counts: false,
  ways: [],
  corrected: meant,
})

/** A word as it was most likely meant; and as it was typed, where some page has that. */
export async function correctedUnit(
  token: Token,
  meant: string,
  known: readonly Way[],
  counts: boolean,
  context: UnitContext,
): Promise<Unit> {
  const { store, language } = context
  const found = tokens(meant, language)
  const ways = await waysOf(
    [
      ...found.map(({ term }): [string, number] => [term, CORRECTED_SHARE]),
      ...(token.isName ? [[nameKey(meant), CORRECTED_SHARE] as const] : []),
      ...context.concepts(found).map(({ term }): [string, number] => [term, CORRECTED_SHARE * MEANING_SHARE]),
    ],
    store,
  )
  const kind = token.isName || /^\p{N}{4,}$/u.test(token.word) ? 'name' : 'word'
  return unit(
    token.text,
    kind,
    counts,
    [...known, ...ways],
    context,
    token,
    known.length === 0 ? meant : undefined,
  )
}

export const isOrdinary = ({ word, isName }: Token) => !isName && /^\p{L}+$/u.test(word)
/** So long a word is seldom another one with a letter more or less. */
export const isLong = (token: Token) => isOrdinary(token) && token.word.length >= 8
/** On so many times more pages is a word than its misspelling. */
const TIMES_MORE = 3

/** What was meant by a word that is hardly anywhere, or only means something by its stem: pages have misspellings, too. */
export async function slipped(
  token: Token,
  known: readonly Way[],
  { store, spelling }: UnitContext,
): Promise<string | undefined> {
  if (!isOrdinary(token) || token.word.length < 6) return undefined
  const own = known.find(({ term }) => term === token.term)?.postings
  if ((own || !isLong(token)) && (await store.everyday(token.term)) < 3) return undefined
  if (own && (own.count > 2 || own.values.some((value) => value >= 64))) return undefined
  return slip(fold(token.text), await spelling(), own ? TIMES_MORE * own.count : 1)
}
