import { conceptFinder, type ConceptFinder } from '../engine/concepts.ts'
import { FAMILIES } from '../../text/error-families.ts'
import {
  BITS_A_KEY,
  FACETS_FILE,
  HASHES,
  INDEX_FILE,
  WORDS_FILE,
  hash,
  placeOf,
  signatureFile,
  termFile,
  type FacetsFile,
  type Manifest,
  type SignatureEntry,
  type SignatureFile,
  type TermFile,
} from '../engine/index-format.ts'
import { joinedNumbers } from '../engine/joined-numbers.ts'
import { kindKey, wordTokens } from '../engine/kind-words.ts'
import { fold, languageOf, type Language } from '../engine/language.ts'
import { KINDS, type Kind } from '../engine/settings.ts'
import { keysOf } from '../engine/signature-keys.ts'
import { endingsOf, isPlainWord, nameKey, tokens, type Token } from '../engine/terms.ts'
import { wholeTerm } from '../engine/whole.ts'
import { plainWords } from '../engine/wording.ts'
import type { SearchDocument } from './documents.ts'

export interface IndexOptions {
  /** BCP 47. */
  language: string
  synonyms: readonly (readonly string[])[]
  /** Words of everyday language, from the most common band on; none for a language without a list. */
  everyday: readonly (readonly string[])[]
  /** What people call the kinds of pages, in one word or more: who types all of it wants such a page. */
  kindWords?: Readonly<Partial<Record<Kind, readonly string[]>>>
  /** How much more or less the pages of a kind count. */
  kindBoosts?: Readonly<Partial<Record<Kind, number | undefined>>>
}

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

/** With so much in a page a word says half of all that it can say. */
const HALF = 4
/** How much the length of a page takes from what its text says. */
const LENGTH = 0.4
/** A part of a name says less than the name. */
const PART = 0.5
const MAX_SHARD = 20_000
const SIGNATURES_A_FILE = 60
/** Longer names are not what somebody types. */
const MAX_WORD = 80
/** From so many pages on, words that are on a fifth of them are listed by place of note alone. */
const MANY_PAGES = 400

interface Said {
  amount: number
  place: number
}

/** The files of the search index of some pages: names below the index folder, and their text. */
export function makeIndex(documents: readonly SearchDocument[], options: IndexOptions): Map<string, string> {
  const language = languageOf(options.language)
  const concepts = conceptFinder(language, options.synonyms)
  const parts = new Map<string, string>()
  const write = (name: string, data: unknown) => parts.set(name, JSON.stringify(data))

  const ownHeadings = headingsOfFew(documents)
  const pages = documents.map((document) => saidBy(document, language, concepts, ownHeadings))
  const words = new Map<string, number>()
  for (const { words: own } of pages) for (const word of own) words.set(word, (words.get(word) ?? 0) + 1)
  const terms = postings(pages.map(({ said }) => said))
  const shards = termShards(terms, options.everyday, language)
  for (const [prefix, shard] of shards) write(termFile(prefix), shard)
  write(WORDS_FILE, byCount(words))
  write(FACETS_FILE, facets(documents))

  const { manifest, signatures } = signatureParts(documents)
  for (const [shard, file] of signatures.entries()) write(signatureFile(shard), file)
  const kinds: readonly string[] = KINDS
  const tag = [...parts]
    .reduce((value, [name, text]) => hash(text, hash(name, value)), 0)
    .toString(16)
    .padStart(8, '0')
  const index: Manifest = {
    version: 1,
    tag,
    language: options.language,
    synonyms: options.synonyms.map((row) => [...row]),
    ids: documents.map(({ id }) => id).join(' '),
    kinds: documents.map(({ kind }) => String(kinds.indexOf(kinds.includes(kind) ? kind : 'team'))).join(''),
    titles: documents.map(({ title }) => String(Math.min(9, titleWords(title, language)))).join(''),
    boosts: Object.fromEntries(
      documents.flatMap(({ boost }, page) => (boost === 1 ? [] : [[String(page), boost]])),
    ),
    kindWords: kindWords(options, language),
    kindBoosts: KINDS.map((kind) => options.kindBoosts?.[kind] ?? 1),
    prefixes: [...shards.keys()].sort(),
    ...manifest,
  }
  return new Map([
    [INDEX_FILE, JSON.stringify(index)],
    ...[...parts].map(([name, text]): [string, string] => [placeOf(tag, name), text]),
  ])
}

