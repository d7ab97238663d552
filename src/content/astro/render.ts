import { render, type CollectionEntry } from 'astro:content'
import { withHtml } from './html-cache.ts'

/** An entry's body as a component, and its headings. */
export function renderEntry(entry: CollectionEntry<'pipelines' | 'runbooks' | 'issues'>) {
  const { rendered } = entry
  return render(rendered === undefined ? entry : { ...entry, rendered: withHtml(rendered) })
}
