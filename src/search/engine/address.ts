import { isExcerpt } from './excerpt.ts'
import { FACETS, type Choice } from './facets.ts'

export interface Asked {
  text: string
  choice: Choice
  /** Whether any of the text was pasted or dropped: then it is nobody's words, and may hold anything. */
  isPasted?: boolean
}

/** What the address of the search page asks for. Facets that it does not know are left alone. */
export function readAddress(address: URL): Asked {
  const choice: Choice = {}
  for (const facet of FACETS) {
    const values = address.searchParams.getAll(facet).filter((value) => value !== '')
    if (values.length > 0) choice[facet] = [...new Set(values)]
  }
  return { text: address.searchParams.get('q') ?? '', choice }
}

/** The address of a search. A text that must not be in an address stays out of it: see `isForAddress`. */
export function writeAddress(address: URL, { text, choice, isPasted = false }: Asked): URL {
  const written = new URL(address)
  written.searchParams.delete('q')
  for (const facet of FACETS) written.searchParams.delete(facet)
  if (text.trim() !== '' && !isPasted && isForAddress(text)) written.searchParams.set('q', text.trim())
  for (const facet of FACETS)
    for (const value of choice[facet] ?? []) written.searchParams.append(facet, value)
  return written
}

/** The longest text that somebody types as a query, and shares. */
const MAX_SHARED = 80

/**
 * Whether a typed text may be put into an address, which is logged, kept in histories and shared: it is short, and has
 * nothing in it like a secret, an e-mail address, an address of a machine, a long number or a path.
 */
export function isForAddress(text: string): boolean {
  const typed = text.trim()
  if (typed.length > MAX_SHARED || isExcerpt(typed)) return false
  return !PRIVATE.some((pattern) => pattern.test(typed))
}

const PRIVATE = [
  /@/, // e-mail addresses, users of a host
  /\d{6,}/, // account numbers, ids
  /\d[\d .()-]{6,}\d/, // phone numbers, cards, dates with times
  /\d{1,3}(?:\.\d{1,3}){3}/, // IPv4
  /(?:[\da-f]{1,4}:){3,}|::/i, // IPv6
  /[/\\]\S*[/\\.]|\w+:\/\/|^[/\\~]/, // paths, links
  /\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|internal|local|dev|cloud|lan|corp)\b/i, // hosts
  /[=:]\s*\S*\d|\w=\S/, // key=value
  /\b(?:pass(?:word|wd|phrase)?|pwd|secret|token|bearer|api[_-]?key|credential|private[_ -]key|ssn|iban)\b/i,
  /(?=[\w+/-]*\d)(?=[\w+/-]*[a-z])[\w+/-]{20,}/i, // keys, hashes, ids of letters and digits
  /\b[A-Z]{2}\d{2}[A-Z0-9 ]{10,}\b/, // IBAN
  /-----BEGIN|\beyJ[\w-]+/, // keys, tokens
]
