import { onlyReads } from '../reads.ts'
import { bare, statements } from '../split-sql.ts'

/** What PREPARE takes. A block that is asked on many data sets is read and planned once. */
const PREPARED = /^\s*\(*\s*(?:select|with|values)\b/i
/** What leaves tables, views and settings as they are, so that a query means what it meant. */
const KEEPS_MEANING =
  /^\s*\(*\s*(?:select|with|values|table|insert|update|delete|merge|truncate|analyze|begin|start|commit|end|rollback|abort|savepoint|release)\b/i
/** A query that makes a table or a setting. */
const SETS = /(?<!insert\s)(?<!merge\s)\binto\b|\bset_config\b/i
const BEGINS = /^\s*(?:begin|start)\b/i
const ENDS = /^\s*(?:(?:commit|end)\b|(?:rollback|abort)\s*(?:work|transaction)?\s*$)/i
/** Constants that PostgreSQL reads when it reads the query, not when it runs it. */
const READ_EARLY = /'\s*(?:now|today|tomorrow|yesterday)\s*'/i

/**
 * The queries of a PostgreSQL session that are prepared. A prepared query is another one where a table has another column,
 * or a name means another table: then all are forgotten, and in a transaction that can still be rolled back each is sent as
 * it is.
 */
export class Prepared {
  readonly #names = new Map<string, string>()
  readonly #seen = new Set<string>()
  #count = 0
  #isInTransaction = false
  /** Whether the open transaction has done more than read and write rows. */
  #isUnsure = false

  /** The session was set up again, and knows nothing any more. */
  clear(): void {
    this.#forget()
    this.#isInTransaction = false
    this.#isUnsure = false
  }

  /**
   * What is sent for a statement. A query is prepared the second time that it is asked.
   *
   * @returns the text, and what to call when PostgreSQL has taken it
   */
  textOf(sql: string): { text: string; taken?: () => void } {
    const name = this.#names.get(sql)
    if (this.#isUnsure || !canPrepare(sql)) return { text: sql }
    if (name !== undefined) return { text: `EXECUTE ${name}` }
    if (!this.#seen.has(sql)) return { text: sql, taken: () => this.#seen.add(sql) }
    this.#count += 1
    const made = `prove_${String(this.#count)}`
    return { text: `PREPARE ${made} AS ${sql}\n; EXECUTE ${made}`, taken: () => this.#names.set(sql, made) }
  }

  /** A statement is going to be run, whether it ends well or not. */
  note(sql: string): void {
    for (const code of statements(sql).map(bare)) {
      if (BEGINS.test(code)) this.#isInTransaction = true
      else if (ENDS.test(code)) this.#end(/^\s*(?:commit|end)\b/i.test(code))
      else if (!KEEPS_MEANING.test(code) || SETS.test(code)) {
        if (this.#isInTransaction) this.#isUnsure = true
        else this.#forget()
      }
    }
  }

  #end(isKept: boolean): void {
    if (isKept && this.#isUnsure) this.#forget()
    this.#isInTransaction = false
    this.#isUnsure = false
  }

  #forget(): void {
    this.#names.clear()
    this.#seen.clear()
  }
}

function canPrepare(sql: string): boolean {
  return statements(sql).length === 1 && PREPARED.test(bare(sql)) && onlyReads(sql) && !READ_EARLY.test(sql)
}
