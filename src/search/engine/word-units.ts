import { OTHER_LANGUAGES } from './english/other-languages.ts'
import { fold } from './language.ts'
import { isMadeOfWords, wordsOfName } from './machine-line.ts'
import {
  correctedUnit,
  isLong,
  isOrdinary,
  meantBy,
  nameMeantBy,
  slipped,
  smallUnit,
} from './corrected-units.ts'
import { familyWays } from './machine-units.ts'
import { slip, splitCompound } from './spelling.ts'
import { isErrorCode, tokens, type Token } from './terms.ts'
import { CORRECTED_SHARE, MEANING_SHARE, unit, waysOf, type Unit, type UnitContext } from './unit.ts'

/** How well a longer word says what was typed. */
const BEGINNING_SHARE = 0.8
/** Longer words that a beginning is tried as. */
const MAX_BEGINNINGS = 8
/** How much of an unknown name is missing where its words are looked for. */
const OF_WORDS = 0.3

/** Reads the words of a name as a query of its own. */
export interface WordContext extends UnitContext {
  unitsOf: (text: string, context: UnitContext) => Promise<Unit[]>
}

/** The unit of a word or a name; several where it is two words in one, none where it is grammar of another language. */
export async function wordUnit(
  token: Token,
  meanings: readonly string[],
  counts: boolean,
  context: WordContext,
): Promise<Unit | Unit[]> {
  const { store, language } = context
  // A long number is the code of an error.
  const kind = token.isName || /^\p{N}{4,}$/u.test(token.word) ? 'name' : 'word'
  const known = await waysOf(
    [[token.term, 1], ...meanings.map((term): [string, number] => [term, MEANING_SHARE])],
    store,
  )
  const meantToo = known.length === 0 ? undefined : await slipped(token, known, context)
  if (known.length > 0 && meantToo === undefined) return unit(token.text, kind, counts, known, context, token)
  if (meantToo !== undefined) return correctedUnit(token, meantToo, known, counts, context)
  if (isErrorCode(token.text))
    return unit(token.text, kind, counts, await familyWays(token.word, store), context, token)
  if (OTHER_LANGUAGES.has(token.word)) return []
  const isNumber = /^\p{N}+$/u.test(token.word)
  const everyday = await store.everyday(token.term)
  if (isNumber || (everyday < 3 && !isLong(token))) return unit(token.text, kind, counts, [], context, token)
  // A slip within a word may leave the stem of another one.
  const near = isOrdinary(token) ? slip(fold(token.text), await context.spelling(), 1) : undefined
  if (near !== undefined && language.stop.has(near)) return smallUnit(token, near)
  if (near !== undefined) return correctedUnit(token, near, [], counts, context)
  if (everyday < 3) return unit(token.text, kind, counts, [], context, token)

  const longer = token.word.length < 3 ? [] : await store.beginningWith(token.term)
  if (longer.length > 0) {
    const ways = await waysOf(
      longer.slice(0, MAX_BEGINNINGS).map((term) => [term, BEGINNING_SHARE]),
      store,
    )
    return unit(token.text, kind, counts, ways, context, token)
  }
  const isMachine = !/^\p{Ll}+$/u.test(token.text) && (token.isName || /\p{N}/u.test(token.word))
  // A constant that is not known is another one; a name in camel case may have a slip in it.
  if (isMachine && !/\p{Ll}/u.test(token.text)) return unit(token.text, kind, counts, [], context, token)
  const spelling = await context.spelling()
  const parts = isMachine ? undefined : splitCompound(token.word, spelling, language.compounds)
  if (parts) {
    const found = tokens(parts.join(' '), language).filter(({ word }) => !language.stop.has(word))
    // `postfix` is no `post fix`: one telling word does not make two.
    if (found.length < 2) return unit(token.text, kind, counts, [], context, token)
    return Promise.all(
      found.map(async (part, index) => {
        const own = context
          .concepts([part])
          .map(({ term }): [string, number] => [term, CORRECTED_SHARE * MEANING_SHARE])
        const ways = await waysOf([[part.term, CORRECTED_SHARE], ...own], store)
        const made = await unit(token.text, kind, counts, ways, context, token)
        return index === 0 ? { ...made, corrected: parts.join(' ') } : made
      }),
    )
  }
  const meant = isMachine ? nameMeantBy(token, spelling) : meantBy(fold(token.text), spelling, language)
  const isWhole = !context.isWithinName && token.parts.length > 1
  if (meant === undefined && isMachine && isWhole && isMadeOfWords(token.text))
    return nameOfWords(token, counts, context)
  if (meant === undefined) return unit(token.text, kind, counts, [], context, token)
  if (language.stop.has(meant)) return smallUnit(token, meant)
  return correctedUnit(token, meant, [], counts, context)
}

/** A name that no page has: its words may say what is wrong, and the name is still missing. */
async function nameOfWords(token: Token, counts: boolean, context: WordContext): Promise<Unit[]> {
  const own = await context.unitsOf(wordsOfName(token.text), { ...context, isWithinName: true })
  const name = await unit(token.text, 'name', counts, [], context, token)
  return [
    { ...name, weight: name.weight * OF_WORDS, counts: counts && own.some(({ ways }) => ways.length === 0) },
    ...own.map((each) => ({ ...each, counts: each.counts && counts })),
  ]
}
