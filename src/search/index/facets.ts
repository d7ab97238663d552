import type { FacetsFile } from '../engine/index-format.ts'
import type { SearchDocument } from './documents.ts'

/** The pages that have each value of each filter, and the order of all pages without a query. */
export function facets(documents: readonly SearchDocument[]): FacetsFile {
  const file: FacetsFile['facets'] = {}
  const none = (): Record<string, number[]> => Object.create(null) as Record<string, number[]>
  const last = new Map<string, number>()
  for (const [page, { filters }] of documents.entries()) {
    for (const [facet, values] of Object.entries(filters)) {
      for (const value of new Set(values)) {
        const list = ((file[facet] ??= none())[value] ??= [])
        const key = `${facet}\n${value}`
        list.push(page - (last.get(key) ?? 0))
        last.set(key, page)
      }
    }
  }
  const order = documents.map((_, page) => page)
  const key = (page: number) => documents[page]?.order ?? ''
  order.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b))
  return { facets: file, order }
}