/**
 * What names a kind of page, as the terms of all of its words in order, and the place of that kind in `KINDS`. What names two
 * kinds names none: nobody can say which of them is meant.
 */
function kindWords({ kindWords: words = {} }: IndexOptions, language: Language): Record<string, number> {
  const named = new Map<string, Set<number>>()
  for (const [index, kind] of KINDS.entries())
    for (const word of words[kind] ?? [])
      // `post-mortem` is written as one word, too.
      for (const written of [word, word.replaceAll('-', '')]) {
        const key = kindKey(wordTokens(written, language))
        if (key !== '') named.set(key, (named.get(key) ?? new Set()).add(index))
      }
  return Object.fromEntries(
    [...named].flatMap(([key, [first = 0, ...others]]) => (others.length > 0 ? [] : [[key, first]])),
  )
}

const titleWords = (title: string, { stop, ...language }: Language): number =>
  new Set(tokens(title, { stop, ...language }).flatMap(({ word, term }) => (stop.has(word) ? [] : [term])))
    .size

/** What each term says in one page, and the words that a misspelling may have been meant for. */
function saidBy(
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

/** A heading on more pages leads to none of them. */
const MAX_SAME_HEADING = 3
const MIN_HEADING_WORDS = 2

/** The whole terms of headings that few pages have. */
function headingsOfFew(documents: readonly SearchDocument[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { headings } of documents) {
    const own = headings.filter((text) => plainWords(text).trim().split(' ').length >= MIN_HEADING_WORDS)
    for (const term of new Set(own.map(wholeTerm))) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([term, count]) => (count <= MAX_SAME_HEADING ? [term] : [])))
}

/** The shortest word that is joined from others, and the shortest of these. */
const MIN_COMPOUND = 10
const MIN_JOINED = 5

