import { headsOf } from './heads.ts'

/** A pattern that is looked for in every text. */
export interface SievedPattern {
  /** With the flags `dg`. */
  pattern: RegExp
  /**
   * In lower case, at least two characters each. With `inside` or `needs`, only texts are looked at that have one of these, in
   * whatever case, or match that.
   */
  inside?: readonly string[]
  /** Without the flag `g`. */
  needs?: RegExp
}

/** The matches of a pattern in one text, in order of place, as `matchAll` gives them. */
export type Matches = (pattern: SievedPattern) => Iterable<RegExpExecArray>

/** A short text that is looked for, and what is known where it is found. */
interface Literal {
  text: string
  ignoresCase: boolean
  /** Of the entries that begin with it. */
  heads: number[]
  /** Of the entries that it is inside of. */
  inside: number[]
}

interface Entry extends SievedPattern {
  /** Tried at one place; absent where matches begin in too many ways. */
  atPlace?: RegExp
}

const KEY_BITS = 6
/** Of three characters. */
const KEYS = 1 << (3 * KEY_BITS)
/** What a character adds to a key: letters of both cases the same, other characters of texts mostly their own. */
const KEY_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  // 32 to 63 are signs and digits as they are; letters have what is left.
  return isLetter ? code & 31 : code >= 32 && code <= 63 ? code : 27 + (code % 5)
})
const KEY_OF_OTHERS = 0

/**
 * Many patterns looked for at once: one pass over a text finds where each of them may begin, and only there it is tried.
 * What is found is what each of them finds by itself.
 */
export class Sieve {
  readonly #entries: Entry[]
  readonly #numbers: ReadonlyMap<SievedPattern, number>
  /** For each key the number of its bucket; 0 is the empty one. */
  readonly #bucketOf = new Uint16Array(KEYS)
  readonly #buckets: Literal[][] = [[]]

  constructor(patterns: readonly SievedPattern[]) {
    this.#numbers = new Map(patterns.map((pattern, number) => [pattern, number]))
    const literals = new Map<string, Literal>()
    const literal = (text: string, ignoresCase: boolean): Literal => {
      const key = `${String(ignoresCase)} ${text}`
      const known = literals.get(key) ?? { text, ignoresCase, heads: [], inside: [] }
      literals.set(key, known)
      return known
    }
    this.#entries = patterns.map((entry, number) => {
      const { source, ignoreCase, flags } = entry.pattern
      for (const text of entry.inside ?? []) literal(text, true).inside.push(number)
      const heads = headsOf(source, ignoreCase)
      if (!heads) return entry
      for (const text of heads) literal(text, ignoreCase).heads.push(number)
      return { ...entry, atPlace: new RegExp(source, `${flags.replace('g', '')}y`) }
    })
    for (const each of literals.values()) for (const key of keysOf(each.text)) this.#bucket(key).push(each)
  }

  #bucket(key: number): Literal[] {
    const known = this.#bucketOf[key] ?? 0
    if (known > 0) return this.#buckets[known] ?? []
    const bucket: Literal[] = []
    this.#bucketOf[key] = this.#buckets.push(bucket) - 1
    return bucket
  }

  /** Reads a text, in which the patterns are then looked for. */
  over(text: string): Matches {
    const starts: number[][] = []
    const isInside: boolean[] = []
    const [bucketOf, buckets] = [this.#bucketOf, this.#buckets]
    let key = 0
    // One place further than the text: what ends with it may have two characters.
    for (let end = 0; end <= text.length; end++) {
      key = ((key << KEY_BITS) | (end < text.length ? keyOf(text.charCodeAt(end)) : 0)) & (KEYS - 1)
      const number = bucketOf[key] ?? 0
      if (number === 0) continue
      const start = end - 2
      for (const literal of buckets[number] ?? []) {
        if (!isAt(text, start, literal)) continue
        for (const entry of literal.inside) isInside[entry] = true
        for (const entry of literal.heads) (starts[entry] ??= []).push(start)
      }
    }
    return (pattern) => {
      const number = this.#numbers.get(pattern)
      const entry = number === undefined ? undefined : this.#entries[number]
      if (number === undefined || !entry)
        throw new Error(`This pattern is in no sieve: ${pattern.pattern.source}`)
      const { inside, needs } = entry
      if ((inside ?? needs) && isInside[number] !== true && needs?.test(text) !== true) return []
      return entry.atPlace
        ? matchesAt(entry.atPlace, text, starts[number] ?? [])
        : text.matchAll(entry.pattern)
    }
  }
}

function keyOf(code: number): number {
  return code < 128 ? (KEY_OF[code] ?? 0) : KEY_OF_OTHERS
}

/** The keys of the places where a text may be: that of its first three characters, or those of its two and any third. */
function keysOf(text: string): number[] {
  const [first, second, third] = [0, 1, 2].map((at) => keyOf(text.charCodeAt(at)))
  const start = ((first ?? 0) << (2 * KEY_BITS)) | ((second ?? 0) << KEY_BITS)
  return text.length > 2
    ? [start | (third ?? 0)]
    : Array.from({ length: 1 << KEY_BITS }, (_, last) => start | last)
}

function isAt(text: string, start: number, literal: Literal): boolean {
  if (start < 0) return false
  if (!literal.ignoresCase) return text.startsWith(literal.text, start)
  for (let at = 0; at < literal.text.length; at++) {
    const code = text.charCodeAt(start + at)
    const isCapital = code >= 65 && code <= 90
    if ((isCapital ? code + 32 : code) !== literal.text.charCodeAt(at)) return false
  }
  return true
}

/** The matches that begin at these places, which are in order; none begins within the one before it. */
function* matchesAt(pattern: RegExp, text: string, places: readonly number[]): Generator<RegExpExecArray> {
  let after = 0
  for (const place of places) {
    if (place < after) continue
    pattern.lastIndex = place
    const match = pattern.exec(text)
    if (!match) continue
    yield match
    after = place + match[0].length
  }
}
