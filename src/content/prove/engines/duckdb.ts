import type * as DuckDbLibrary from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Rows } from '../verdict.ts'
import { EngineError, EngineTimeout, STATEMENT_SECONDS, type Engine, type Session } from './engine.ts'
import { watch } from './time-limit.ts'
import { Touched } from './touched.ts'

type Library = typeof DuckDbLibrary

/** What a block may not do: read or write files, load extensions. */
const CLOSED = {
  enable_external_access: 'false',
  autoload_known_extensions: 'false',
  autoinstall_known_extensions: 'false',
  memory_limit: '1GB',
}

/** DuckDB in this process. Each reset is a new instance: it takes about 12 ms, and nothing of the last one is left. */
export class DuckDb implements Engine {
  readonly name = 'duckdb'
  version = ''
  readonly touched = new Touched()
  readonly #library: Library
  #instance: DuckDBInstance | undefined
  #connection: DuckDBConnection | undefined

  readonly #seconds: number

  private constructor(library: Library, seconds: number) {
    this.#library = library
    this.#seconds = seconds
  }

  /**
   * @param seconds how long a statement may take before it is interrupted
   * @throws the import's error where the optional dependency is not installed
   */
  static async open(seconds = STATEMENT_SECONDS): Promise<DuckDb> {
    const engine = new DuckDb(await import('@duckdb/node-api'), seconds)
    await engine.reset()
    const rows = await engine.statement('SELECT version()')
    engine.version = (rows?.rows[0]?.[0] ?? '').replace(/^v/, '')
    return engine
  }

  get label(): string {
    return `DuckDB ${this.version}`
  }

  async reset({ zone = 'UTC', threads = 1 }: Session = {}): Promise<void> {
    await this.close()
    this.touched.loseTrack()
    this.#instance = await this.#library.DuckDBInstance.create(':memory:', {
      ...CLOSED,
      threads: String(threads),
    })
    this.#connection = await this.#instance.connect()
    await this.#connection.run(`SET TimeZone = '${zone}'`)
    await this.#connection.run('SET lock_configuration = true')
  }

  async statement(sql: string): Promise<Rows | undefined> {
    const connection = this.#connection
    if (!connection) throw new EngineError('The engine is closed.')
    this.touched.note(sql)
    let isStopped = false
    const endWatch = watch(this.#seconds, () => {
      isStopped = true
      connection.interrupt()
    })
    try {
      const reader = await connection.runAndReadAll(sql)
      if (reader.returnType !== this.#library.ResultReturnType.QUERY_RESULT) return undefined
      const rows = reader.getRowsJson().map((row) => row.map(toText))
      return { columns: reader.deduplicatedColumnNames(), rows }
    } catch (error) {
      if (isStopped) throw new EngineTimeout(this.#seconds)
      throw new EngineError(error instanceof Error ? error.message : String(error))
    } finally {
      endWatch()
    }
  }

  close(): Promise<void> {
    this.#connection?.closeSync()
    this.#instance?.closeSync()
    this.#connection = undefined
    this.#instance = undefined
    return Promise.resolve()
  }
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
