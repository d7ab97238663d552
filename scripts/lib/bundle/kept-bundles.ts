import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** What a bundle needs to render pages, beside its files. */
export interface BundleFacts {
  /** The module to begin with, in the folder `server/`. */
  entry: string
  /** What Astro has found of each page, by its own key: which style sheets it needs. */
  pages: [key: string, page: unknown][]
  /** What Astro was told to put into every page. */
  scripts: unknown[]
}

export interface Bundle extends BundleFacts {
  /** The folder of its modules, absolute. */
  server: string
  /** The folder of what a site holds whatever its content is: scripts, style sheets, icons. Absolute. */
  site: string
}

interface Seal extends BundleFacts {
  /** The hash of every file, by its path in the folder of the bundle. */
  files: Record<string, string>
}

/** Bundles that are kept, 3 MB each: for branches, and for contents whose modules differ. */
const MAX_BUNDLES = 12
const SEAL = 'seal.json'

/**
 * The bundles that builds have left, each in a folder with the name of its key. A file with the hash of every other one is written
 * last: what was cut short, mixed or changed is no bundle. Whoever builds holds the lock, so nobody else writes here.
 */
export class KeptBundles {
  readonly #folder: string

  /** @param folder absolute */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** @returns `undefined` where there is none that is whole */
  find(key: string): Bundle | undefined {
    const place = path.join(this.#folder, key)
    try {
      const { files, ...facts } = readSeal(key, path.join(place, SEAL))
      if (JSON.stringify(hashesOf(place)) !== JSON.stringify(files)) throw new Error('another file')
      const now = new Date()
      utimesSync(path.join(place, SEAL), now, now)
      return { ...facts, server: path.join(place, 'server'), site: path.join(place, 'site') }
    } catch {
      this.forget(key)
      return undefined
    }
  }

  forget(key: string): void {
    try {
      rmSync(path.join(this.#folder, key), { recursive: true, force: true })
    } catch {
      // Nobody may write here: it is not found either.
    }
  }

  /** A new folder for the files of a bundle, with `server/` and `site/` in it. */
  begin(): string {
    const place = path.join(this.#folder, `${NEW}${randomUUID()}`)
    for (const name of ['server', 'site']) mkdirSync(path.join(place, name), { recursive: true, mode: 0o700 })
    return place
  }

  /** Keeps what lies in a folder that has begun, in the place of what had its key. */
  keep(place: string, key: string, facts: BundleFacts): void {
    const seal: Seal = { ...facts, files: hashesOf(place) }
    const body = JSON.stringify(seal)
    writeFileSync(path.join(place, SEAL), `${hashOf(`${key}\n${body}`)}\n${body}`)
    this.forget(key)
    renameSync(place, path.join(this.#folder, key))
  }

  /** Removes what was begun and never kept, and the bundles that were not used for longest. */
  tidy(): void {
    try {
      const names = readdirSync(this.#folder)
      const ages = new Map(names.map((name) => [name, usedAt(path.join(this.#folder, name))]))
      const whole = names.filter((name) => !name.startsWith(NEW))
      whole.sort((a, b) => (ages.get(b) ?? 0) - (ages.get(a) ?? 0))
      for (const name of [...names.filter((each) => each.startsWith(NEW)), ...whole.slice(MAX_BUNDLES)])
        this.forget(name)
    } catch {
      // It is not there, or nobody may write here.
    }
  }
}

const NEW = 'new-'

function usedAt(place: string): number {
  const seal = path.join(place, SEAL)
  return existsSync(seal) ? lstatSync(seal).mtimeMs : 0
}

function readSeal(key: string, file: string): Seal {
  const text = readFileSync(file, 'utf8')
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  // Under another key, it is not the bundle that it says.
  if (text.slice(0, end) !== hashOf(`${key}\n${body}`)) throw new Error('cut short')
  return JSON.parse(body) as Seal
}

/** The hash of each file below a folder but its seal, in order. A link is none of what was kept. */
function hashesOf(place: string): Record<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => ({
      name: path.relative(place, path.join(item.parentPath, item.name)),
      isFile: item.isFile(),
    }))
    .filter(({ name }) => name !== SEAL)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return Object.fromEntries(
    files.map(({ name, isFile }) => [name, isFile ? hashOf(readFileSync(path.join(place, name))) : '']),
  )
}

function hashOf(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
