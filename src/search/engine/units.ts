import { NEGATIVE, type ConceptFinder } from './concepts.ts'
import { OTHER_LANGUAGES } from './english/other-languages.ts'
import { GENERAL, PLAIN_MEANINGS } from './english/symptoms.ts'
import { isMachineText } from './excerpt.ts'
import { typedNumbers } from './joined-numbers.ts'
import { fold, type Language } from './language.ts'
import { isMadeOfWords, isVarying, withoutEnvelope, wordsOfName } from './machine-line.ts'
import { correct, correctName, heard, slip, splitCompound, type Spelling } from './spelling.ts'
import type { Postings, Store } from './store.ts'
import { isErrorCode, nameKey, tokens, type Token } from './terms.ts'

/** One thing that a query says: a word, a name, or a meaning that several words have together. */
export interface Unit {
  /** As it was typed. */
  shown: string
  kind: 'word' | 'name' | 'meaning'
  /** How specific it is, 0 to about 1.3: rare words are, words on every page are not. */
  weight: number
  /** Whether a page is measured by it: a word of a phrase that is a unit itself is a bonus alone. */
  counts: boolean
  /** Terms of the index that say it, and how well each does. */
  ways: Way[]
  /** What was searched for in its place. */
  corrected?: string
  /** Whether it is a phrase that the query has in other words: a page that is not called so misses nothing. */
  isCombined?: boolean
  /** Whether it only denies something. */
  isNegation?: boolean
}

export interface Way {
  term: string
  share: number
  postings: Postings
}

export interface UnitContext {
  store: Store
  language: Language
  concepts: ConceptFinder
  spelling: () => Promise<Spelling>
  /** Whether the words are those of one name, or a name is all there is: the words of names are not looked for. */
  isWithinName?: boolean
  /** Whether a program printed the text. */
  isMachine?: boolean
}

/** How well another word of the same meaning, a longer word, or a corrected word says what was typed. */
const MEANING_SHARE = 0.75
const BEGINNING_SHARE = 0.8
const CORRECTED_SHARE = 0.85
/** Longer words that a beginning is tried as. */
const MAX_BEGINNINGS = 8
/** How specific a word is that no page has, by how common it is elsewhere; the last is in no list of everyday words. */
const UNKNOWN = [0.5, 0.75, 1, 1] as const
const UNKNOWN_NAME = 1.3
/** In few pages a word of everyday language is rare by chance. */
const EVERYDAY = [0.65, 0.8, 1, 1] as const
/** `FooException` says that there is an error, which the reader knows; the message says which. */
const UNKNOWN_ERROR_CLASS = 0.5
const UNKNOWN_PLACE = 0.4
const PLACE = /^[\p{Ll}\p{N}]+(?:[._-][\p{Ll}\p{N}]+)+$/u
/** How much of an unknown name is missing where its words are looked for. */
const OF_WORDS = 0.3
/** The shortest beginning that a family of codes has: `ORA-0`. */
const MIN_FAMILY = 4
const UNKNOWN_NUMBER = 0.35
/** Amounts and counts are on many pages, and mean something else on each. */
const SMALL_NUMBER = 0.3
/** The lowest weight of a meaning, on however many pages it is. */
const LEAST_MEANING = 0.55
const LEAST_GENERAL = 0.3
/** Of one that names the cause, and not only what is seen of it. */
const LEAST_PLAIN = 0.8
/** How much more a phrase says with each further telling word. */
const OF_FURTHER_WORD = 0.8
/** How much a phrase counts that is said in other words, and in how long a query it is looked for. */
const COMBINED = 0.8
const MAX_COMBINED = 24
/** What the words of a phrase add to the phrase. */
const WITHIN_PHRASE = 0.3

/** Whose address it is says nothing of a fault. */
const ADDRESS = /\S{1,80}@\S{1,80}\.\S{1,80}/g
const blanks = (text: string) => ' '.repeat(text.length)

/** So many words are half a title, in which the small ones may tell. */
const MAX_REMEMBERED = 5

