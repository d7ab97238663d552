import type { EngineName } from '../../read/proof.ts'
import type { Rows } from '../verdict.ts'
import type { Touched } from './touched.ts'

/** How a session is set up; left out, it is UTC and one thread. */
export interface Session {
  zone?: string
  /** DuckDB only. */
  threads?: number
}

/** A database in memory that cannot reach a file, the network or the environment. */
export interface Engine {
  name: EngineName
  /** As marks name it: `DuckDB 1.5.6`. */
  label: string
  version: string
  /** What may have changed since the rows of all tables were known. */
  readonly touched: Touched
  /** Empties the database and sets up the session again. */
  reset(session?: Session): Promise<void>
  /**
   * Runs one statement.
   * @returns its rows, every value as text; `undefined` for a statement that answers with none
   * @throws EngineError with the engine's own message
   */
  statement(sql: string): Promise<Rows | undefined>
  close(): Promise<void>
}

/** What an engine says against a statement: a mistake in the SQL, or data that it refuses. */
export class EngineError extends Error {
  override name = 'EngineError'
}

/** A statement that took too long and was stopped: of a block that is typed at night, that is no answer. */
export class EngineTimeout extends EngineError {
  override name = 'EngineTimeout'

  constructor(seconds: number) {
    super(`It did not end within ${String(seconds)} s and was stopped.`)
  }
}

/** A statement after which the session says nothing any more. It was made anew: silence of one block is not that of the next. */
export class EngineLost extends EngineError {
  override name = 'EngineLost'

  constructor() {
    super('It ended the session, as COPY with PROGRAM does: no program can be started here.')
  }
}

/** Longer than any block may compute on a few rows; a query that never ends is stopped, and that is a wrong answer. */
export const STATEMENT_SECONDS = 10
