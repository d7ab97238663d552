import { gunzipSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digest, kept } from '../../content/read/kept.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import type { PlainOrder } from '../engine/quotes.ts'
import { parseFragment, type PageText } from '../engine/page-text.ts'
import { openStore } from '../engine/store.ts'
import type { SearchDocument } from './documents.ts'
import { makeIndex, type IndexOptions } from './make-index.ts'

/** The search of a built site, on the files of its index: the same code as in the browser. */
export async function engineOfFolder(indexFolder: string): Promise<Engine> {
  const store = await openStore({
    read: async (file) => JSON.parse(await readFile(join(indexFolder, file), 'utf8')) as unknown,
  })
  return createEngine(store, async (id) =>
    parseFragment(
      gunzipSync(await readFile(join(indexFolder, 'fragment', `${id}.pf_fragment`))).toString('utf8'),
    ),
  )
}

/** The search of pages in memory, where nothing is built. Its index is kept for the next process that asks for the same. */
export async function engineOfDocuments(
  documents: readonly SearchDocument[],
  options: IndexOptions,
  plainOrder?: PlainOrder,
): Promise<Engine> {
  const files = indexOf(documents, options)
  const store = await openStore({
    read: (file) => Promise.resolve(JSON.parse(files.get(file) ?? '{}') as unknown),
  })
  const pages = new Map(documents.map((document) => [document.id, pageText(document)]))
  return createEngine(
    store,
    (id) => {
      const page = pages.get(id)
      return page ? Promise.resolve(page) : Promise.reject(new Error(`There is no page ${id}.`))
    },
    plainOrder,
  )
}

function indexOf(documents: readonly SearchDocument[], options: IndexOptions): ReadonlyMap<string, string> {
  const store = kept()?.large
  if (!store) return makeIndex(documents, options)
  const key = `index:${digest(JSON.stringify(documents), JSON.stringify(options))}`
  // The store gives back what was put there, or nothing.
  const known = store.get(key) as [string, string][] | undefined
  if (known) return new Map(known)
  const files = makeIndex(documents, options)
  store.set(key, [...files])
  return files
}

/** A page that is only in memory, as a fragment of the index has it. */
export function pageText({
  url,
  kind,
  title,
  summary,
  text,
  signatures,
  keywords,
}: SearchDocument): PageText {
  const meta = { kind, title, summary, signatures: signatures.join(' '), keywords: keywords.join(' ') }
  return { url, content: text, meta, anchors: [] }
}
