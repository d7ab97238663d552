import { conceptFinder } from '../engine/concepts.ts'
import {
  FACETS_FILE,
  INDEX_FILE,
  WORDS_FILE,
  hash,
  placeOf,
  signatureFile,
  termFile,
  type Manifest,
} from '../engine/index-format.ts'
import { kindKey, wordTokens } from '../engine/kind-words.ts'
import { languageOf, type Language } from '../engine/language.ts'
import { KINDS, type Kind } from '../engine/settings.ts'
import { tokens } from '../engine/terms.ts'
import type { SearchDocument } from './documents.ts'
import { facets } from './facets.ts'
import { headingsOfFew } from './own-headings.ts'
import { saidBy } from './page-terms.ts'
import { signatureParts } from './signature-files.ts'
import { postings, termShards } from './term-files.ts'

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

/** The telling words of a title; a name consists of words, too. */
function titleWords(title: string, { stop, ...language }: Language): number {
  const small = new Set([...stop].map(language.stem))
  return new Set(
    tokens(title, { stop, ...language }).flatMap(({ word, term, isName, parts }) =>
      isName && parts.length > 0 ? parts.filter((part) => !small.has(part)) : stop.has(word) ? [] : [term],
    ),
  ).size
}

function byCount(words: ReadonlyMap<string, number>): Record<string, string> {
  const groups = Map.groupBy([...words.keys()].sort(), (word) => words.get(word) ?? 0)
  return Object.fromEntries([...groups].map(([count, list]) => [String(count), list.join(' ')]))
}
