import { DuckDBInstance, ResultReturnType } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'

/** An embedded database in memory, in UTC, that runs a page's SQL as a reader would. */
export class Warehouse {
  readonly #connection: DuckDBConnection

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  static async open(setup: string): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
    const warehouse = new Warehouse(await instance.connect())
    await warehouse.run(`SET TimeZone = 'UTC'; ${setup}`)
    return warehouse
  }

  /**
   * Runs every statement, in order.
   * @returns the rows of the last one that answers with rows, as CSV with a header line; empty where none does
   */
  async run(sql: string): Promise<string> {
    const statements = await this.#connection.extractStatements(sql)
    let csv = ''
    for (let index = 0; index < statements.count; index += 1) {
      const prepared = await statements.prepare(index)
      const reader = await prepared.runAndReadAll()
      if (reader.returnType === ResultReturnType.QUERY_RESULT) {
        csv = toCsv([reader.deduplicatedColumnNames(), ...reader.getRowsJson()])
      }
    }
    return csv
  }

  /** What is wrong with the grammar of a text; tables and columns need not exist. */
  async parseProblem(sql: string): Promise<string | undefined> {
    try {
      await this.#connection.extractStatements(sql)
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  /** What every table holds, in an order of its own, so that two states can be compared. */
  async state(): Promise<Record<string, string>> {
    const reader = await this.#connection.runAndReadAll(
      'SELECT table_name FROM duckdb_tables() ORDER BY table_name',
    )
    const state: Record<string, string> = {}
    for (const row of reader.getRowsJson()) {
      const table = String(row[0])
      state[table] = await this.run(`SELECT * FROM "${table}" ORDER BY ALL`)
    }
    return state
  }

  close(): void {
    this.#connection.closeSync()
  }
}

function toCsv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\n`).join('')
}

/** NULL is an empty cell, an empty text is `""`. */
function toCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '' || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
