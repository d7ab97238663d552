import type { Loader, LoaderContext } from 'astro/loaders'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withoutFrontmatter } from './mdx-frontmatter.ts'
import { builtHtml, showsImages } from './built.ts'
import { refusal, renderWhenAsked } from './live.ts'
import { displayPath, type ContentDocument } from '../read/load.ts'
import { assetProblem } from '../read/assets.ts'
import { contentStore } from '../read/store.ts'
import { reportText } from '../check/reporters/text.ts'
import type { Collection } from '../model/collections.ts'

/** Gives Astro the entries that the store has read, so that the site is built from what the check saw. */
export function contentLoader(collection: Collection): Loader {
  return {
    name: 'content',
    async load(context) {
      if (context.watcher) renderWhenAsked(context.renderMarkdown)
      await sync(collection, context)
      const folder = path.join(contentStore().root, collection) + path.sep
      for (const event of ['add', 'change', 'unlink'] as const) {
        context.watcher?.on(event, (file) => {
          if (!file.startsWith(folder)) return
          contentStore().invalidate(file)
          sync(collection, context).catch((error: unknown) => {
            context.logger.error(String(error))
          })
        })
      }
    },
  }
}

async function sync(collection: Collection, context: LoaderContext): Promise<void> {
  const { store, logger, watcher } = context
  const content = contentStore().read()
  const documents = content.documents.filter((document) => document.collection === collection)
  const folder = `${displayPath(path.join(content.root, collection))}/`
  const mistakes = content.findings.filter(({ file }) => file.startsWith(folder))
  if (mistakes.length > 0) logger.error(reportText(mistakes))
  const ids = new Set(documents.map(({ id }) => id))
  for (const id of store.keys()) {
    if (ids.has(id)) continue
    store.delete(id)
  }
  const refused: string[] = []
  for (const document of documents.filter(({ data }) => data !== undefined)) {
    try {
      await setEntry(document, context)
      refuseImages(document, context)
    } catch (error) {
      // A page that the gate refuses is not built; while editing it says why, and the others are shown.
      const why = error instanceof Error ? error.message : String(error)
      refused.push(why)
      if (watcher) showRefusal(document, context, why)
    }
  }
  if (refused.length === 0) return
  if (!watcher) throw new Error(refused.join('\n'))
  logger.error(refused.join('\n'))
}

/** Pages that are kept from the last build are not rendered again, but the bundler opens their images again. */
function refuseImages({ id, file, path: absolute }: ContentDocument, { store }: LoaderContext): void {
  for (const image of store.get(id)?.assetImports ?? []) {
    const problem = assetProblem(contentStore().root, path.resolve(path.dirname(absolute), image))
    if (problem) throw new Error(`${file}: ${problem.message}. ${problem.hint}`)
  }
}

function showRefusal(
  { id, data, path: file }: ContentDocument,
  { store, config, generateDigest }: LoaderContext,
  why: string,
): void {
  const filePath = path.relative(fileURLToPath(config.root), file).split(path.sep).join('/')
  store.set({
    id,
    data: data as Record<string, unknown>,
    filePath,
    digest: generateDigest(why),
    rendered: refusal(why),
  })
}

/**
 * Astro's store is only where it finds the modules and the files of images: pages take what they show from the reading, and their
 * HTML from `builtHtml`, or from `liveHtml` while editing. Whatever else lay in the store would be a part of the bundle, which is
 * kept for other content; while editing, each change of it would write, bundle and load all of it again.
 */
async function setEntry(document: ContentDocument, context: LoaderContext): Promise<void> {
  const { store, config, generateDigest, renderMarkdown, watcher } = context
  const { id, path: file } = document
  const filePath = path.relative(fileURLToPath(config.root), file).split(path.sep).join('/')
  const known = store.get(id)
  const set = (entry: { digest: string; assetImports?: string[] }) => {
    if (known?.digest === entry.digest && known.filePath === filePath) return
    store.set({ id, data: {}, filePath, ...entry, ...(file.endsWith('.mdx') && { deferredRender: true }) })
  }
  if (showsImages(document)) {
    const digest = generateDigest(document.text)
    if (watcher && known?.digest === digest && known.filePath === filePath) return
    // While editing, this is what refuses a page.
    const rendered = watcher
      ? await renderMarkdown(withoutFrontmatter(document), { fileURL: pathToFileURL(file) })
      : builtHtml(file)
    const images = rendered?.metadata?.imagePaths ?? []
    if (watcher || images.length > 0)
      return set({ digest, ...(images.length > 0 && { assetImports: images }) })
  } else if (watcher || file.endsWith('.mdx')) {
    return set({ digest: filePath })
  }
  store.delete(id)
}
