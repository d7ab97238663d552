import type { Loader, LoaderContext } from 'astro/loaders'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withoutFrontmatter } from './mdx-frontmatter.ts'
import { forgetHtml, isKept, keepHtml } from './html-cache.ts'
import { lastChanged } from '../read/git-dates.ts'
import { contentRoot, loadContent, type Content, type ContentDocument } from '../read/load.ts'
import { reportText } from '../check/reporters/text.ts'
import type { Collection } from '../model/collections.ts'

/** Gives Astro the entries that `loadContent` reads, so that the site is built from what the check saw. */
export function contentLoader(collection: Collection): Loader {
  return {
    name: 'content',
    async load(context) {
      await sync(collection, context)
      context.watcher?.add(contentRoot())
      for (const event of ['add', 'change', 'unlink'] as const) {
        context.watcher?.on(event, (file) => {
          if (file.startsWith(path.join(contentRoot(), collection))) void sync(collection, context)
        })
      }
    },
  }
}

let loaded: Content | undefined

/** All collections are synced in one go: they share one reading of the folder. */
function contentOnce(): Content {
  loaded ??= loadContent()
  setImmediate(() => {
    loaded = undefined
  })
  return loaded
}

async function sync(collection: Collection, context: LoaderContext): Promise<void> {
  const { store, logger } = context
  const content = contentOnce()
  const documents = content.documents.filter(({ folder }) => folder === collection)
  const mistakes = content.findings.filter(({ file }) => file.includes(`/${collection}/`))
  if (mistakes.length > 0) logger.error(reportText(mistakes))
  for (const id of store.keys()) {
    if (documents.some((document) => document.id === id)) continue
    forgetHtml(store.get(id)?.rendered)
    store.delete(id)
  }
  // While somebody edits, an entry with a mistake stays as it last was.
  for (const document of documents.filter(({ data }) => data !== undefined)) await setEntry(document, context)
}

async function setEntry(document: ContentDocument, context: LoaderContext): Promise<void> {
  const { store, config, generateDigest, renderMarkdown } = context
  const { id, path: file } = document
  const filePath = path.relative(fileURLToPath(config.root), file).split(path.sep).join('/')
  // The page shows when it last changed, and its links begin with the base path.
  const digest = generateDigest([document.text, lastChanged(contentRoot(), file), config.base].join('\0'))
  const known = store.get(id)
  if (known?.digest === digest && known.filePath === filePath && isKept(known.rendered)) return
  forgetHtml(known?.rendered)
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
