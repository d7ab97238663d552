import type { Language } from './language.ts'
import { tokens, type Token } from './terms.ts'

/** The kinds of pages that a short query names, and what it says besides. */
export interface WantedKinds {
  /** By their places in `KINDS`. */
  kinds: ReadonlySet<number>
  /** As typed: words that only say which kind is meant. */
  words: ReadonlySet<string>
  rest: string
}

export const NO_KIND: WantedKinds = { kinds: new Set(), words: new Set(), rest: '' }
/** In so many words somebody says which page they want; in more, what happened. */
const MAX_OF_KIND = 6

/** The words of a text, each once: those with a joint count by their parts. */
export const wordTokens = (text: string, language: Language): Token[] =>
  tokens(text, language).filter(({ start, end }) => start < end)

/** How a word for a kind, which may consist of several, is known in the index. */
export const kindKey = (words: readonly Token[]): string => words.map(({ term }) => term).join(' ')

/**
 * Reads which kinds of pages a query names. Only a whole name counts, all of its words in order: in `disk lag`, the `disk` of
 * a kind that is called "disk incident" is a word as any other.
 *
 * @param names by `kindKey`, places in `KINDS`
 */
export function wantedKinds(
  text: string,
  names: ReadonlyMap<string, number>,
  language: Language,
): WantedKinds {
  const found = wordTokens(text, language)
  if (names.size === 0 || found.length > MAX_OF_KIND) return NO_KIND
  const kinds = new Set<number>()
  const named: Token[] = []
  const rest: Token[] = []
  for (let at = 0; at < found.length;) {
    const { length, kind } = longestName(found.slice(at), names)
    if (kind !== undefined) kinds.add(kind)
    ;(kind === undefined ? rest : named).push(...found.slice(at, at + length))
    at += length
  }
  // Who types nothing but the name of a kind looks for these words.
  if (rest.length === 0) return NO_KIND
  const others = new Set(rest.map((token) => token.text))
  return {
    kinds,
    words: new Set(named.map((token) => token.text).filter((word) => !others.has(word))),
    rest: rest.map((token) => token.text).join(' '),
  }
}

/** The longest name of a kind that words begin with, in words; one word that names none otherwise. */
function longestName(
  words: readonly Token[],
  names: ReadonlyMap<string, number>,
): { length: number; kind?: number | undefined } {
  for (let length = words.length; length > 0; length -= 1) {
    const kind = names.get(kindKey(words.slice(0, length)))
    if (kind !== undefined) return { length, kind }
  }
  return { length: 1 }
}
