/** The part of Pagefind that the search uses; types of version 1.6, which ships none for the browser. */

export interface PagefindSubResult {
  title: string
  url: string
  /** HTML of our own text, escaped by Pagefind, with `<mark>` around the matches. */
  excerpt: string
  plain_excerpt: string
  locations: number[]
}

export interface PagefindData {
  url: string
  excerpt: string
  plain_excerpt: string
  /** Raw text: escape it. */
  meta: Record<string, string>
  filters: Record<string, string[]>
  sub_results: PagefindSubResult[]
}

export interface PagefindResult {
  id: string
  score: number
  words: number[]
  data: () => Promise<PagefindData | undefined>
}

export type FilterCounts = Record<string, Record<string, number>>
export type Filters = Record<string, readonly string[]>

export interface PagefindResponse {
  results: PagefindResult[]
  filters: FilterCounts
  totalFilters: FilterCounts
  unfilteredResultCount: number
}

export interface Pagefind {
  search: (
    term: string | null,
    options?: { filters?: Record<string, unknown>; sort?: Record<string, 'asc' | 'desc'> },
  ) => Promise<PagefindResponse>
  filters: () => Promise<FilterCounts>
}
