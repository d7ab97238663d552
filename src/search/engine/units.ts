import { isMachineText } from './excerpt.ts'
import { typedNumbers } from './joined-numbers.ts'
import { isVarying, withoutEnvelope } from './machine-line.ts'
import { numberUnit, varyingUnit } from './machine-units.ts'
import { combinedUnit, longestPhrases, phraseUnit, titleUnit } from './phrase-units.ts'
import { tokens, type Token } from './terms.ts'
import type { Unit, UnitContext } from './unit.ts'
import { wordUnit, type WordContext } from './word-units.ts'

/** In how long a query a phrase is looked for that is said in other words. */
const MAX_COMBINED = 24
/** Whose address it is says nothing of a fault. */
const ADDRESS = /\S{1,80}@\S{1,80}\.\S{1,80}/g
const blanks = (text: string) => ' '.repeat(text.length)

/** So many words are half a title, in which the small ones may tell. */
const MAX_REMEMBERED = 5

/** Who dictates `NaN` gets its letters: `n a n`. */
const LETTERS = /(?<![\p{L}\p{N}])[a-z](?:\.? [a-z]){2,7}(?![\p{L}\p{N}])\.?/giu
const joinedLetters = (text: string) => text.replace(LETTERS, (letters) => letters.replace(/[. ]/g, ''))

/** The units of a typed query, in order. */
export async function typedUnits(typed: string, context: UnitContext): Promise<Unit[]> {
  // Signs of half or full width are written in one width in pages.
  const isMachine = isMachineText(typed)
  const normal = typed.normalize('NFKC')
  const text = isMachine ? withoutEnvelope(normal) : joinedLetters(normal)
  const { language, concepts } = context
  const found = tokens(text.replace(ADDRESS, blanks), language)
  // A name that is all of a query is one thing: its words alone are another.
  const inner: WordContext = {
    ...context,
    ...(found.length === 1 && { isWithinName: true }),
    unitsOf: typedUnits,
  }
  const meanings = concepts(found)
  const telling = (token: Token) => !language.stop.has(token.word)
  const hasWords = found.some(telling)

  const phrases = longestPhrases(meanings)
  const inPhrase = new Set(
    phrases.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  )
  const units: Promise<Unit | Unit[]>[] = phrases.map(({ from, to, terms }) => {
    const first = found[from]
    const last = found[to - 1]
    const shown = first && last ? text.slice(first.start, last.end) : ''
    return phraseUnit(shown, terms, found.slice(from, to).filter(telling).length, context)
  })
  const seen = new Set<string>()
  for (const [at, token] of found.entries()) {
    const own = meanings.filter(({ from, to }) => from === at && to === at + 1).map(({ term }) => term)
    if (!telling(token) && hasWords && own.length === 0 && found.length <= MAX_REMEMBERED)
      units.push(titleUnit(token, context))
    // A word of grammar alone is what somebody asked for, if there is nothing else; and it finds no answer.
    if ((!telling(token) && own.length === 0) || !hasWords || seen.has(token.term)) continue
    seen.add(token.term)
    // Words with a joint are one word, too: a bonus where a page writes them so.
    const isJoined = token.start === token.end
    const counts = !inPhrase.has(at) && !isJoined
    units.push(
      isMachine && isVarying(token.text)
        ? varyingUnit(token, counts, context)
        : isMachine && text[token.end] === '='
          ? fieldUnit(token, own, counts, inner)
          : wordUnit(token, own, counts, isMachine ? { ...inner, isMachine } : inner),
    )
  }
  units.push(...typedNumbers(text).map((number) => numberUnit(number, context)))
  const made = withoutSeams(
    (await Promise.all(units)).flat(),
    new Set(found.filter(({ isPair }) => isPair).map((token) => token.text)),
  )
  if (isMachine || found.length > MAX_COMBINED) return made
  const meant = tokens(correctedText(text, made), language)
  const combined = concepts.combined(meant).map(({ term, words }) => combinedUnit(text, term, words, context))
  return [...made, ...(await Promise.all(combined)).flat()]
}

/** A query with its corrections. */
export function correctedText(text: string, units: readonly Unit[]): string {
  return units.reduce(
    (corrected, unit) =>
      unit.corrected === undefined ? corrected : corrected.replace(unit.shown, () => unit.corrected ?? ''),
    text,
  )
}

/** In writing without blanks, the pair of signs where one word ends and the next begins is on no page, and nothing is missing. */
function withoutSeams(units: readonly Unit[], pairs: ReadonlySet<string>): Unit[] {
  const isKnown = (unit: Unit | undefined) =>
    unit !== undefined && pairs.has(unit.shown) && unit.ways.length > 0
  return units.filter(
    (unit, index) =>
      unit.ways.length > 0 ||
      !pairs.has(unit.shown) ||
      !isKnown(units[index - 1]) ||
      !isKnown(units[index + 1]),
  )
}

/** What a program calls a field (`age=53h`) says what follows, and nothing is missing where no page has it. */
async function fieldUnit(
  token: Token,
  meanings: readonly string[],
  counts: boolean,
  context: WordContext,
): Promise<Unit[]> {
  const made = await wordUnit(token, meanings, counts, context)
  return [made].flat().filter(({ ways, corrected }) => ways.length > 0 && corrected === undefined)
}
