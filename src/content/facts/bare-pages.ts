import type { Content } from '../read/load.ts'
import { PAGE_COLLECTIONS, definitionOf } from '../model/collections.ts'

/**
 * Pages that have nothing to list in this content, and the one that is only for devices without a network: whoever comes
 * to one learns that it is empty, but no list of pages, for search engines or assistants, sends anybody there.
 *
 * @returns paths of their folders below the site: `oncall/`
 */
export function barePages(content: Content): ReadonlySet<string> {
  const lists = PAGE_COLLECTIONS.filter(
    (name) => definitionOf(name).page?.list !== undefined && content.ids[name].length === 0,
  ).map((name) => `${name}/`)
  const has = (name: 'rotas' | 'teams') => content.ids[name].length > 0
  const isReviewed = PAGE_COLLECTIONS.some((name) =>
    [...content[name].values()].some(
      ({ data }) => typeof data === 'object' && data !== null && 'reviewEvery' in data,
    ),
  )
  return new Set([
    ...lists,
    'offline/',
    ...(has('rotas') ? [] : ['oncall/']),
    ...(has('teams') ? [] : ['teams/']),
    ...(isReviewed ? [] : ['reviews/']),
  ])
}
