import path from 'node:path'
import { marksKey } from '../facts/proofs/marks.ts'
import { isCollection } from '../model/collections.ts'
import { isMarkdown } from '../read/files.ts'
import { digest } from '../read/kept.ts'
import type { Content, ContentDocument } from '../read/load.ts'
import { HtmlCache, type Rendered } from './html-cache.ts'
import { withoutFrontmatter } from './mdx-frontmatter.ts'

/** Renders the Markdown of a page. */
export type RenderPage = (document: ContentDocument) => Promise<Rendered>

/** Bundled pages are another instance of this module than the command is: what they share lives outside of modules. */
const shared = globalThis as { watchbookHtml?: (file: string) => Rendered | undefined }

interface Options {
  render: RenderPage
  /** Where the HTML is kept for the next build, absolute. */
  folder: string
  /** Changes with whatever else decides how a page is rendered: the code, the packages, the address, `site.yaml`. */
  version: string
}

/**
 * Renders the Markdown pages of a content, or takes what is kept of the build before; from then on, `builtHtml` knows them.
 *
 * @throws Error with a line for each page that the gate refuses
 */
export async function makeHtml(content: Content, { render, folder, version }: Options): Promise<void> {
  const cache = new HtmlCache(folder)
  const digests = new Map<string, string>()
  const refused: string[] = []
  for (const document of content.documents) {
    if (!isMarkdownPage(document)) continue
    const key = digest(version, pageFacts(content, document))
    try {
      if (cache.get(key) === undefined) cache.set(key, await render(document))
      digests.set(document.path, key)
    } catch (error) {
      refused.push(error instanceof Error ? error.message : String(error))
    }
  }
  if (refused.length > 0) throw new Error(refused.join('\n'))
  cache.forgetOthers()
  shared.watchbookHtml = (file) => {
    const key = digests.get(file)
    return key === undefined ? undefined : cache.get(key)
  }
}

/**
 * The HTML of a Markdown page in a build; `undefined` for any other page, and while editing.
 *
 * @param file absolute path of the page
 */
export function builtHtml(file: string): Rendered | undefined {
  return shared.watchbookHtml?.(file)
}

/** All that decides how the body of a page becomes HTML, beside what is the same for all pages. */
export function pageFacts(content: Content, document: ContentDocument): string {
  const { path: file } = document
  // The page shows what its blocks were run on; its links begin where it lies.
  const place = path.relative(content.root, file)
  return JSON.stringify([place, withoutFrontmatter(document), marksKey(content, file)])
}

/** Whether Markdown may show a picture. Modules name their own. */
export function showsImages({ path: file, text }: ContentDocument): boolean {
  return isMarkdown(file) && /!\[|<img/i.test(text)
}

function isMarkdownPage({ collection, path: file, data }: ContentDocument): boolean {
  return isCollection(collection) && isMarkdown(file) && data !== undefined
}