/** What long words end in: who remembers a compound by its last words finds it. */
function compoundEndings(text: string, language: Language): Set<string> {
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

/** For each term the pages in order, as the files have them. */
function postings(pages: readonly ReadonlyMap<string, Said>[]): Map<string, number[]> {
  const lists = new Map<string, { count: number; list: number[]; last: number }>()
  const counts = new Map<string, number>()
  for (const said of pages) for (const term of said.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const isEverywhere = (term: string) =>
    pages.length > MANY_PAGES && (counts.get(term) ?? 0) > pages.length / 5
  for (const [page, said] of pages.entries()) {
    for (const [term, { amount, place }] of said) {
      const entry = lists.get(term) ?? { count: counts.get(term) ?? 0, list: [], last: 0 }
      lists.set(term, entry)
      if (place === 0 && isEverywhere(term)) continue
      entry.list.push(page - entry.last, place * 64 + Math.round((63 * amount) / (amount + HALF)))
      entry.last = page
    }
  }
  return new Map([...lists].map(([term, { count, list }]) => [term, [count, ...list]]))
}

/** Files of terms that begin alike, none larger than is worth a request. */
function termShards(
  terms: ReadonlyMap<string, number[]>,
  everyday: readonly (readonly string[])[],
  language: Language,
): Map<string, TermFile> {
  const band = new Map<string, number>()
  for (const [index, list] of everyday.entries()) {
    for (const word of list) {
      const term = language.stem(word)
      if (!band.has(term)) band.set(term, index)
    }
  }
  const all = [...new Set([...terms.keys(), ...band.keys()])].sort()
  const shards = new Map<string, TermFile>()
  const fill = (prefix: string, members: readonly string[]) => {
    const size = members.reduce((sum, term) => sum + term.length + 5 * (terms.get(term)?.length ?? 0), 0)
    const here = size > MAX_SHARD ? members.filter((term) => term.length <= prefix.length) : members
    const deeper = Map.groupBy(members.slice(here.length), (term) =>
      [...term].slice(0, [...prefix].length + 1).join(''),
    )
    if (here.length > 0 || prefix === '') shards.set(prefix, shardOf(here, terms, band))
    for (const [next, group] of deeper) fill(next, group)
  }
  fill('', all)
  return shards
}

function shardOf(
  members: readonly string[],
  terms: ReadonlyMap<string, number[]>,
  band: ReadonlyMap<string, number>,
): TermFile {
  const of = (index: number) => members.filter((term) => band.get(term) === index).join(' ')
  return {
    terms: Object.fromEntries(
      members.flatMap((term) => (terms.has(term) ? [[term, terms.get(term) ?? []]] : [])),
    ),
    everyday: [of(0), of(1), of(2)],
  }
}

function byCount(words: ReadonlyMap<string, number>): Record<string, string> {
  const groups = Map.groupBy([...words.keys()].sort(), (word) => words.get(word) ?? 0)
  return Object.fromEntries([...groups].map(([count, list]) => [String(count), list.join(' ')]))
}

function facets(documents: readonly SearchDocument[]): FacetsFile {
  const file: FacetsFile['facets'] = {}
  const none = (): Record<string, number[]> => Object.create(null) as Record<string, number[]>
  const last = new Map<string, number>()
  for (const [page, { filters }] of documents.entries()) {
    for (const [facet, values] of Object.entries(filters)) {
      for (const value of new Set(values)) {
        const list = ((file[facet] ??= none())[value] ??= [])
        const key = `${facet}\n${value}`
        list.push(page - (last.get(key) ?? 0))
        last.set(key, page)
      }
    }
  }
  const order = documents.map((_, page) => page)
  const key = (page: number) => documents[page]?.order ?? ''
  order.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b))
  return { facets: file, order }
}

/** Signatures under the rarest of their words, in files by the hash of it. */
function signatureParts(documents: readonly SearchDocument[]) {
  // A former id of one common word is in many texts that mean something else.
  const entries = documents.flatMap(({ signatures, names, aliases }, page): SignatureEntry[] =>
    [...new Set([...signatures, ...names, ...aliases.filter((alias) => !isPlainWord(alias))])].map((text) => [
      page,
      text,
    ]),
  )
  const counts = new Map<string, number>()
  for (const [, text] of entries)
    for (const key of new Set(keysOf(text))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keyless: SignatureEntry[] = []
  const byKey = new Map<string, SignatureEntry[]>()
  for (const entry of entries) {
    const [key] = keysOf(entry[1]).sort(
      (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || b.length - a.length || (a < b ? -1 : 1),
    )
    if (key === undefined) keyless.push(entry)
    else byKey.set(key, [...(byKey.get(key) ?? []), entry])
  }
  const signatures: SignatureFile[] = Array.from(
    { length: Math.ceil(entries.length / SIGNATURES_A_FILE) },
    () => ({}),
  )
  for (const [key, list] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = signatures[hash(key) % signatures.length]
    if (file) file[key] = list
  }
  const bits = new Uint8Array(Math.ceil((byKey.size * BITS_A_KEY) / 8) + 1)
  for (const key of byKey.keys()) {
    for (let each = 0; each < HASHES; each++) {
      const bit = hash(key, each + 1) % (bits.length * 8)
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  const keys = btoa(String.fromCharCode(...bits))
  return { signatures, manifest: { signatureFiles: signatures.length, keys, keyless } }
}

/** The codes of a family by its name, or the beginning of codes that it is. */
function codesOf(family: string): string[] {
  const codes = Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined
  return codes === undefined ? [family] : codes.split(' ')
}
