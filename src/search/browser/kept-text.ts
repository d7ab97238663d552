/**
 * What was searched for, kept with a place in the history so that Back brings it back. A text that must not be in an
 * address is kept in two halves, neither of which says anything of it: random letters in the tab's own store, which goes
 * with the tab, and the text mixed with them in the history.
 */

/** A browser keeps little with a place in its history. */
const MAX_KEPT = 4000

interface Kept {
  /** A text that an address may have. */
  search?: string
  /** The name of the other half, and this one. */
  half?: { name: string; mixed: number[] }
}

export function keepText(text: string, isPrivate: boolean): Kept {
  const kept = text.slice(0, MAX_KEPT)
  if (!isPrivate || kept === '') return { search: kept }
  try {
    const random = crypto.getRandomValues(new Uint16Array(kept.length))
    const name = `search-${crypto.getRandomValues(new Uint32Array(1)).join('')}`
    for (const old of Object.keys(sessionStorage)
      .filter((key) => key.startsWith('search-'))
      .slice(0, -MAX_HALVES))
      sessionStorage.removeItem(old)
    sessionStorage.setItem(name, random.join(' '))
    return { half: { name, mixed: Array.from(random, (value, index) => value ^ kept.charCodeAt(index)) } }
  } catch {
    // Without a store of the tab's own, Back brings back an empty field.
    return { search: '' }
  }
}

const MAX_HALVES = 20

/** The text that a place in the history has; nothing where it is no place of the search. */
export function keptText(state: unknown): string | undefined {
  const { search, half } = (state ?? {}) as Kept
  if (search !== undefined || half === undefined) return search
  try {
    const random = (sessionStorage.getItem(half.name) ?? '').split(' ').map(Number)
    if (random.length !== half.mixed.length) return ''
    return half.mixed.map((value, index) => String.fromCharCode(value ^ (random[index] ?? 0))).join('')
  } catch {
    return ''
  }
}
