import { getEntry, render } from 'astro:content'
import type { ContentDocument } from '../read/load.ts'
import { isCollection } from '../model/collections.ts'
import { withHtml } from './html-cache.ts'
import { liveHtml } from './live.ts'

/** An entry's body as a component, and its headings. */
export async function renderEntry(document: ContentDocument) {
  const { collection, id } = document
  const entry = isCollection(collection) ? await getEntry(collection, id) : undefined
  // The loader takes its entries from the same reading as the pages do.
  if (!entry) throw new Error(`Astro has no entry ${collection}/${id}`)
  const live = await liveHtml(document)
  if (live) return render({ ...entry, rendered: { ...live, metadata: { imagePaths: [], ...live.metadata } } })
  const { rendered } = entry
  return render(rendered === undefined ? entry : { ...entry, rendered: withHtml(rendered) })
}
