import { SYMPTOMS } from './english/symptoms.ts'
import type { Language } from './language.ts'
import { tokens, type Token } from './terms.ts'

/** A meaning, found in a text: the tokens `from` to `to` (not included) say it. */
export interface Concept {
  /** The term of the index for it; no word of a text can be one. */
  term: string
  from: number
  to: number
}

export type ConceptFinder = (found: readonly Token[]) => Concept[]

interface Node {
  next: Map<string, Node>
  terms: string[]
}

/** So many small words may be between two words of a phrase. */
const MAX_BETWEEN = 2

/**
 * Finds the meanings of a text: the rows of the language's own table, and those of a team.
 *
 * @param synonyms rows of words that mean the same, as `site.yaml` has them
 */
export function conceptFinder(language: Language, synonyms: readonly (readonly string[])[]): ConceptFinder {
  const root: Node = { next: new Map(), terms: [] }
  const add = (term: string, phrase: string) => {
    let node = root
    for (const word of tokens(phrase, language).map((token) => keyOf(token, language))) {
      const next = node.next.get(word) ?? { next: new Map<string, Node>(), terms: [] }
      node.next.set(word, next)
      node = next
    }
    if (node !== root && !node.terms.includes(term)) node.terms.push(term)
  }
  if (language.isEnglish)
    for (const [id, row] of Object.entries(SYMPTOMS))
      for (const phrase of row.split(/,\s*/)) add(`#${id}`, phrase)
  for (const [index, row] of synonyms.entries()) for (const phrase of row) add(`#${String(index)}`, phrase)

  return (found) => {
    const concepts: Concept[] = []
    for (let from = 0; from < found.length; from++) follow(root, found, from, from, 0, language, concepts)
    return concepts
  }
}

function follow(
  node: Node,
  found: readonly Token[],
  from: number,
  at: number,
  between: number,
  language: Language,
  concepts: Concept[],
): void {
  for (const term of node.terms) concepts.push({ term, from, to: at - between })
  const token = found[at]
  if (!token) return
  const next = node.next.get(keyOf(token, language))
  if (next) follow(next, found, from, at + 1, 0, language, concepts)
  if (
    at > from &&
    between < MAX_BETWEEN &&
    language.small.has(token.word) &&
    token.word !== 'not' &&
    node.terms.length === 0
  )
    follow(node, found, from, at + 1, between + 1, language, concepts)
}

export const NEGATIVE: ReadonlySet<string> = new Set(['not', 'no', 'never', 'cannot', 'without', 'nothing'])

function keyOf({ word, term, isName }: Token, language: Language): string {
  if (NEGATIVE.has(word)) return 'not'
  return isName ? language.stem(word) : term
}
