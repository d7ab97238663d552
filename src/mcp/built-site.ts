import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Content } from '../content/read/load.ts'
import { contentHash } from '../content/read/content-hash.ts'
import { INDEX_FOLDER } from '../search/engine/settings.ts'
import { CONTENT_HASH_FILE } from '../search/index/settings.ts'

/** The site as it was last built, and whether that was from a content as it is now. It may be built again at any time. */
export class BuiltSite {
  readonly folder: string
  readonly #hashes = new WeakMap<Content, string>()

  /** @param folder where the site is built */
  constructor(folder: string) {
    this.folder = folder
  }

  get index(): string {
    return path.join(this.folder, INDEX_FOLDER)
  }

  /** Asked again for each answer: a build from another content takes the place of the site at once. */
  isOf(content: Content): boolean {
    return this.hash() === this.hashOf(content)
  }

  /** The hash of the files of a content, which are read once. */
  hashOf(content: Content): string {
    const known = this.#hashes.get(content) ?? contentHash(content.root)
    this.#hashes.set(content, known)
    return known
  }

  /** Of the content that the site was built from; `undefined` where there is no site. */
  hash(): string | undefined {
    try {
      return readFileSync(path.join(this.index, CONTENT_HASH_FILE), 'utf8').trim()
    } catch {
      return undefined
    }
  }

  /** Another one after each build; empty where there is no site. */
  stamp(): string {
    const status = statSync(path.join(this.index, CONTENT_HASH_FILE), { throwIfNoEntry: false })
    return status === undefined ? '' : [status.ino, status.mtimeMs].join(' ')
  }
}
