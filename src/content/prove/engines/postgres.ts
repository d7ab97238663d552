import type { PGlite } from '@electric-sql/pglite'
import type { Rows } from '../verdict.ts'
import { EngineError, type Engine, type Session } from './engine.ts'

/** The types whose values the library would turn into numbers, dates or objects; text compares between engines. */
const TYPES = [16, 17, 18, 20, 21, 23, 25, 26, 114, 700, 701, 1082, 1083, 1114, 1184, 1186, 1700, 3802]

/** PostgreSQL as WebAssembly in this process: no server, no file of the machine, no network. */
export class Postgres implements Engine {
  readonly name = 'postgresql'
  version = ''
  readonly #database: PGlite

  private constructor(database: PGlite) {
    this.#database = database
  }

  /** Takes about 3 s. @throws the import's error where the optional dependency is not installed */
  static async open(): Promise<Postgres> {
    const { PGlite } = await import('@electric-sql/pglite')
    const parsers = Object.fromEntries(TYPES.map((type) => [type, (value: string) => value]))
    const engine = new Postgres(await PGlite.create({ parsers }))
    const rows = await engine.statement('SHOW server_version')
    engine.version = /^[\d.]+/.exec(rows?.rows[0]?.[0] ?? '')?.[0] ?? ''
    await engine.reset()
    return engine
  }

  get label(): string {
    return `PostgreSQL ${this.version}`
  }

  async reset({ zone = 'UTC' }: Session = {}): Promise<void> {
    // A block may have left a transaction open.
    await this.#database.exec('ROLLBACK')
    await this.#database.exec('DISCARD ALL')
    await this.#database.exec('SET client_min_messages = error')
    await this.#database.exec('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public')
    await this.#database.exec(`SET TimeZone = '${zone}'`)
  }

  async statement(sql: string): Promise<Rows | undefined> {
    try {
      const results = await this.#database.exec(sql, { rowMode: 'array' })
      const last = results.at(-1)
      if (!last || last.fields.length === 0) return undefined
      return {
        columns: last.fields.map(({ name }) => name),
        rows: last.rows.map((row) => Object.values(row).map(toText)),
      }
    } catch (error) {
      throw new EngineError(error instanceof Error ? error.message : String(error))
    }
  }

  async close(): Promise<void> {
    await this.#database.close()
  }
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
