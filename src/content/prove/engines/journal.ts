import { onlyReads } from '../reads.ts'
import { bare } from '../split-sql.ts'

/** A statement of the open transaction. */
interface Step {
  sql: string
  /** The name, where it makes a savepoint. */
  savepoint?: string
}

/** What ends with its transaction, and is an error outside of one. */
const ONLY_INSIDE = /^\s*(?:savepoint|release|lock|declare|fetch|move|close)\b/i
const ROLLBACK_TO =
  /^\s*(?:rollback|abort)\s+(?:(?:work|transaction)\s+)?to\s+(?:savepoint\s+)?("[^"]+"|\w+)/i
const CHAINS = /\band\s+chain\b/i

/** What a database has done since it was emptied, so that one that had to be ended can be brought back to the same state. */
export class Journal {
  #done: string[] = []
  /** The open transaction, from its `BEGIN`; `undefined` where none is open. */
  #open: Step[] | undefined
  /** Whether a statement of the open transaction has failed: only what a savepoint keeps can still be kept. */
  #hasFailed = false
  /** Functions may write, whatever the query looks like that calls them. */
  #hasFunctions = false

  clear(): void {
    this.#done = []
    this.#hasFunctions = false
    this.#end()
  }

  /** A statement has ended well. */
  add(sql: string): void {
    const code = bare(sql)
    switch (/\w+/.exec(code)?.[0].toUpperCase()) {
      case 'BEGIN':
      case 'START':
        this.#open ??= [{ sql }]
        break
      case 'COMMIT':
      case 'END':
        if (!this.#hasFailed) this.#keep()
        this.#end(CHAINS.test(code))
        break
      case 'ROLLBACK':
      case 'ABORT':
        this.#rollBack(code)
        break
      case 'SAVEPOINT':
        this.#open?.push({ sql, savepoint: nameIn(code, /savepoint\s+("[^"]+"|\w+)/i) })
        break
      case 'RELEASE':
        this.#release(nameIn(code, /release\s+(?:savepoint\s+)?("[^"]+"|\w+)/i))
        break
      default:
        this.#addOther(sql, code)
    }
  }

  /** A statement has failed: nothing of the open transaction will be kept that is after its last savepoint. */
  fail(): void {
    this.#hasFailed = this.#open !== undefined
  }

  /** The statements that lead to the state before the open transaction. */
  get committed(): readonly string[] {
    return this.#done
  }

  /** The statements of the open transaction, from its `BEGIN`; `undefined` where none is open. */
  get open(): readonly string[] | undefined {
    return this.#open?.map(({ sql }) => sql)
  }

  #addOther(sql: string, code: string): void {
    if (/^\s*create\b[^(]*\b(?:function|procedure)\b/i.test(code)) this.#hasFunctions = true
    if (onlyReads(sql) && !this.#hasFunctions) return
    if (this.#open) this.#open.push({ sql })
    else this.#done.push(sql)
  }

  #keep(): void {
    const [, ...steps] = this.#open ?? []
    this.#done.push(...steps.map(({ sql }) => sql).filter((sql) => !ONLY_INSIDE.test(bare(sql))))
  }

  #end(isChained = false): void {
    this.#open = isChained ? [{ sql: 'BEGIN' }] : undefined
    this.#hasFailed = false
  }

  #rollBack(code: string): void {
    if (!ROLLBACK_TO.test(code)) {
      this.#end(CHAINS.test(code))
      return
    }
    const place = this.#placeOf(nameIn(code, ROLLBACK_TO))
    if (this.#open && place >= 0) this.#open.length = place + 1
    this.#hasFailed = false
  }

  /** The savepoint and those after it are gone, and what was done since stays. */
  #release(name: string): void {
    const place = this.#placeOf(name)
    if (place >= 0)
      this.#open = this.#open?.filter(({ savepoint }, index) => index < place || savepoint === undefined)
  }

  #placeOf(name: string): number {
    return this.#open?.findLastIndex(({ savepoint }) => savepoint === name) ?? -1
  }
}

/** A name as the database compares it. */
function nameIn(code: string, pattern: RegExp): string {
  const name = pattern.exec(code)?.[1] ?? ''
  return name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase()
}
