import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PAGE_COLLECTIONS } from '../../content/model/collections.ts'
import { contentHash } from '../../content/read/content-hash.ts'
import type { Content } from '../../content/read/load.ts'
import type { SearchDocument } from './documents.ts'
import { everydayWords } from './everyday-words.ts'
import { documentsOfContent } from './from-content.ts'
import { documentsOfFragments } from './from-fragments.ts'
import { makeIndex } from './make-index.ts'
import { pageText } from './open-index.ts'
import { CONTENT_HASH_FILE } from './settings.ts'

/** A build takes some time: what was saved while it ran may be in it or not, and is read again. In milliseconds. */
const WHILE_BUILDING = 300_000

/**
 * The search's own index of what is saved, while somebody edits: pages as the last build has them, and in the place of those
 * that were edited since, what their files say. Of a build that is up to date there is nothing to make.
 */
export class EditedIndex {
  readonly #folder: string
  #of: Content | undefined
  #files: Promise<ReadonlyMap<string, Buffer>> | undefined
  #built: { stamp: number; documents: Promise<SearchDocument[]> } | undefined

  /** @param folder the index of the last build, which may not be there */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** A file of the index by its path in the folder; `undefined` where the last build's own is the one. */
  async file(path: string, content: Content): Promise<Buffer | undefined> {
    if (this.#of !== content || this.#files === undefined) this.#files = this.#make(content)
    this.#of = content
    return (await this.#files).get(path)
  }

  async #make(content: Content): Promise<ReadonlyMap<string, Buffer>> {
    const note = join(this.#folder, CONTENT_HASH_FILE)
    const stamp = statSync(note, { throwIfNoEntry: false })?.mtimeMs
    if (stamp !== undefined && readFileSync(note, 'utf8').trim() === contentHash(content.root))
      return new Map()
    const edited = new Map(
      content.documents
        .filter((document) => stamp === undefined || savedAt(document.path) > stamp - WHILE_BUILDING)
        .map(({ collection, id }) => [`${collection}/${id}`, true]),
    )
    const pages = documentsOfContent(content)
    const urls = new Set(pages.map(({ url }) => url))
    const kept = (await this.#documents(stamp)).filter(
      ({ url }) => !edited.has(url.slice(1, -1)) && (urls.has(url) || !isEntry(url)),
    )
    const known = new Set(kept.map(({ url }) => url))
    const own = pages.filter(({ url }) => !known.has(url))
    const { language = 'en', synonyms = [] } = content.site?.data ?? {}
    const files = makeIndex([...kept, ...own], { language, synonyms, everyday: everydayWords(language) })
    return new Map([
      ...[...files].map(([name, text]) => [name, Buffer.from(text)] as const),
      ...own.map(
        (page) => [`fragment/${page.id}.pf_fragment`, gzipSync(JSON.stringify(pageText(page)))] as const,
      ),
    ])
  }

  /** What the last build has indexed; read once for each build. */
  async #documents(stamp: number | undefined): Promise<SearchDocument[]> {
    if (stamp === undefined || !existsSync(join(this.#folder, 'fragment'))) return []
    if (this.#built?.stamp !== stamp) this.#built = { stamp, documents: documentsOfFragments(this.#folder) }
    return await this.#built.documents
  }
}

function savedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Whether an address is one of an entry with a file of its own; lists and calendars have none. */
function isEntry(url: string): boolean {
  return PAGE_COLLECTIONS.some((collection) => url.startsWith(`/${collection}/`) && url !== `/${collection}/`)
}
