import { statSync } from 'node:fs'
import path from 'node:path'
import {
  contentRoot,
  loadContent,
  readContentFile,
  type Content,
  type ContentDocument,
  type FileReading,
} from './load.ts'
import { listContent, type ContentFile } from './files.ts'
import { keepReading, keptReading } from './kept-readings.ts'
import { MAX_READ, readAtMost } from './plain-file.ts'

/**
 * The one reading of a content folder, shared by everything that runs in a process: the configuration, the loader of Astro's
 * collections, the pages and the commands. Each file is parsed once, and once more after it has changed.
 */
export class ContentStore {
  readonly root: string
  readonly #readings = new Map<string, FileReading & { stamp: string }>()
  readonly #changed = new Set<string>()
  /** What this process has parsed itself, by path: no earlier one has kept it. */
  readonly #parsed = new Map<string, ContentFile>()
  #content: Content | undefined
  #isCurrent = false
  /** While a server shows the content, the time at which its files were last looked at. */
  #lookedAt: number | undefined

  constructor(root: string) {
    this.root = root
  }

  /** The content as it is now. The same object is returned until a file changes, so facts can be kept under it. */
  read(): Content {
    this.#look()
    if (this.#content && this.#isCurrent) return this.#content
    const content = loadContent(this.root, (file) => this.#reading(file))
    this.#changed.clear()
    this.#isCurrent = true
    if (!this.#content || !isSame(this.#content, content)) this.#content = content
    return this.#content
  }

  /** Parses one file of the folder after the other and stops after each: the next reading has little left to do. */
  *readAhead(): Generator<undefined, void> {
    for (const file of listContent(this.root).files) {
      this.#reading(file)
      yield
    }
  }

  /** A file of the content as it was read; `undefined` for any other. */
  document(file: string): ContentDocument | undefined {
    this.read()
    return this.#readings.get(path.resolve(file))?.document
  }

  /**
   * Says that a file was added, changed or removed. It is parsed again only if its bytes differ.
   *
   * @param file absolute path
   */
  invalidate(file: string): void {
    this.#changed.add(file)
    this.#isCurrent = false
  }

  /**
   * From now on, files are also looked at by time and size: a watcher misses what changes before it is ready, and everything
   * on some network drives.
   */
  follow(): void {
    this.#lookedAt = Date.now()
  }

  /** Keeps what this process has parsed for the next one. Only for a content that has passed the check. */
  keep(): void {
    for (const [path, file] of this.#parsed) {
      const reading = this.#readings.get(path)
      if (reading) keepReading(file, reading)
    }
    this.#parsed.clear()
  }

  #parse(file: ContentFile, bytes: Buffer): FileReading {
    this.#parsed.set(file.path, file)
    return readContentFile(file, bytes)
  }

  #look(): void {
    if (this.#lookedAt === undefined || Date.now() - this.#lookedAt < LOOK_EVERY) return
    this.#lookedAt = Date.now()
    for (const [file, { stamp }] of this.#readings) if (stampOf(file) !== stamp) this.invalidate(file)
  }

  /** Whether a file lies in the content folder. */
  holds(file: string): boolean {
    return path.resolve(file).startsWith(this.root + path.sep)
  }

  #reading(file: ContentFile): FileReading {
    const known = this.#readings.get(file.path)
    if (known && !this.#changed.has(file.path)) return known
    // Before the bytes: what is written in between is then seen as another change, not taken for these bytes.
    const stamp = stampOf(file.path)
    const bytes = readAtMost(file.path, MAX_READ)
    if (known?.bytes.equals(bytes) === true) {
      const same = { ...known, stamp }
      this.#readings.set(file.path, same)
      return same
    }
    const reading = keptReading(file, bytes) ?? this.#parse(file, bytes)
    // While somebody edits, an entry with a mistake stays as it last was; the mistake is reported all the same.
    const isBroken = reading.document.data === undefined && known?.document.data !== undefined
    const kept = { ...reading, ...(isBroken && { document: known.document }), stamp }
    this.#readings.set(file.path, kept)
    return kept
  }
}

/** In milliseconds. */
const LOOK_EVERY = 500

/** What changes when a file is written; empty where it is gone. */
function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? `${String(stat.mtimeMs)} ${String(stat.size)}` : ''
}

function isSame(before: Content, after: Content): boolean {
  return (
    before.documents.length === after.documents.length &&
    before.documents.every((document, index) => document === after.documents[index]) &&
    JSON.stringify(before.findings) === JSON.stringify(after.findings) &&
    before.assets.size === after.assets.size &&
    [...before.assets].every((asset) => after.assets.has(asset))
  )
}

/** Bundled pages are another instance of this module than the configuration is: what they share lives outside of modules. */
const shared = globalThis as { watchbookContent?: Map<string, ContentStore> }

/** The store of a content folder: the same one wherever a process asks for it. */
export function contentStore(root: string = contentRoot()): ContentStore {
  const stores = (shared.watchbookContent ??= new Map<string, ContentStore>())
  const store = stores.get(root) ?? new ContentStore(root)
  stores.set(root, store)
  return store
}
