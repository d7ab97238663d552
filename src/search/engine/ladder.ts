import { stemmer } from 'stemmer'
import { isExcerpt, tellingWords } from './excerpt.ts'
import type { LookupIssue, Vocabulary } from './lookup.ts'
import type { Pagefind, PagefindResult } from './pagefind.ts'
import {
  CONFIDENT,
  CORRECTED_SHARE,
  COVERAGE_POWER,
  OTHER_KINDS,
  SUMMARY_BOOST,
  TITLE_BOOST,
} from './settings.ts'
import { correct } from './spelling.ts'
import { QUESTION_WORDS } from './stop-words.ts'
import { queryWords } from './words.ts'

/**
 * Pagefind shows only pages with every word. The ladder goes on where that finds little: it drops quotes, corrects misspelt
 * words, drops the words that match least, and ends with the nearest titles. It tells each step.
 */

/** Words of a typed query that are searched for. */
const MAX_WORDS = 16

export interface Corrected {
  from: string
  to: string
}

export interface Found {
  id: string
  score: number
  /** Share of what the words of the query tell that the page has, 0 to 1. */
  coverage: number
  /** What to ask Pagefind for to mark the matches on this page. */
  query: string
}

/** What the ladder did, for the reader. */
export interface Climb {
  found: Found[]
  confident: boolean
  /** The words that were searched for, of a pasted text. */
  telling?: string[]
  /** A quoted text that no page has. */
  unquoted?: string[]
  corrected: Corrected[]
  /** Words that the first page lacks. */
  missing: string[]
  /** Words that it has. */
  matched: string[]
}

/** The stems of what an issue says of itself first. */
export interface IssueWords {
  title: ReadonlySet<string>
  summary: ReadonlySet<string>
}

interface Term {
  /** As typed, for the notes. */
  shown: string
  /** As searched. */
  word: string
  stem: string
  weight: number
  /** How much of its weight a page that has it is given. */
  share: number
  pages: Map<string, number>
}

/** `"in quotes" and not` → the phrases and the rest. A quote that is not closed is none. */
export function parseQuery(text: string): { phrases: string[]; rest: string } {
  const phrases: string[] = []
  const rest = text.replace(/"([^"]{2,200})"/g, (_, phrase: string) => {
    if (queryWords(phrase).length > 1) phrases.push(phrase.trim())
    else return ` ${phrase} `
    return ' '
  })
  return { phrases, rest }
}

/**
 * Finds the pages for a text, best first.
 *
 * @param issues the issues under Pagefind's ids: at equal match they come before the pages of other kinds
 */
export async function climb(
  text: string,
  pagefind: Pagefind,
  vocabulary: Vocabulary,
  issues: ReadonlyMap<string, IssueWords>,
): Promise<Climb> {
  const excerpt = isExcerpt(text)
  const { phrases, rest } = excerpt ? { phrases: [], rest: text } : parseQuery(text)
  const terms: Term[] = []
  const unquoted: string[] = []
  const words = excerpt ? tellingWords(text, vocabulary.pagesWith) : typedWords(rest)

  for (const phrase of phrases) {
    const pages = scores((await pagefind.search(`"${phrase}"`)).results)
    if (pages.size > 0) {
      terms.push({
        shown: `“${phrase}”`,
        word: phrase,
        stem: '',
        weight: vocabulary.weight(pages.size),
        share: 1,
        pages,
      })
    } else {
      unquoted.push(phrase)
      words.push(...typedWords(phrase).filter((word) => !words.includes(word)))
    }
  }

  const corrected: Corrected[] = []
  const asked = new Set(words.map(stemmer))
  const meant = (shown: string): string | undefined => {
    if (vocabulary.knows(shown)) return shown
    const word = excerpt ? undefined : correct(shown, vocabulary)
    // What is asked for anyway cannot be what this one was meant to be.
    if (word === undefined || asked.has(stemmer(word))) return undefined
    corrected.push({ from: shown, to: word })
    return word
  }
  const searches = words.slice(0, MAX_WORDS).map(async (shown): Promise<Term> => {
    const word = meant(shown)
    // Pagefind answers a word that it does not have with words that begin alike: it is not asked for those.
    const pages =
      word === undefined ? new Map<string, number>() : scores((await pagefind.search(word)).results)
    return {
      shown,
      word: word ?? shown,
      stem: stemmer(word ?? shown),
      weight: vocabulary.weight(pages.size),
      share: word === shown ? 1 : CORRECTED_SHARE,
      pages,
    }
  })
  terms.push(...(await Promise.all(searches)))

  const found = rank(terms, issues)
  const best = found[0]
  const has = (term: Term) => best !== undefined && term.pages.has(best.id)
  return {
    found,
    confident: (best?.coverage ?? 0) >= CONFIDENT,
    ...(excerpt && { telling: words }),
    ...(unquoted.length > 0 && { unquoted }),
    corrected,
    matched: terms.filter(has).map(({ shown }) => shown),
    missing: terms.filter((term) => !has(term)).map(({ shown }) => shown),
  }
}

/** The words of a typed query without those that tell nothing, unless there are no others. */
function typedWords(text: string): string[] {
  const words = queryWords(text)
  const telling = words.filter((word) => !QUESTION_WORDS.has(word))
  return telling.length > 0 ? telling : words
}

const scores = (results: readonly PagefindResult[]) => new Map(results.map(({ id, score }) => [id, score]))

/** Pages in order: those that have most of what the words tell first, then by how well they match. */
function rank(terms: readonly Term[], issues: ReadonlyMap<string, IssueWords>): Found[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  const pages = new Map<string, { score: number; weight: number; words: string[] }>()
  for (const { word, weight, share, pages: matches } of terms) {
    for (const [id, score] of matches) {
      const page = pages.get(id) ?? { score: 0, weight: 0, words: [] }
      pages.set(id, {
        score: page.score + score,
        weight: page.weight + weight * share,
        words: [...page.words, word],
      })
    }
  }
  return [...pages]
    .map(([id, page]) => ({
      id,
      coverage: total === 0 ? 0 : page.weight / total,
      score: page.score * (page.weight / total) ** COVERAGE_POWER * kindFactor(issues.get(id), terms, total),
      query: page.words.join(' '),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** An issue is what a reader at night is after; the more so the more of the query its title and its summary say. */
function kindFactor(issue: IssueWords | undefined, terms: readonly Term[], total: number): number {
  if (!issue) return OTHER_KINDS
  const share = (stems: ReadonlySet<string>) =>
    terms.reduce((sum, { stem, weight }) => sum + (stems.has(stem) ? weight : 0), 0) / total
  return 1 + TITLE_BOOST * share(issue.title) + SUMMARY_BOOST * share(issue.summary)
}

/** The issues whose titles share the most letter pairs with a text: the last rung. */
export function nearestTitles(text: string, issues: readonly LookupIssue[], most = 3): LookupIssue[] {
  const wanted = pairs(text.slice(0, 300))
  return issues
    .map((issue) => {
      const own = pairs(issue.title)
      const shared = [...own].filter((pair) => wanted.has(pair)).length
      return { issue, likeness: (2 * shared) / Math.max(1, own.size + wanted.size) }
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ issue }) => issue)
}

function pairs(text: string): Set<string> {
  const letters = queryWords(text).join(' ')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)))
}
