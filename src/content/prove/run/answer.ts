import type { Words } from '../../read/proof.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { statements } from '../split-sql.ts'
import { failed, judge, type Answer, type Rows } from '../verdict.ts'

/** Runs every statement of a text. @returns the rows of the last one that answers with rows */
export async function runAll(engine: Engine, sql: string): Promise<Rows | undefined> {
  let last: Rows | undefined
  for (const statement of statements(sql)) last = (await engine.statement(statement)) ?? last
  return last
}

/** What a block says on the data that are loaded. An error of the engine is an answer too. */
export async function ask(engine: Engine, sql: string, words: Words): Promise<Answer> {
  try {
    return judge(await runAll(engine, sql), words)
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return failed(error)
  }
}
