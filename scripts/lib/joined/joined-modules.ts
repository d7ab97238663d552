import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { digest } from '../../../src/content/read/kept.ts'
import { ENGINE, JOINED } from '../../../src/site/build/folders.ts'
import { KeptBundles } from '../bundle/kept-bundles.ts'
import { codeHash } from '../last-build.ts'

/**
 * The modules of a command, joined into few files by an earlier process of the same code: opening, resolving and linking hundreds
 * of small files is most of what a start takes.
 */
export class JoinedModules {
  readonly #bundles: KeptBundles
  readonly #codeHash: () => string

  /**
   * @param folder where they are kept, absolute
   * @param code the hash of the code as it is now
   */
  constructor(folder: string = JOINED, code: () => string = codeHash) {
    this.#bundles = new KeptBundles(folder)
    this.#codeHash = code
  }

  /**
   * @param code the hash of the code that they were joined from
   * @returns the address of the module to import; `undefined` where there is none that is whole
   */
  find(code: string): string | undefined {
    const found = this.#bundles.find(keyOf(code))
    return found && pathToFileURL(path.join(found.server, found.entry)).href
  }

  /**
   * Keeps what `write` makes of the code as it is; nothing where the code changes meanwhile.
   *
   * @param write writes modules into a folder, and says which is the one to begin with
   */
  async make(write: (folder: string) => Promise<string>): Promise<void> {
    const code = this.#codeHash()
    if (this.find(code) !== undefined) return
    const place = this.#bundles.begin()
    try {
      const entry = await write(path.join(place, 'server'))
      // Another process may have been faster, and a third may run what it made.
      if (this.#codeHash() !== code || this.find(code) !== undefined) return
      this.#bundles.keep(place, keyOf(code), { entry, pages: [], scripts: [] })
    } finally {
      this.#bundles.tidy()
    }
  }
}

/** The files name those of the engine by their place, and what Node makes of a module is its own. */
function keyOf(code: string): string {
  return digest(JSON.stringify([process.versions, process.platform, process.arch]), ENGINE, code)
}
