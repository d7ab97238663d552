import { getEntry, render } from 'astro:content'
import type { Entry } from '../read/load.ts'
import type { Issue, Pipeline, Runbook } from '../model/collections.ts'
import { withHtml } from './html-cache.ts'

/** An entry's body as a component, and its headings. */
export async function renderEntry({ collection, id }: Entry<Issue | Pipeline | Runbook>) {
  const entry = await getEntry(collection as 'pipelines' | 'runbooks' | 'issues', id)
  // The loader takes its entries from the same reading as the pages do.
  if (!entry) throw new Error(`Astro has no entry ${collection}/${id}`)
  const { rendered } = entry
  return render(rendered === undefined ? entry : { ...entry, rendered: withHtml(rendered) })
}
