import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Content } from '../content/read/load.ts'
import { contentHash } from '../content/read/content-hash.ts'
import { INDEX_FOLDER } from '../search/engine/settings.ts'
import { CONTENT_HASH_FILE } from '../search/index/settings.ts'

/** The site as it was last built, and whether that was from a content as it is now. */
export class BuiltSite {
  readonly folder: string
  #known: { content: Content; isOf: boolean } | undefined

  /** @param folder where the site is built */
  constructor(folder: string) {
    this.folder = folder
  }

  get index(): string {
    return path.join(this.folder, INDEX_FOLDER)
  }

  isOf(content: Content): boolean {
    if (this.#known?.content !== content)
      this.#known = { content, isOf: this.hash() === contentHash(content.root) }
    return this.#known.isOf
  }

  /** Of the content that the site was built from; `undefined` where there is no site. */
  hash(): string | undefined {
    try {
      return readFileSync(path.join(this.index, CONTENT_HASH_FILE), 'utf8').trim()
    } catch {
      return undefined
    }
  }
}
