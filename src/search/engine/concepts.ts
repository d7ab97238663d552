import { GERMAN, spellingsOf } from './english/german.ts'
import { OPERATIONS } from './english/operations.ts'
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

export interface ConceptFinder {
  (found: readonly Token[]): Concept[]
  /** The rows of a team of which a phrase has all of its words in the text, in any order and said in any way. */
  combined: (found: readonly Token[]) => Combination[]
}

/** A phrase of a team that a text says in other words. */
export interface Combination {
  term: string
  /** How many telling words the phrase has. */
  words: number
}

interface Node {
  next: Map<string, Node>
  terms: string[]
}

/** Before a word of a row that means another thing in its other forms: a `filing` is no `file`. */
const EXACT = '='

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
    const isExact = phrase.startsWith(EXACT)
    for (const word of tokens(phrase, language).map((token) =>
      isExact ? EXACT + token.word : keyOf(token, language),
    )) {
      const next = node.next.get(word) ?? { next: new Map<string, Node>(), terms: [] }
      node.next.set(word, next)
      node = next
    }
    if (node !== root && !node.terms.includes(term)) node.terms.push(term)
  }
  if (language.isEnglish) {
    for (const table of [SYMPTOMS, OPERATIONS])
      for (const [id, row] of Object.entries(table))
        for (const phrase of row.split(/,\s*/)) add(`#${id}`, phrase)
    for (const [id, row] of Object.entries(GERMAN))
      for (const phrase of row.split(/,\s*/).flatMap(spellingsOf)) add(`#${id}`, phrase)
  }
  for (const [index, row] of synonyms.entries()) for (const phrase of row) add(`#${String(index)}`, phrase)

  const find = (found: readonly Token[]) => {
    const concepts: Concept[] = []
    for (let from = 0; from < found.length; from++) follow(root, found, from, from, 0, language, concepts)
    return concepts
  }
  const phrases = synonyms.flatMap((row, index) =>
    row.flatMap((phrase) => {
      const words = sayings(tokens(phrase, language), find, language)
      return words.length < 2 ? [] : [{ term: `#${String(index)}`, words }]
    }),
  )
  return Object.assign(find, {
    combined(found: readonly Token[]): Combination[] {
      const said = sayings(found, find, language)
      const best = new Map<string, number>()
      for (const { term, words } of phrases)
        if ((best.get(term) ?? 0) < words.length && isSaid(words, said)) best.set(term, words.length)
      return [...best].map(([term, words]) => ({ term, words }))
    },
  })
}

/** The words by which people call faults, as far as the search knows them: of its own table, and of a team. */
export function knownWords(language: Language, synonyms: readonly (readonly string[])[]): Set<string> {
  const rows = [...(language.isEnglish ? Object.values(SYMPTOMS) : []), ...synonyms.flat()]
  return new Set(rows.flatMap((row) => row.toLowerCase().match(/[a-z]{4,}/g) ?? []))
}

/** Each telling word or phrase of a text, as all that it may be said by. */
function sayings(
  found: readonly Token[],
  find: (found: readonly Token[]) => Concept[],
  language: Language,
): Set<string>[] {
  const general = find(found).filter(({ term, from, to }) => !/^#\d/.test(term) || to - from === 1)
  const units: { from: number; to: number; keys: Set<string> }[] = []
  for (const { term, from, to } of general.sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const same = units.find((unit) => unit.from === from && unit.to === to)
    if (same) same.keys.add(term)
    else if (!units.some((unit) => from < unit.to && unit.from < to))
      units.push({ from, to, keys: new Set([term]) })
  }
  for (const [at, token] of found.entries()) {
    if (language.small.has(token.word)) continue
    const around = units.find(({ from, to }) => from <= at && at < to)
    if (around === undefined) units.push({ from: at, to: at + 1, keys: new Set([token.term]) })
    else if (around.to - around.from === 1) around.keys.add(token.term)
  }
  return units.sort((a, b) => a.from - b.from).map(({ keys }) => keys)
}

/** Whether each word of a phrase is said by a word of its own. */
function isSaid(words: readonly Set<string>[], said: readonly Set<string>[]): boolean {
  const free = new Set(said.keys())
  return words.every((keys) => {
    for (const at of free) {
      if ([...keys].some((key) => said[at]?.has(key))) {
        free.delete(at)
        return true
      }
    }
    return false
  })
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
  for (const key of [keyOf(token, language), EXACT + token.word]) {
    const next = node.next.get(key)
    if (next) follow(next, found, from, at + 1, 0, language, concepts)
  }
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
