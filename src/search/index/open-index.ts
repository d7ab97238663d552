import { gunzipSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PAGE_COLLECTIONS } from '../../content/model/collections.ts'
import { digest, kept } from '../../content/read/kept.ts'
import type { Content } from '../../content/read/load.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import type { PlainOrder } from '../engine/quotes.ts'
import { parseFragment, type PageText } from '../engine/page-text.ts'
import { openStore } from '../engine/store.ts'
import type { SearchDocument } from './documents.ts'
import { documentsOfContent } from './from-content.ts'
import { makeIndex, type IndexOptions } from './make-index.ts'
import { indexOptions } from './options.ts'

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

/** The search of a content folder, where nothing is built. Its index is kept for the next process that asks for the same. */
export async function engineOfContent(content: Content): Promise<Engine> {
  let byId: ReadonlyMap<string, SearchDocument> | undefined
  return engineOf(indexOf(content), (id) => {
    byId ??= new Map(documentsOfContent(content).map((document) => [document.id, document]))
    return byId.get(id)
  })
}

/** The search of pages in memory. */
export async function engineOfDocuments(
  documents: readonly SearchDocument[],
  options: IndexOptions,
  plainOrder?: PlainOrder,
): Promise<Engine> {
  const byId = new Map(documents.map((document) => [document.id, document]))
  return engineOf(makeIndex(documents, options), (id) => byId.get(id), plainOrder)
}

async function engineOf(
  files: ReadonlyMap<string, string>,
  documentOf: (id: string) => SearchDocument | undefined,
  plainOrder?: PlainOrder,
): Promise<Engine> {
  const store = await openStore({
    read: (file) => Promise.resolve(JSON.parse(files.get(file) ?? '{}') as unknown),
  })
  const pages = new Map<string, PageText>()
  return createEngine(
    store,
    (id) => {
      const document = pages.has(id) ? undefined : documentOf(id)
      if (document) pages.set(id, pageText(document))
      const page = pages.get(id)
      return page ? Promise.resolve(page) : Promise.reject(new Error(`There is no page ${id}.`))
    },
    plainOrder,
  )
}

function indexOf(content: Content): ReadonlyMap<string, string> {
  const make = () => makeIndex(documentsOfContent(content), indexOptions(content))
  const store = kept()?.large
  if (!store) return make()
  // Of the rest of the content, nothing is looked for.
  const pages = PAGE_COLLECTIONS.flatMap((collection) =>
    [...content[collection].values()].flatMap(({ id, text }) => [collection, id, text]),
  )
  const key = `index:${digest(content.site?.text ?? '', ...pages)}`
  // The store gives back what was put there, or nothing.
  const known = store.get(key) as [string, string][] | undefined
  if (known) return new Map(known)
  const files = make()
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
