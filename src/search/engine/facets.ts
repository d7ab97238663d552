import type { FacetsFile } from './index-format.ts'
import { KINDS } from './settings.ts'

/** What results are narrowed by, in the order of the page. */
export const FACETS = ['kind', 'severity', 'component', 'pipeline', 'owner'] as const
export type Facet = (typeof FACETS)[number]
/** The chosen values; several of one facet mean any of them. */
export type Choice = Partial<Record<Facet, readonly string[]>>

/** For each facet, each value and the pages that have it. */
export type FacetIndex = ReadonlyMap<Facet, ReadonlyMap<string, ReadonlySet<number>>>

/** Which pages each filter value has, from the file of the index. */
export function facetIndex({ facets }: FacetsFile): FacetIndex {
  return new Map(
    FACETS.map((facet) => {
      const values = Object.entries(facets[facet] ?? {}).sort(([a], [b]) => order(facet)(a, b))
      return [facet, new Map(values.map(([value, distances]) => [value, new Set(summed(distances))]))]
    }),
  )
}

function summed(distances: readonly number[]): number[] {
  let page = 0
  return distances.map((distance) => (page += distance))
}

const kinds: readonly string[] = KINDS
const order = (facet: Facet) => (a: string, b: string) =>
  facet === 'kind' ? kinds.indexOf(a) - kinds.indexOf(b) : a.localeCompare(b)

/** The pages that fit a choice. */
export function narrow<T extends { page: number }>(
  pages: readonly T[],
  choice: Choice,
  facets: FacetIndex,
): T[] {
  return pages.filter(({ page }) => FACETS.every((facet) => fits(page, facet, choice, facets)))
}

function fits(page: number, facet: Facet, choice: Choice, facets: FacetIndex): boolean {
  const wanted = choice[facet] ?? []
  return wanted.length === 0 || wanted.some((value) => facets.get(facet)?.get(value)?.has(page))
}

export const isNarrowed = (choice: Choice): boolean =>
  FACETS.some((facet) => (choice[facet] ?? []).length > 0)

/** How many pages each value of a facet would leave, given what is chosen in the others. */
export function countFacet(
  facet: Facet,
  pages: readonly { page: number }[],
  choice: Choice,
  facets: FacetIndex,
): Map<string, number> {
  const fitting = narrow(pages, { ...choice, [facet]: [] }, facets)
  return new Map(
    [...(facets.get(facet) ?? [])].map(([value, own]) => [
      value,
      fitting.filter(({ page }) => own.has(page)).length,
    ]),
  )
}
