import type { LoaderContext } from 'astro/loaders'
import { pathToFileURL } from 'node:url'
import { escapeHtml } from '../../text/html.ts'
import { marksKey } from '../facts/proofs/marks.ts'
import { isMarkdown } from '../read/files.ts'
import type { ContentDocument } from '../read/load.ts'
import { contentStore } from '../read/store.ts'
import { withoutFrontmatter } from './mdx-frontmatter.ts'

type Render = LoaderContext['renderMarkdown']
type Rendered = Awaited<ReturnType<Render>>

/** Bundled pages are another instance of this module than the loader has. */
const shared = globalThis as { watchbookRender?: Render }

/** From now on, Markdown is rendered when its page is asked for: while somebody edits, Astro's own store is always a moment late. */
export function renderWhenAsked(render: Render): void {
  shared.watchbookRender = render
}

const known = new WeakMap<ContentDocument, { marks: string; rendered: Promise<Rendered> }>()

/** The HTML of a Markdown page as it is saved; `undefined` in a build, and for what is no Markdown. */
export function liveHtml(document: ContentDocument): Promise<Rendered> | undefined {
  const render = shared.watchbookRender
  if (!render || !isMarkdown(document.path)) return undefined
  const marks = marksKey(contentStore().read(), document.path)
  const before = known.get(document)
  if (before?.marks === marks) return before.rendered
  const fileURL = pathToFileURL(document.path)
  const rendered = render(withoutFrontmatter(document), { fileURL }).catch((error: unknown) =>
    refusal(error instanceof Error ? error.message : String(error)),
  )
  known.set(document, { marks, rendered })
  return rendered
}

/** What is shown in the place of a page that the gate refuses. */
export function refusal(why: string): Rendered {
  return { html: `<p>This page is not shown.</p><pre>${escapeHtml(why)}</pre>` }
}
