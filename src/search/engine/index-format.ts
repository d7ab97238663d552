/** The files of the search's own index, beside Pagefind's: written by `src/search/index/`, read by `store.ts`. */

export const INDEX_FILE = 'watchbook/index.json'
/** The others are in a folder named after what is in them: a browser may keep each for good, and none is of another build. */
export const placeOf = (tag: string, name: string): string => `watchbook/${tag}/${name}.json`
export const WORDS_FILE = 'words'
export const FACETS_FILE = 'facets'
export const termFile = (prefix: string): string => `terms-${hexOf(prefix)}`
export const signatureFile = (shard: number): string => `signatures-${String(shard)}`

/** What every search needs: some bytes a page. Pages are known by their place in `ids`. */
export interface Manifest {
  version: 1
  /** Names the folder of the other files. */
  tag: string
  /** BCP 47. */
  language: string
  synonyms: string[][]
  /** Pagefind's ids of the pages, separated by blanks. */
  ids: string
  /** A digit for each page: its place in `KINDS`. */
  kinds: string
  /** A digit for each page: the telling words of its title, at most 9. */
  titles: string
  /** Pages that count more or less than others. */
  boosts: Record<string, number>
  /** What names a kind of page, by the terms of all of its words with blanks between, and its place in `KINDS`; and how much the pages of each kind count. */
  kindWords?: Record<string, number>
  kindBoosts?: number[]
  /** The beginnings of terms that have a file, in order. */
  prefixes: string[]
  /** In how many files the signatures are; page by page of the hash of their key. */
  signatureFiles: number
  /** Which words are keys of signatures, as a Bloom filter in base64: what it denies needs no file. */
  keys: string
  /** Signatures without a word that can be a key. */
  keyless: SignatureEntry[]
}

/** The page, and the text. */
export type SignatureEntry = [page: number, text: string]
export type SignatureFile = Record<string, SignatureEntry[]>

/**
 * Terms with some beginning. A term has how many pages have it, then pages in order, each as the distance from the one
 * before and a value: 64 times where it is (2: title, keyword or name; 1: summary, signature or heading; 0: text), plus
 * how much it says there, from 0 to 63. The words on a fifth of many pages are listed only for those that have them in a place of note.
 */
export interface TermFile {
  terms: Record<string, number[]>
  /** Words of everyday language, as terms separated by blanks: very common ones, common ones, others. */
  everyday: [string, string, string]
}

/** Words that a misspelling may have been meant for, under the number of pages that have them, each list separated by blanks. */
export type WordsFile = Record<string, string>

/** For each facet each of its values, and the pages that have it: distances from one to the next. */
export interface FacetsFile {
  facets: Record<string, Record<string, number[]>>
  /** All pages, as lists show them: issues worst first. */
  order: number[]
}

/** 32 bits of FNV-1a. */
export function hash(text: string, seed = 0): number {
  let value = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i)
    value = Math.imul(value, 0x01000193)
  }
  return (value ^ (value >>> 15)) >>> 0
}

/** Bits of a Bloom filter for each key, and how many of them are looked at. */
export const BITS_A_KEY = 12
export const HASHES = 4

/** File names of any letters, on any disk. */
const hexOf = (prefix: string): string =>
  /^[a-z0-9]*$/.test(prefix)
    ? prefix || 'all'
    : [...prefix].map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join('_')
