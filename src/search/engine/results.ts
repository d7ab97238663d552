import type { Answer, Engine, SignatureHit } from './engine.ts'
import type { Found } from './ladder.ts'
import type { LookupIssue } from './lookup.ts'
import type { PagefindData, PagefindResult } from './pagefind.ts'

/** One result, before its page's text is loaded. */
export interface Result {
  /** Pagefind's id of the page. */
  id: string
  /** Why it is here, where a signature matched. */
  hit?: SignatureHit
  /** Its text, with the matches marked. Loads the page's fragment of the index. */
  load: (engine: Pick<Engine, 'pagefind'>) => Promise<PagefindData>
}

/** All results of an answer in the order in which they are shown: signatures, then pages by their words, else nearest titles. */
export function resultsOf({
  signatures,
  found,
  titles,
}: Pick<Answer, 'signatures' | 'found' | 'titles'>): Result[] {
  const byId = new Map(found.map((page) => [page.id, page]))
  const loadPage = pageLoader()
  const fromIssues = [
    ...signatures.map((hit) => ({ issue: hit.issue, hit })),
    ...titles.map((issue) => ({ issue, hit: undefined })),
  ]
  const first = fromIssues.map(({ issue, hit }): Result => {
    const page = byId.get(issue.id)
    byId.delete(issue.id)
    return {
      id: issue.id,
      ...(hit && { hit }),
      load: async (engine) => (page && (await loadPage(page, engine))) ?? withoutText(issue),
    }
  })
  const rest = [...byId.values()].map((page): Result => ({
    id: page.id,
    load: async (engine) => present(await loadPage(page, engine)),
  }))
  return [...first, ...rest]
}

/** Pagefind hands out nothing where a page's part of the index could not be fetched. */
export function present(data: PagefindData | undefined): PagefindData {
  if (!data) throw new Error('A part of the search index could not be fetched. Reload the page.')
  return data
}

/** Pagefind marks the words of one query: that of the words which a page has. Most pages share theirs, so each is asked once. */
function pageLoader() {
  const asked = new Map<string, Promise<Map<string, PagefindResult>>>()
  return async (
    { id, query }: Found,
    { pagefind }: Pick<Engine, 'pagefind'>,
  ): Promise<PagefindData | undefined> => {
    const results =
      asked.get(query) ??
      pagefind
        .search(query)
        .then((response) => new Map(response.results.map((result) => [result.id, result])))
    asked.set(query, results)
    const data = await (await results).get(id)?.data()
    // Pagefind hands out one object for a page and changes it with the next query: keep what it is now.
    return data && { ...data }
  }
}

/** A result for an issue whose page does not have the words that were sought. */
function withoutText({ url, title, summary, severity, owner }: LookupIssue): PagefindData {
  return {
    url,
    excerpt: '',
    plain_excerpt: summary,
    meta: { title, summary, severity, owner, kind: 'issue' },
    filters: {},
    sub_results: [],
  }
}
