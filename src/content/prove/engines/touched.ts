import { onlyReads } from '../reads.ts'
import { bare, identifiers } from '../split-sql.ts'

const TARGET =
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+"?(\w+)/gi

/** The names in all that may have changed a database since this was last cleared: the other tables need not be looked at. */
export class Touched {
  readonly #names = new Set<string>()
  readonly #targets = new Set<string>()
  #isUnknown = false

  /** A statement is going to be run, whether it ends well or not. */
  note(sql: string): void {
    if (this.#isUnknown || onlyReads(sql)) return
    for (const name of identifiers(sql)) this.#names.add(name)
    for (const [, name = ''] of bare(sql).matchAll(TARGET)) this.#targets.add(name.toLowerCase())
  }

  /** From now on, until it is cleared, anything may have changed. */
  loseTrack(): void {
    this.#isUnknown = true
  }

  clear(): void {
    this.#names.clear()
    this.#targets.clear()
    this.#isUnknown = false
  }

  /** Whether a table of this name was in any statement that did more than read. */
  has(name: string): boolean {
    return this.#isUnknown || this.#names.has(name.toLowerCase())
  }

  /** Whether rows were written through a view of this name: into which tables, the statement does not say. */
  isTarget(name: string): boolean {
    return this.#isUnknown || this.#targets.has(name.toLowerCase())
  }
}
