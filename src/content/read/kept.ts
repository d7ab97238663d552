import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Letters that stay of what a process had no use for: another branch may have. */
const MAX_OTHER = 4_000_000

/**
 * What was worked out before, kept in a file for the next process. A key names all that a value follows from, but for the code;
 * what other code has kept, and a file that is not as it was written, is not there.
 */
export class Kept {
  readonly #file: string
  readonly #version: string
  readonly #versionNow: () => string
  /** What the file holds, as far as this process knows. */
  #before: ReadonlyMap<string, string> = new Map()
  #stamp = ''
  /** Asked for or added by this process, as JSON. */
  readonly #now = new Map<string, string>()
  #hasNew = false
  readonly #isOne: boolean
  #large: Kept | undefined

  /**
   * @param file it need not be there, and nobody misses it where it cannot be written
   * @param version of the code and of whatever it runs on, as it is now
   * @param isOne whether only the last thing is kept
   * @param known the version as it was when the process began, where somebody has asked already: it takes reading all code
   */
  constructor(file: string, version: () => string, isOne = false, known = version()) {
    this.#file = file
    this.#version = known
    this.#versionNow = version
    this.#isOne = isOne
    this.#look()
  }

  /** A file beside this one for the one thing that is large: who does not ask for it does not read it. */
  get large(): Kept {
    return (this.#large ??= new Kept(`${this.#file}.large`, this.#versionNow, true, this.#version))
  }

  /** @returns `undefined` for what is not known */
  get(key: string): unknown {
    let known = this.#now.get(key) ?? this.#before.get(key)
    if (known === undefined && this.#look()) known = this.#before.get(key)
    if (known === undefined) return undefined
    this.#now.set(key, known)
    return JSON.parse(known)
  }

  /** @param value what JSON can hold */
  set(key: string, value: unknown): void {
    if (this.#isOne) this.#now.clear()
    this.#now.set(key, JSON.stringify(value))
    this.#hasNew = true
  }

  /** Writes what is new, whole or not at all: another process may read or write the same file now. */
  save(): void {
    this.#large?.save()
    if (!this.#hasNew || !this.#isStillThisCode()) return
    const own = `${this.#file}.${String(process.pid)}`
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      // What another process has added meanwhile stays.
      this.#look()
      const body = this.#lines().join('\n')
      // For its owner alone: it repeats words of the content.
      writeFileSync(own, `${this.#head(body)}\n${body}`, { mode: 0o600 })
      renameSync(own, this.#file)
      this.#hasNew = false
    } catch {
      // The next process works it out again.
      removeQuietly(own)
    }
  }

  /** Who edits the code while it runs does not know which of both has found what. */
  #isStillThisCode(): boolean {
    try {
      return this.#versionNow() === this.#version
    } catch {
      return false
    }
  }

  /** What this process needed, and something of the rest. */
  #lines(): string[] {
    const lines = [...this.#now].map(([key, value]) => `${key} ${value}`)
    let left = this.#isOne ? 0 : MAX_OTHER
    for (const [key, value] of this.#before) {
      if (this.#now.has(key)) continue
      left -= key.length + value.length
      if (left < 0) break
      lines.push(`${key} ${value}`)
    }
    return lines
  }

  /** Reads the file again where another process has written it, and says so. */
  #look(): boolean {
    const stamp = stampOf(this.#file)
    if (stamp === this.#stamp) return false
    this.#stamp = stamp
    this.#before = this.#read()
    return true
  }

  #read(): Map<string, string> {
    try {
      const text = readFileSync(this.#file, 'utf8')
      const end = text.indexOf('\n')
      const body = text.slice(end + 1)
      if (text.slice(0, end) !== this.#head(body)) return new Map()
      return new Map(
        body.split('\n').map((line): [string, string] => {
          const blank = line.indexOf(' ')
          return [line.slice(0, blank), line.slice(blank + 1)]
        }),
      )
    } catch {
      return new Map()
    }
  }

  #head(body: string): string {
    return digest(this.#version, body)
  }
}

/** What changes when a file is written; empty where it is not there, or nobody may look. */
function stampOf(file: string): string {
  try {
    const { ino, mtimeMs } = statSync(file)
    return `${String(ino)} ${String(mtimeMs)}`
  } catch {
    return ''
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It was never there.
  }
}

/** A key of several texts; another one where any of them differs. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${String(text.length)} `).update(text)
  return hash.digest('hex')
}

const shared = globalThis as { watchbookKept?: Kept | undefined }

/**
 * What the commands of this process keep; `undefined` where nothing is kept. Bundled pages are another instance of this module
 * than the command is, and ask for the same.
 */
export function kept(): Kept | undefined {
  return shared.watchbookKept
}

/** From now on, this process keeps what it works out there. */
export function keepIn(store: Kept | undefined): void {
  shared.watchbookKept = store
}