/** The units of a typed query, in order. */
export async function typedUnits(typed: string, context: UnitContext): Promise<Unit[]> {
  // Signs of half or full width are written in one width in pages.
  const isMachine = isMachineText(typed)
  const normal = typed.normalize('NFKC')
  const text = isMachine ? withoutEnvelope(normal) : normal
  const { language, concepts } = context
  const found = tokens(text.replace(ADDRESS, blanks), language)
  // A name that is all of a query is one thing: its words alone are another.
  const inner = found.length === 1 ? { ...context, isWithinName: true } : context
  const meanings = concepts(found)
  const telling = (token: Token) => !language.stop.has(token.word)
  const hasWords = found.some(telling)

  const phrases = longestPhrases(meanings)
  const inPhrase = new Set(
    phrases.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  )
  const units: Promise<Unit | Unit[]>[] = phrases.map(async ({ from, to, terms }) => {
    const first = found[from]
    const last = found[to - 1]
    const shown = first && last ? text.slice(first.start, last.end) : ''
    const words = found.slice(from, to).filter(telling).length
    const made = await unit(
      shown,
      'meaning',
      true,
      await waysOf(
        terms.map((term) => [term, 1]),
        context.store,
      ),
      context,
    )
    return { ...made, weight: made.weight * (1 + OF_FURTHER_WORD * Math.max(0, words - 1)) }
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

/** What a team's phrase says that the query has in other words, or in another order: a bonus for the pages that are called so. */
async function combinedUnit(
  shown: string,
  term: string,
  words: number,
  { store }: UnitContext,
): Promise<Unit | Unit[]> {
  const ways = (await waysOf([[term, 1]], store)).map((way) => ({ ...way, postings: ofNote(way.postings) }))
  if (!ways.some(({ postings }) => postings.count > 0)) return []
  return {
    shown,
    kind: 'meaning',
    counts: false,
    isCombined: true,
    ways,
    weight: COMBINED * LEAST_MEANING * (1 + OF_FURTHER_WORD * (words - 1)),
  }
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

/** A small word of a short query: a bonus for the pages that have it in their title. */
async function titleUnit({ text, term }: Token, { store }: UnitContext): Promise<Unit | Unit[]> {
  const ways = await waysOf([[term, 1]], store)
  const inTitles = ways.map((way) => ({ ...way, postings: ofNote(way.postings) }))
  const count = inTitles[0]?.postings.count ?? 0
  if (count === 0) return []
  const weight = WITHIN_PHRASE * rarity(count, store.ids.length)
  return { shown: text, kind: 'word', counts: false, ways: inTitles, weight }
}

/** What a program calls a field (`age=53h`) says what follows, and nothing is missing where no page has it. */
async function fieldUnit(
  token: Token,
  meanings: readonly string[],
  counts: boolean,
  context: UnitContext,
): Promise<Unit[]> {
  const made = await wordUnit(token, meanings, counts, context)
  return [made].flat().filter(({ ways, corrected }) => ways.length > 0 && corrected === undefined)
}

/** A number that a program prints: of that day and that machine, unless a page names it, as the code of an error. */
async function varyingUnit(token: Token, counts: boolean, context: UnitContext): Promise<Unit | Unit[]> {
  const isCode = /^\p{N}{4,}$/u.test(token.word)
  const ways = (await waysOf([[token.term, 1]], context.store)).map((way) => ({
    ...way,
    postings: ofNote(way.postings),
  }))
  return isCode && ways.some(({ postings }) => postings.count > 0)
    ? unit(token.text, 'name', counts, ways, context, token)
    : []
}

/** A name that no page has: its words may say what is wrong, and the name is still missing. */
async function nameOfWords(token: Token, counts: boolean, context: UnitContext): Promise<Unit[]> {
  const own = await typedUnits(wordsOfName(token.text), { ...context, isWithinName: true })
  const name = await unit(token.text, 'name', counts, [], context, token)
  return [
    { ...name, weight: name.weight * OF_WORDS, counts: counts && own.some(({ ways }) => ways.length === 0) },
    ...own.map((each) => ({ ...each, counts: each.counts && counts })),
  ]
}

/** A date or a version, where a page is called by it. */
async function numberUnit(number: string, context: UnitContext): Promise<Unit | Unit[]> {
  const ways = await waysOf([[number, 1]], context.store)
  return ways.length === 0 ? [] : unit(number, 'word', true, ways, context)
}

/** The pages that have a term in their title, keywords or names. */
function ofNote({ pages, values }: Postings): Postings {
  const kept = [...pages.keys()].filter((index) => (values[index] ?? 0) >= 128)
  return {
    count: kept.length,
    pages: Uint32Array.from(kept, (index) => pages[index] ?? 0),
    values: Uint8Array.from(kept, (index) => values[index] ?? 0),
  }
}

/** Phrases of two words and more, the longest where two overlap; those of one stretch are one. */
function longestPhrases(meanings: readonly { term: string; from: number; to: number }[]) {
  const phrases: { from: number; to: number; terms: string[] }[] = []
  const long = meanings
    .filter(({ from, to }) => to - from > 1)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
  for (const { term, from, to } of long) {
    const same = phrases.find((phrase) => phrase.from === from && phrase.to === to)
    if (same) same.terms.push(term)
    else if (!phrases.some((phrase) => from < phrase.to && phrase.from < to))
      phrases.push({ from, to, terms: [term] })
  }
  return phrases
}

async function wordUnit(
  token: Token,
  meanings: readonly string[],
  counts: boolean,
  context: UnitContext,
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

/** The word that was most likely meant: by its letters, or in English by its sound. */
const meantBy = (word: string, spelling: Spelling, { isEnglish }: Language): string | undefined =>
  correct(word, spelling) ?? (isEnglish ? heard(word, spelling) : undefined)

/** A name of an error is compared with its ending, too: among the words of pages it has that. */
const nameMeantBy = ({ text, word }: Token, spelling: Spelling): string | undefined =>
  correctName(word, spelling) ?? correctName(fold(text).replace(/[^\p{L}\p{N}]/gu, ''), spelling)

/** A word that was meant as one that tells nothing: it is not missing, and may be part of a title. */
const smallUnit = ({ text }: Token, meant: string): Unit => ({
  shown: text,
  kind: 'word',
  weight: 0,
  counts: false,
  ways: [],
  corrected: meant,
})

/** A word as it was most likely meant; and as it was typed, where some page has that. */
async function correctedUnit(
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

const isOrdinary = ({ word, isName }: Token) => !isName && /^\p{L}+$/u.test(word)
/** So long a word is seldom another one with a letter more or less. */
const isLong = (token: Token) => isOrdinary(token) && token.word.length >= 8
/** On so many times more pages is a word than its misspelling. */
const TIMES_MORE = 3

/** What was meant by a word that is hardly anywhere, or only means something by its stem: pages have misspellings, too. */
async function slipped(
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

/** The pages of the longest family that an error code begins like. */
async function familyWays(code: string, store: Store): Promise<Way[]> {
  for (let length = code.length - 1; length >= MIN_FAMILY; length--) {
    const ways = await waysOf([[code.slice(0, length), 1]], store)
    // A page that says it by the way has a word that begins so, and no family of codes.
    const named = ways.map((way) => ({ ...way, postings: ofNote(way.postings) }))
    const declared = named.filter(({ postings }) => postings.count > 0)
    if (declared.length > 0) return declared
  }
  return []
}

async function unit(
  shown: string,
  kind: Unit['kind'],
  counts: boolean,
  ways: Way[],
  { store, language, isMachine = false }: UnitContext,
  token?: Token,
  corrected?: string,
): Promise<Unit> {
  const count = ways.reduce((most, { postings }) => Math.max(most, postings.count), 0)
  const meanings = ways.filter(({ term }) => term.startsWith('#'))
  const isGeneral = meanings.every(({ term }) => GENERAL.has(term))
  const isPlain = meanings.some(({ term }) => PLAIN_MEANINGS.has(term))
  const least = meanings.length === 0 ? 0 : isGeneral ? LEAST_GENERAL : isPlain ? LEAST_PLAIN : LEAST_MEANING
  const everyday = token && kind === 'word' ? EVERYDAY[await store.everyday(token.term)] : 1
  const isSmallNumber = token !== undefined && /^\p{N}{1,3}$/u.test(token.word)
  const known =
    Math.max(least, everyday * rarity(count, store.ids.length)) * (isSmallNumber ? SMALL_NUMBER : 1)
  const weight = ways.length > 0 ? known : await unknownWeight(kind, token, store, isMachine)
  return {
    shown,
    kind,
    counts,
    ways,
    weight: counts ? weight : weight * WITHIN_PHRASE,
    ...(corrected !== undefined && { corrected }),
    ...(language.isEnglish && NEGATIVE.has(shown.toLowerCase()) && { isNegation: true }),
  }
}

async function unknownWeight(
  kind: Unit['kind'],
  token: Token | undefined,
  store: Store,
  isMachine: boolean,
): Promise<number> {
  if (!token) return 0
  // Counts, and amounts with their unit, as `8GB`.
  if (/^\p{N}+\p{L}{0,3}$/u.test(token.word)) return UNKNOWN_NUMBER
  // Of a table, a host or a file: where it was, and not what it is.
  if (kind === 'name' && isMachine && PLACE.test(token.text)) return UNKNOWN_PLACE
  if (kind === 'name') return /(?:Exception|Error)$/.test(token.text) ? UNKNOWN_ERROR_CLASS : UNKNOWN_NAME
  return UNKNOWN[await store.everyday(token.term)]
}

/** How specific a word is that so many of the pages have: 1 for none, towards 0 for all. */
export function rarity(count: number, pages: number): number {
  return Math.log(1 + pages / (count + 0.5)) / Math.log(1 + pages / 0.5)
}

export async function waysOf(terms: readonly (readonly [string, number])[], store: Store): Promise<Way[]> {
  const found = await Promise.all(
    terms.map(async ([term, share]): Promise<Way | undefined> => {
      const postings = await store.postings(term)
      return postings && { term, share, postings }
    }),
  )
  return found.filter((each) => each !== undefined)
}
