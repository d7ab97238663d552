/** A name that somebody may type from the beginning: of an alert, or of a page. */
export interface Name {
  /** What is shown and matched. */
  name: string
  /** Address of the page, below the site's root. */
  path: string
  /** What the page is: `alert`, or the kind of page. */
  kind: string
  /** The title of the page that an alert leads to. */
  title?: string
}

/** One file of names: as many as fit, and where that is not all of them, the longer beginnings that have files. */
export interface NameFile {
  names: Name[]
  next?: string[]
}

/** So large is a file at most, in bytes: a phone has it in one go. */
export const MAX_NAME_FILE = 8 * 1024

/** Words by which nobody looks for a page. */
const SMALL = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'into',
  'is',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
])

/** Letters and digits in lower case, without accents; any other letter counts as `_`, for these name files. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[^a-z0-9]/g, '_')
}

/**
 * Small files of names, by their first letters, which answer before the index of the search has come. The file `index`
 * holds all names where they fit, else the first of them and the beginnings that have files, and so on.
 *
 * @param names in the order in which they are shown, the worst issue first: where a file is full, the last are left out
 * @returns files by name, without an ending
 */
export function nameFiles(names: readonly Name[]): Map<string, NameFile> {
  const files = new Map<string, NameFile>()
  const keyed = names.flatMap((name) => [...keysOf(name)].map((key) => ({ key, name })))
  fill(files, '', keyed, 2)
  return files
}

interface Keyed {
  key: string
  name: Name
}

function fill(files: Map<string, NameFile>, prefix: string, keyed: readonly Keyed[], length: number): void {
  const file = prefix === '' ? 'index' : prefix
  const all = [...new Set(keyed.map(({ name }) => name))]
  const fitting = asMany(all, 0)
  if (fitting.length === all.length) {
    files.set(file, { names: all })
    return
  }
  const groups = Map.groupBy(keyed, ({ key }) => key.slice(0, length))
  const longer = [...groups].filter(([next]) => next.length > prefix.length)
  const next = longer.map(([beginning]) => beginning).sort()
  files.set(file, { names: asMany(all, sizeOf(next)), ...(next.length > 0 && { next }) })
  for (const [beginning, group] of longer) fill(files, beginning, group, length + 1)
}

/** The first names that fit into a file in which so many bytes are taken. */
function asMany(names: readonly Name[], taken: number): Name[] {
  const kept: Name[] = []
  let size = taken + 32
  for (const name of names) {
    size += sizeOf(name) + 1
    if (size > MAX_NAME_FILE) break
    kept.push(name)
  }
  return kept
}

const encoder = new TextEncoder()
/** A name is in the file of each of its words, and of each longer beginning: it is measured once. */
const sizes = new WeakMap<object, number>()

/** Bytes of something in JSON. */
function sizeOf(data: object): number {
  let size = sizes.get(data)
  if (size === undefined) {
    size = encoder.encode(JSON.stringify(data)).length
    sizes.set(data, size)
  }
  return size
}

/** A name is looked for by its beginning, or by one of its words. */
function keysOf({ name }: Name): Set<string> {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => !SMALL.has(word.toLowerCase()))
  return new Set([nameKey(name), ...words.map(nameKey)].filter((key) => key.length > 1))
}
