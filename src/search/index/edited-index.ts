import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { PAGE_COLLECTIONS } from '../../content/model/collections.ts'
import { contentHash } from '../../content/read/content-hash.ts'
import type { Content } from '../../content/read/load.ts'
import type { SearchDocument } from './documents.ts'
import { documentsOfContent } from './from-content.ts'
import { documentsOfFragments } from './from-fragments.ts'
import { makeIndex } from './make-index.ts'
import { pageText } from './open-index.ts'
import { indexOptions } from './options.ts'
import { CONTENT_HASH_FILE, TEXT_HASHES_FILE } from './settings.ts'
import { textHashes } from './text-hashes.ts'

const textHashesSchema = z.record(z.string(), z.string())

/**
 * The search's own index of what is saved, while somebody edits: pages as the last build has them, and in the place of those
 * that were edited since, what their files say. Of a build that is up to date there is nothing to make.
 */
export class EditedIndex {
  readonly #folder: string
  readonly #note: string
  #of: { content: Content; stamp: number | undefined } | undefined
  #files: Promise<ReadonlyMap<string, Buffer>> | undefined
  #built: { stamp: number; documents: Promise<SearchDocument[]> } | undefined

  /** @param folder the index of the last build, which may not be there */
  constructor(folder: string) {
    this.#folder = folder
    this.#note = join(folder, CONTENT_HASH_FILE)
  }

  /** A file of the index by its path in the folder; `undefined` where the last build's own is the one. */
  async file(path: string, content: Content): Promise<Buffer | undefined> {
    const stamp = statSync(this.#note, { throwIfNoEntry: false })?.mtimeMs
    if (this.#of?.content !== content || this.#of.stamp !== stamp) this.#files = this.#make(content, stamp)
    this.#of = { content, stamp }
    const files = this.#files
    try {
      return (await files)?.get(path)
    } catch (error) {
      // A build may have written just then: who asks again may find it whole.
      if (this.#files === files) this.#of = this.#files = this.#built = undefined
      throw error
    }
  }

  async #make(content: Content, stamp: number | undefined): Promise<ReadonlyMap<string, Buffer>> {
    const built = this.#builtTexts()
    const edited = new Set(
      Object.entries(textHashes(content)).flatMap(([page, hash]) => (built[page] === hash ? [] : [page])),
    )
    const isBuilt =
      stamp !== undefined && readFileSync(this.#note, 'utf8').trim() === contentHash(content.root)
    if (isBuilt && edited.size === 0) return new Map()
    const pages = documentsOfContent(content)
    const urls = new Set(pages.map(({ url }) => url))
    const kept = (await this.#documents(stamp)).filter(
      ({ url }) => !edited.has(url.slice(1, -1)) && (urls.has(url) || !isEntry(url)),
    )
    const known = new Set(kept.map(({ url }) => url))
    const own = pages.filter(({ url }) => !known.has(url))
    const files = makeIndex([...kept, ...own], indexOptions(content))
    return new Map([
      ...[...files].map(([name, text]) => [name, Buffer.from(text)] as const),
      ...own.map(
        (page) => [`fragment/${page.id}.pf_fragment`, gzipSync(JSON.stringify(pageText(page)))] as const,
      ),
    ])
  }

  /** The hashes of the texts that the last build was made of; none of a build that did not write them whole. */
  #builtTexts(): Readonly<Record<string, string>> {
    const file = join(this.#folder, TEXT_HASHES_FILE)
    try {
      return textHashesSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {}
    } catch {
      return {}
    }
  }

  /** What the last build has indexed; read once for each build. */
  async #documents(stamp: number | undefined): Promise<SearchDocument[]> {
    if (stamp === undefined || !existsSync(join(this.#folder, 'fragment'))) return []
    if (this.#built?.stamp !== stamp) this.#built = { stamp, documents: documentsOfFragments(this.#folder) }
    return await this.#built.documents
  }
}

/** Whether an address is one of an entry with a file of its own; lists and calendars have none. */
function isEntry(url: string): boolean {
  return PAGE_COLLECTIONS.some((collection) => url.startsWith(`/${collection}/`) && url !== `/${collection}/`)
}
