import {
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
  type WordsFile,
} from './index-format.ts'

/** Where the files of the index come from: the network, a disk, or memory. */
export interface Source {
  read: (file: string) => Promise<unknown>
}

/** The pages that have a term, and how much it says there. */
export interface Postings {
  /** Pages that have it, listed or not. */
  count: number
  pages: Uint32Array
  /** 64 times the place, plus what it says from 0 to 63. */
  values: Uint8Array
}

/** How common a word is in everyday language: 0 for the most common words of everyday language, to 2; 3 for any other text. */
export type Everyday = 0 | 1 | 2 | 3

export interface Store {
  manifest: Manifest
  /** Pagefind's ids of the pages. */
  ids: readonly string[]
  /** What the index has for a term; nothing where no page has it. */
  postings: (term: string) => Promise<Postings | undefined>
  /** The terms that begin so, of those that have this term's file. */
  beginningWith: (term: string) => Promise<string[]>
  everyday: (term: string) => Promise<Everyday>
  /** Signatures that one of these words may be the key of. */
  signatures: (words: ReadonlySet<string>) => Promise<SignatureEntry[]>
  words: () => Promise<WordsFile>
  facets: () => Promise<FacetsFile>
}

interface Shard {
  postings: Map<string, Postings>
  file: TermFile
  everyday: Map<string, Everyday>
}

/** The index, of which only the files that a query needs are read, and each once. */
export async function openStore(source: Source): Promise<Store> {
  const manifest = (await source.read(INDEX_FILE)) as Manifest
  const files = new Map<string, Promise<unknown>>()
  const read = (file: string): Promise<unknown> => {
    const reading = files.get(file) ?? source.read(placeOf(manifest.tag, file))
    files.set(file, reading)
    // What could not be fetched is asked for again.
    reading.catch(() => files.delete(file))
    return reading
  }

  const prefixes = new Set(manifest.prefixes)
  const longest = Math.max(0, ...manifest.prefixes.map((prefix) => [...prefix].length))
  const shards = new Map<string, Promise<Shard>>()
  const shardOf = (term: string): Promise<Shard | undefined> => {
    const letters = [...term]
    let prefix: string | undefined
    for (let length = Math.min(longest, letters.length); length >= 0 && prefix === undefined; length--) {
      const beginning = letters.slice(0, length).join('')
      if (prefixes.has(beginning)) prefix = beginning
    }
    if (prefix === undefined) return Promise.resolve(undefined)
    const name = termFile(prefix)
    const shard = shards.get(name) ?? read(name).then((file) => openShard(file as TermFile))
    shards.set(name, shard)
    shard.catch(() => shards.delete(name))
    return shard
  }

  return {
    manifest,
    ids: manifest.ids === '' ? [] : manifest.ids.split(' '),
    async postings(term) {
      const shard = await shardOf(term)
      return shard && postingsOf(shard, term)
    },
    async beginningWith(term) {
      const shard = await shardOf(term)
      return shard
        ? Object.keys(shard.file.terms).filter((each) => each.startsWith(term) && each !== term)
        : []
    },
    async everyday(term) {
      return (await shardOf(term))?.everyday.get(term) ?? 3
    },
    signatures: (words) => signaturesOf(manifest, words, read),
    words: () => read(WORDS_FILE) as Promise<WordsFile>,
    facets: () => read(FACETS_FILE) as Promise<FacetsFile>,
  }
}

function openShard(file: TermFile): Shard {
  const everyday = new Map<string, Everyday>()
  for (const [band, words] of file.everyday.entries())
    for (const word of words.split(' ')) if (word !== '') everyday.set(word, band as Everyday)
  return { postings: new Map(), file, everyday }
}

function postingsOf({ postings, file }: Shard, term: string): Postings | undefined {
  const opened = postings.get(term)
  if (opened) return opened
  const packed = Object.hasOwn(file.terms, term) ? file.terms[term] : undefined
  if (!packed) return undefined
  const length = (packed.length - 1) >> 1
  const pages = new Uint32Array(length)
  const values = new Uint8Array(length)
  let page = 0
  for (let i = 0; i < length; i++) {
    page += packed[1 + 2 * i] ?? 0
    pages[i] = page
    values[i] = packed[2 + 2 * i] ?? 0
  }
  const found = { count: packed[0] ?? length, pages, values }
  postings.set(term, found)
  return found
}

async function signaturesOf(
  { keys, signatureFiles, keyless }: Manifest,
  words: ReadonlySet<string>,
  read: (file: string) => Promise<unknown>,
): Promise<SignatureEntry[]> {
  const bits = Uint8Array.from(atob(keys), (letter) => letter.charCodeAt(0))
  const isKey = (word: string): boolean => {
    for (let each = 0; each < HASHES; each++) {
      const bit = hash(word, each + 1) % (bits.length * 8)
      if (((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false
    }
    return true
  }
  const asked = signatureFiles === 0 ? [] : [...words].filter(isKey)
  const found = await Promise.all(
    asked.map(async (word) => {
      const file = (await read(signatureFile(hash(word) % signatureFiles))) as SignatureFile
      return Object.hasOwn(file, word) ? (file[word] ?? []) : []
    }),
  )
  return [...keyless, ...found.flat()]
}
