import { FAMILIES } from '../../text/error-families.ts'
import type { ConceptFinder } from '../engine/concepts.ts'
import { joinedNumbers } from '../engine/joined-numbers.ts'
import { fold, type Language } from '../engine/language.ts'
import { wordsOfName } from '../engine/machine-line.ts'
import { endingsOf, nameKey, tokens, type Token } from '../engine/terms.ts'
import { wholeTerm } from '../engine/whole.ts'
import { compoundEndings } from './compound-endings.ts'
import type { SearchDocument } from './documents.ts'

/** How much a word says in a part of a page, and whether that part is one of note. */
const FIELDS = {
  title: { weight: 8, place: 2 },
  keywords: { weight: 6, place: 2 },
  names: { weight: 8, place: 2 },
  aliases: { weight: 8, place: 2 },
  summary: { weight: 4, place: 1 },
  signatures: { weight: 3, place: 1 },
  headings: { weight: 2, place: 1 },
  components: { weight: 2, place: 1 },
  codes: { weight: 8, place: 2 },
  symptoms: { weight: 1, place: 0 },
  text: { weight: 1, place: 0 },
} as const

/** How much the length of a page takes from what its text says. */
const LENGTH = 0.4
/** A part of a name says less than the name. */
const PART = 0.5
/** Longer names are not what somebody types. */
const MAX_WORD = 80

/** How much a page says of a term, and in which place of note. */
export interface Said {
  amount: number
  place: number
}

/** What each term says in one page, and the words that a misspelling may have been meant for. */
export function saidBy(
  document: SearchDocument,
  language: Language,
  concepts: ConceptFinder,
  ownHeadings: ReadonlySet<string>,
) {
  const said = new Map<string, Said>()
  const words = new Set<string>()
  const add = (term: string, amount: number, place: number) => {
    const before = said.get(term)
    said.set(term, { amount: (before?.amount ?? 0) + amount, place: Math.max(before?.place ?? 0, place) })
  }
  const read = (
    texts: readonly string[],
    { weight, place }: { weight: number; place: number },
    length: number,
  ) => {
    const counts = new Map<string, number>()
    const count = (term: string, much: number) => counts.set(term, (counts.get(term) ?? 0) + much)
    for (const text of texts) {
      const found = tokens(text, language)
      for (const token of found) countToken(token, count, place > 0 ? words : undefined)
      for (const { term } of concepts(found)) count(term, 1)
    }
    for (const [term, times] of counts)
      add(term, (weight * (times < 1 ? times : 1 + Math.log(times))) / length, place)
  }
  const {
    title,
    keywords,
    names,
    aliases,
    summary,
    signatures,
    headings,
    components,
    symptoms,
    text,
    families,
  } = document
  const parts = {
    title: [title],
    keywords,
    names,
    aliases,
    summary: [summary],
    signatures,
    headings,
    components,
    symptoms: [symptoms],
  }
  for (const [field, texts] of Object.entries(parts)) read(texts, FIELDS[field as keyof typeof FIELDS], 1)
  for (const name of new Set([title, ...names]))
    for (const { term } of concepts(tokens(wordsOfName(name), language)))
      add(term, FIELDS.names.weight * PART, FIELDS.names.place)
  for (const name of new Set([title, ...names, ...aliases]))
    for (const ending of endingsOf(name)) add(ending, FIELDS.names.weight * PART, FIELDS.names.place)
  if (language.compounds)
    for (const text of [title, ...keywords, ...headings])
      for (const ending of compoundEndings(text, language)) add(ending, FIELDS.headings.weight * PART, 1)
  for (const text of new Set([title, ...names, ...aliases])) add(wholeTerm(text), FIELDS.title.weight, 2)
  for (const number of new Set([title, ...names, ...keywords].flatMap(joinedNumbers)))
    add(number, FIELDS.title.weight, FIELDS.title.place)
  for (const text of new Set(keywords)) add(wholeTerm(text), FIELDS.keywords.weight, 1)
  for (const term of new Set(headings.map(wholeTerm)))
    if (ownHeadings.has(term)) add(term, FIELDS.headings.weight, 0)
  const { weight, place } = FIELDS.codes
  for (const code of families.flatMap(codesOf)) add(nameKey(code), weight, place)
  read([text], FIELDS.text, 1 - LENGTH + LENGTH * Math.max(0.5, text.length / 8000))
  for (const [word] of text.matchAll(/\p{L}{4,}/gu)) words.add(word.toLowerCase())
  return { said, words }
}

function countToken(
  { text, word, term, isName, parts }: Token,
  count: (term: string, much: number) => void,
  words: Set<string> | undefined,
): void {
  count(term, 1)
  if (isName) for (const part of new Set(parts)) count(part, PART)
  if (words && word.length > 2 && word.length < MAX_WORD && (isName || !/\p{N}/u.test(word)))
    words.add(isName ? fold(text).replace(/[^\p{L}\p{N}]/gu, '') : word)
}

/** The codes of a family by its name, or the beginning of codes that it is. */
function codesOf(family: string): string[] {
  const codes = Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined
  return codes === undefined ? [family] : codes.split(' ')
}
