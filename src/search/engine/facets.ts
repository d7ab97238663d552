import { KINDS } from './settings.ts'
import type { Pagefind } from './pagefind.ts'

/** What results are narrowed by, in the order of the page. */
export const FACETS = ['kind', 'severity', 'component', 'pipeline', 'owner'] as const
export type Facet = (typeof FACETS)[number]
/** The chosen values; several of one facet mean any of them. */
export type Choice = Partial<Record<Facet, readonly string[]>>

/** For each facet, each value and the pages (Pagefind's ids) that have it. */
export type FacetIndex = ReadonlyMap<Facet, ReadonlyMap<string, ReadonlySet<string>>>

/**
 * Which pages each filter value has. Pagefind counts for the pages that have every word; the ladder shows others too, so
 * it counts for itself.
 */
export async function loadFacets(pagefind: Pagefind): Promise<FacetIndex> {
  const available = await pagefind.filters()
  const facets = new Map<Facet, Map<string, Set<string>>>()
  for (const facet of FACETS) {
    const values = new Map<string, Set<string>>()
    for (const value of Object.keys(available[facet] ?? {}).sort(order(facet))) {
      const { results } = await pagefind.search(null, { filters: { [facet]: value } })
      values.set(value, new Set(results.map(({ id }) => id)))
    }
    facets.set(facet, values)
  }
  return facets
}

const kinds: readonly string[] = KINDS
const order = (facet: Facet) => (a: string, b: string) =>
  facet === 'kind' ? kinds.indexOf(a) - kinds.indexOf(b) : a.localeCompare(b)

/** The pages that fit a choice. */
export function narrow<T extends { id: string }>(
  pages: readonly T[],
  choice: Choice,
  facets: FacetIndex,
): T[] {
  return pages.filter(({ id }) => FACETS.every((facet) => fits(id, facet, choice, facets)))
}

function fits(id: string, facet: Facet, choice: Choice, facets: FacetIndex): boolean {
  const wanted = choice[facet] ?? []
  return wanted.length === 0 || wanted.some((value) => facets.get(facet)?.get(value)?.has(id))
}

/** How many pages each value of a facet would leave, given what is chosen in the others. */
export function countFacet(
  facet: Facet,
  pages: readonly { id: string }[],
  choice: Choice,
  facets: FacetIndex,
): Map<string, number> {
  const fitting = narrow(pages, { ...choice, [facet]: [] }, facets)
  return new Map(
    [...(facets.get(facet) ?? [])].map(([value, ids]) => [
      value,
      fitting.filter(({ id }) => ids.has(id)).length,
    ]),
  )
}
