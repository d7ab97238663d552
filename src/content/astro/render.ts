import { getEntry, render } from 'astro:content'
import type { ContentDocument } from '../read/load.ts'
import { isCollection } from '../model/collections.ts'
import { builtHtml } from './built.ts'
import { liveHtml } from './live.ts'

type Entry = Parameters<typeof render>[0]

/** An entry's body as a component, and its headings. */
export async function renderEntry(document: ContentDocument) {
  const { collection, id, path: file } = document
  const rendered = (await liveHtml(document)) ?? builtHtml(file)
  // Astro's store holds what the bundler has to open: modules, and pages that show images.
  const isStored = !rendered || (rendered.metadata?.imagePaths ?? []).length > 0
  const entry = isStored && isCollection(collection) ? await getEntry(collection, id) : undefined
  if (!rendered) {
    // The loader takes its entries from the same reading as the pages do.
    if (!entry) throw new Error(`Astro has no entry ${collection}/${id}`)
    return render(entry)
  }
  const metadata = { imagePaths: [], ...rendered.metadata }
  return render({
    ...entry,
    collection,
    id,
    data: {},
    rendered: { ...rendered, metadata },
  } as unknown as Entry)
}
