import { stemmer } from 'stemmer'
import type { Lookup, LookupIssue } from '../search/engine/lookup.ts'
import type { Pagefind, PagefindResult } from '../search/engine/pagefind.ts'
import { RANKING } from '../search/engine/settings.ts'
import { wordsOf } from '../search/engine/words.ts'
import type { ListedPage } from '../api/pages.ts'

/** A page as the index in memory takes it. */
export interface IndexedPage {
  page: ListedPage
  body: string
  signatures: readonly string[]
  keywords: readonly string[]
}

/** How often each stem is in a page, with what its place weighs. */
interface Weighed {
  page: ListedPage
  counts: ReadonlyMap<string, number>
  text: string
  length: number
}

/**
 * An index of pages in memory, for a content that no site was built from: asked like Pagefind, and ranked after the same
 * weights of title, signatures and summary.
 */
export function memoryIndex(pages: readonly IndexedPage[]): { pagefind: Pagefind; lookup: Lookup } {
  const weighed = pages.map(weigh)
  const byWord = new Map<string, Map<string, Weighed>>()
  const vocabulary = new Map<string, number>()
  for (const each of weighed) {
    for (const stem of each.counts.keys()) {
      const found = byWord.get(stem) ?? new Map<string, Weighed>()
      found.set(each.page.url, each)
      byWord.set(stem, found)
    }
  }
  for (const { page, body } of pages)
    for (const word of new Set(wordsOf([page.title, page.summary, body].join(' '))))
      vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
  const mean = weighed.reduce((sum, { length }) => sum + length, 0) / Math.max(1, weighed.length)
  const search = (term: string): PagefindResult[] => {
    const phrase = /^"(.*)"$/s.exec(term)?.[1]?.toLowerCase()
    const stems = wordsOf(term).map(stemmer)
    const [first] = stems
    if (first === undefined) return []
    return [...(byWord.get(first) ?? [])]
      .filter(([, each]) => stems.every((stem) => each.counts.has(stem)))
      .filter(([, each]) => phrase === undefined || each.text.includes(phrase))
      .map(([id, each]) => ({
        id,
        score: stems.reduce((sum, stem) => sum + score(each, stem, byWord.get(stem)?.size ?? 1), 0),
        words: [],
        data: () => Promise.resolve(undefined),
      }))
  }
  const score = (each: Weighed, stem: string, pagesWith: number) => {
    const count = each.counts.get(stem) ?? 0
    const rarity = Math.log(1 + (weighed.length + 0.5) / (pagesWith + 0.5))
    return (rarity * count * 3) / (count + 2 * (0.5 + (0.5 * each.length) / mean))
  }
  return {
    pagefind: {
      search: (term) =>
        Promise.resolve({
          results: term === null ? [] : search(term),
          filters: {},
          totalFilters: {},
          unfilteredResultCount: 0,
        }),
      filters: () => Promise.resolve({}),
    },
    lookup: { pages: pages.length, words: groupByCount(vocabulary), issues: pages.flatMap(toLookupIssue) },
  }
}

function weigh({ page, body, signatures, keywords }: IndexedPage): Weighed {
  const counts = new Map<string, number>()
  let length = 0
  const { title, signatures: ofSignatures, summary } = RANKING.metaWeights
  const parts: [string, number][] = [
    [page.title, title],
    [page.summary, summary],
    [[...signatures, ...page.alerts, ...page.aliases, ...keywords].join(' '), ofSignatures],
    [body, 1],
  ]
  for (const [text, weight] of parts) {
    for (const word of wordsOf(text)) {
      const stem = stemmer(word)
      counts.set(stem, (counts.get(stem) ?? 0) + weight)
      length += 1
    }
  }
  return { page, counts, length, text: [page.title, page.summary, body].join('\n').toLowerCase() }
}

function toLookupIssue({ page, signatures }: IndexedPage): LookupIssue[] {
  if (page.kind !== 'issue') return []
  return [
    {
      id: page.url,
      url: page.url,
      title: page.title,
      summary: page.summary,
      severity: page.severity ?? '',
      owner: page.owner ?? '',
      signatures: [...signatures],
      names: [...page.alerts, ...page.aliases],
    },
  ]
}

/** Words under the number of pages that have them, as the lookup file has it. */
function groupByCount(counts: ReadonlyMap<string, number>): Record<string, string> {
  const groups = Map.groupBy(counts, ([, count]) => String(count))
  return Object.fromEntries(
    [...groups].map(([count, words]) => [count, words.map(([word]) => word).join(' ')]),
  )
}
