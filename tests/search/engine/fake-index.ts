import type { Lookup, LookupIssue } from '../../../src/search/engine/lookup.ts'
import type { Pagefind, PagefindResult } from '../../../src/search/engine/pagefind.ts'
import { wordsOf } from '../../../src/search/engine/words.ts'

export interface FakePage {
  id: string
  title: string
  text: string
  signatures?: string[]
  alerts?: string[]
  filters?: Record<string, string[]>
}

/** An index of a few pages that answers as Pagefind does: all words, beginnings of words, quoted texts, filters. */
export function fakeIndex(pages: readonly FakePage[]): {
  pagefind: Pagefind
  lookup: Lookup
  asked: (string | null)[]
} {
  const asked: (string | null)[] = []
  const textOf = ({ title, text, signatures = [], alerts = [] }: FakePage) =>
    [title, text, ...signatures, ...alerts].join(' ')
  const result = (page: FakePage, score: number): PagefindResult => ({
    id: page.id,
    score,
    words: [],
    data: () =>
      Promise.resolve({
        url: `/issues/${page.id}/`,
        excerpt: page.text,
        plain_excerpt: page.text,
        meta: { title: page.title, kind: 'issue' },
        filters: page.filters ?? {},
        sub_results: [],
      }),
  })
  const pagefind: Pagefind = {
    search(term, { filters = {} } = {}) {
      asked.push(term)
      const fits = (page: FakePage) =>
        Object.entries(filters).every(([name, value]) => page.filters?.[name]?.includes(String(value)))
      const phrase = /^"(.+)"$/.exec(term ?? '')?.[1]
      const matches = (page: FakePage) => {
        if (term === null) return true
        if (phrase !== undefined) return textOf(page).toLowerCase().includes(phrase.toLowerCase())
        return wordsOf(term).every((word) => wordsOf(textOf(page)).some((own) => own.startsWith(word)))
      }
      const score = (page: FakePage) =>
        wordsOf(textOf(page)).filter((word) => wordsOf(term ?? '').includes(word)).length
      const results = pages
        .filter((page) => fits(page) && matches(page))
        .map((page) => result(page, score(page) + 1))
        .sort((a, b) => b.score - a.score)
      return Promise.resolve({
        results,
        filters: {},
        totalFilters: {},
        unfilteredResultCount: results.length,
      })
    },
    filters() {
      const counts: Record<string, Record<string, number>> = {}
      for (const page of pages) {
        for (const [name, values] of Object.entries(page.filters ?? {})) {
          const facet = (counts[name] ??= {})
          for (const value of values) facet[value] = (facet[value] ?? 0) + 1
        }
      }
      return Promise.resolve(counts)
    },
  }
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const word of new Set(wordsOf(textOf(page)))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words: Record<string, string> = {}
  for (const [word, count] of counts)
    words[count] = words[count] === undefined ? word : `${words[count]} ${word}`
  const issues = pages.map(({ id, title, text, signatures = [], alerts = [] }): LookupIssue => ({
    id,
    url: `/issues/${id}/`,
    title,
    summary: text,
    severity: 'sev2',
    owner: 'Accounts Team',
    signatures,
    names: alerts,
  }))
  return { pagefind, lookup: { pages: pages.length, words, issues }, asked }
}
