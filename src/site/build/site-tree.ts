import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/**
 * The folder of a site in the making, in which a site of an earlier build may lie. What is put into it is compared with what
 * is there, byte by byte, and only what differs is written: most of a build after an edit is files that are there already,
 * and to look at a file costs a tenth of making it with its folder. At the end, nothing is left but what was put.
 */
export class SiteTree {
  readonly folder: string
  /** Files that an earlier build has left, by their path in the folder, with `/`. */
  readonly #left: Set<string>
  /** The same, by their paths in lower case: some disks hold `Late` and `late` for one name. */
  readonly #leftAs: ReadonlyMap<string, string>
  readonly #put = new Set<string>()
  readonly #folders = new Set<string>()

  /** @param folder absolute; made where it is not there */
  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
    this.#left = new Set(this.#plainFiles())
    this.#leftAs = new Map([...this.#left].map((file) => [file.toLowerCase(), file]))
  }

  /** Puts a file into the folder, under its path there, with `/`. */
  put(file: string, content: string | Buffer): void {
    this.keep(file)
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    if (this.#left.has(file) && readFileSync(this.#place(file)).equals(bytes)) return
    this.#makeRoom(file)
    writeFileSync(this.#place(file), bytes)
  }

  /** Says that a file belongs to the site. Who writes it by other means says so, or it is removed at the end. */
  keep(file: string): void {
    this.#put.add(file)
  }

  /** Whether an earlier build has left a file. */
  has(file: string): boolean {
    return this.#left.has(file)
  }

  /** Moves everything that lies in another folder into this one. */
  take(folder: string): void {
    for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!item.isFile()) continue
      const from = path.join(item.parentPath, item.name)
      const file = path.relative(folder, from).split(path.sep).join('/')
      this.keep(file)
      if (this.#left.has(file) && readFileSync(this.#place(file)).equals(readFileSync(from))) continue
      this.#makeRoom(file)
      renameSync(from, this.#place(file))
    }
  }

  /** Removes what an earlier build has left and this one did not put. */
  finish(): void {
    for (const file of [...this.#left]) if (!this.#put.has(file)) this.#remove(file)
  }

  /** Makes the folder of a file, and removes what lies there under its name: another link to the same bytes keeps them. */
  #makeRoom(file: string): void {
    if (this.#left.has(file)) {
      rmSync(this.#place(file))
      return
    }
    const variant = this.#leftAs.get(file.toLowerCase())
    // Where a disk tells the two apart, both may belong to the site.
    if (variant !== undefined && !this.#put.has(variant)) this.#remove(variant)
    for (const parent of foldersAbove(file)) {
      if (this.#left.has(parent)) this.#remove(parent)
    }
    if (lstatSync(this.#place(file), { throwIfNoEntry: false })) {
      // A folder of an earlier build, where now a file has its name.
      rmSync(this.#place(file), { recursive: true })
      for (const other of this.#left) if (other.startsWith(`${file}/`)) this.#left.delete(other)
    }
    const folder = path.dirname(this.#place(file))
    if (this.#folders.has(folder)) return
    mkdirSync(folder, { recursive: true })
    this.#folders.add(folder)
  }

  /** Removes a file that an earlier build has left, and the folders that are then empty. */
  #remove(file: string): void {
    this.#left.delete(file)
    rmSync(this.#place(file), { force: true })
    for (const parent of foldersAbove(file)) {
      try {
        rmdirSync(this.#place(parent))
        this.#folders.delete(this.#place(parent))
      } catch {
        // Something else is in it, or it is gone.
        return
      }
    }
  }

  #place(file: string): string {
    return path.join(this.folder, file)
  }

  /** The files that are there. What is neither a file nor a folder of files was not put there by a build, and goes. */
  #plainFiles(below = ''): string[] {
    return readdirSync(this.#place(below), { withFileTypes: true }).flatMap((item) => {
      const name = `${below}${item.name}`
      const files = item.isDirectory() ? this.#plainFiles(`${name}/`) : item.isFile() ? [name] : []
      if (files.length === 0) rmSync(this.#place(name), { recursive: true })
      return files
    })
  }
}

/** The folders that a file of the site lies in, the nearest first. */
function foldersAbove(file: string): string[] {
  const names = file.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, names.length - index).join('/'))
}
