import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Notes that are kept: of some branches, of some days. */
const MAX_NOTES = 20

/**
 * The contents that have passed the check, kept in a file for the next process: a client starts the server anew for each of its
 * sessions, and the check takes most of the time until the first answer.
 */
export class PassedChecks {
  readonly #file: string
  readonly #codeHash: () => string

  /**
   * @param file what is noted; it need not be there, and nobody misses it where it cannot be written
   * @param codeHash of the code that checks: another one may find more
   */
  constructor(file: string, codeHash: () => string) {
    this.#file = file
    this.#codeHash = codeHash
  }

  /**
   * @param hash of all files of the content
   * @param today `YYYY-MM-DD`: what is due depends on it
   */
  has(hash: string, today: string): boolean {
    const notes = this.#read()
    // The code is only read where there is something to compare.
    if (notes.length === 0) return false
    const note = this.#note(hash, today)
    return note !== undefined && notes.includes(note)
  }

  add(hash: string, today: string): void {
    const note = this.#note(hash, today)
    if (note === undefined) return
    const notes = [note, ...this.#read().filter((each) => each !== note)].slice(0, MAX_NOTES)
    const own = `${this.#file}.${String(process.pid)}`
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      // Whole or not at all: another server may read or write it now.
      writeFileSync(own, `${notes.join('\n')}\n`)
      renameSync(own, this.#file)
    } catch {
      // The next process checks again.
    }
  }

  /** `undefined` where nobody knows which code it is: not every installer leaves a mark of what it has installed. */
  #note(hash: string, today: string): string | undefined {
    try {
      return createHash('sha256')
        .update([process.version, this.#codeHash(), hash, today].join('\0'))
        .digest('hex')
    } catch {
      return undefined
    }
  }

  #read(): string[] {
    try {
      return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean)
    } catch {
      return []
    }
  }
}
