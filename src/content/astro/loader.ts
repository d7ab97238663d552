import type { Loader, LoaderContext } from 'astro/loaders'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withoutFrontmatter } from './mdx-frontmatter.ts'
import { forgetHtml, isKept, keepHtml } from './html-cache.ts'
import { refusal, renderWhenAsked } from './live.ts'
import { marksKey } from '../facts/proofs/marks.ts'
import { lastChanged } from '../read/git-dates.ts'
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
    // Astro writes its own store a moment later: until then, a page may still ask for what was kept under the old one.
    if (!watcher) forgetHtml(store.get(id)?.rendered)
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

/** Whether Markdown may show a picture. Modules name their own. */
function showsImages({ path: file, text }: ContentDocument): boolean {
  return file.endsWith('.md') && /!\[|<img/i.test(text)
}

async function setEntry(document: ContentDocument, context: LoaderContext): Promise<void> {
  const { store, config, generateDigest, renderMarkdown, watcher } = context
  const { id, path: file } = document
  const filePath = path.relative(fileURLToPath(config.root), file).split(path.sep).join('/')
  const known = store.get(id)
  // While editing, pages take what they show from the reading and not from here: this is only where Astro finds the entry,
  // and the files of its images. Each change of its store would write, bundle and load all of it again.
  if (watcher && !showsImages(document)) {
    if (known?.filePath === filePath && known.assetImports === undefined) return
    const isModule = file.endsWith('.mdx')
    store.set({ id, data: {}, filePath, digest: filePath, ...(isModule && { deferredRender: true }) })
    return
  }
  // The page shows when it last changed and what its blocks were run on, and its links begin with the base path.
  const changed = lastChanged(contentStore().root, file)
  const marks = document.kind === 'markdown' ? marksKey(contentStore().read(), file) : ''
  const digest = generateDigest([document.text, changed, marks, config.base].join('\0'))
  if (known?.digest === digest && known.filePath === filePath && isKept(known.rendered)) return
  if (!watcher) forgetHtml(known?.rendered)
  // Every collection's schema is one of fields, so the data are a record.
  const entry = { id, data: document.data as Record<string, unknown>, filePath, digest }
  if (file.endsWith('.mdx')) {
    store.set({ ...entry, deferredRender: true })
  } else if (file.endsWith('.md')) {
    const rendered = await renderMarkdown(withoutFrontmatter(document), { fileURL: pathToFileURL(file) })
    const assetImports = rendered.metadata?.imagePaths
    const folder = fileURLToPath(new URL('html', config.cacheDir))
    store.set({
      ...entry,
      rendered: keepHtml(folder, digest, rendered),
      ...(assetImports && { assetImports }),
    })
  } else {
    store.set(entry)
  }
}
