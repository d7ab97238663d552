import { getEntry, render } from 'astro:content'
import type { ContentDocument } from '../read/load.ts'
import { isCollection } from '../model/collections.ts'
import { withHtml } from './html-cache.ts'

/** An entry's body as a component, and its headings. */
export async function renderEntry({ collection, id }: ContentDocument) {
  const entry = isCollection(collection) ? await getEntry(collection, id) : undefined
  // The loader takes its entries from the same reading as the pages do.
  if (!entry) throw new Error(`Astro has no entry ${collection}/${id}`)
  const { rendered } = entry
  return render(rendered === undefined ? entry : { ...entry, rendered: withHtml(rendered) })
}
