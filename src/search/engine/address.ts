import { isExcerpt } from './excerpt.ts'
import { FACETS, type Choice } from './facets.ts'

export interface Asked {
  text: string
  choice: Choice
}

/** What the address of the search page asks for. Facets that it does not know are left alone. */
export function readAddress(address: URL): Asked {
  const choice: Choice = {}
  for (const facet of FACETS) {
    const values = address.searchParams.getAll(facet).filter((value) => value !== '')
    if (values.length > 0) choice[facet] = [...new Set(values)]
  }
  return { text: address.searchParams.get('q') ?? '', choice }
}

/** The address of a search. A pasted text stays out of it: addresses are logged, shared and kept in histories. */
export function writeAddress(address: URL, { text, choice }: Asked): URL {
  const written = new URL(address)
  written.searchParams.delete('q')
  for (const facet of FACETS) written.searchParams.delete(facet)
  if (text.trim() !== '' && !isExcerpt(text)) written.searchParams.set('q', text.trim())
  for (const facet of FACETS)
    for (const value of choice[facet] ?? []) written.searchParams.append(facet, value)
  return written
}
