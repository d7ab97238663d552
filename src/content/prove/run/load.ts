import type { Base } from '../../facts/proofs/data-set.ts'
import { EngineError, type Engine, type Session } from '../engines/index.ts'
import type { Fix, Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import { createTable, type Row } from '../tables.ts'
import { runAll } from './answer.ts'
import { runFix } from './fix.ts'
import { forget, keep, putBack } from './kept.ts'

/** Data of a rehearsal that an engine does not take. */
export class DataError extends Error {
  override name = 'DataError'
}

/**
 * Fills an engine with a rehearsal's tables and data, and makes the views that its blocks read.
 *
 * @param fixes are run on it, whether they refuse or not
 */
export async function load(
  engine: Engine,
  plan: Plan,
  base: Base,
  session?: Session,
  fixes: readonly Fix[] = [],
): Promise<void> {
  if (session === undefined && (await putBack(engine, plan, base, fixes))) return
  await fill(engine, plan, base, session)
  for (const fix of fixes) await runFix(engine, fix, plan.rehearsal)
  // A session of its own is set up for what is run in it, and not asked for again: its copies would be made for nothing.
  if (session === undefined) await keep(engine, plan, base, fixes)
  else forget(engine)
}

/** The same, always anew, and nothing is kept beside it: for people who look into the database. */
export async function fill(engine: Engine, plan: Plan, base: Base, session?: Session): Promise<void> {
  const { rehearsal, setup } = plan
  await engine.reset(session)
  const step = async (what: string, sql: string) => {
    try {
      await runAll(engine, sql)
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      throw new DataError(`${engine.label} does not take ${what} of "${rehearsal.name}": ${error.message}`)
    }
  }
  for (const table of rehearsal.tables) await step(`the table ${table.name}`, createTable(table))
  await step('healthy.sql', rehearsal.healthy)
  if (base !== 'healthy') await step('fault.sql', rehearsal.fault)
  // A server collects by itself what PostgreSQL plans by; without it a query of a few rows may take ten times as long.
  if (engine.name === 'postgresql')
    for (const { name } of rehearsal.tables) await step(`statistics of ${name}`, `ANALYZE ${name}`)
  for (const block of setup) await step(`the setup block ${block.id}`, sqlOf(block, rehearsal))
  if (base !== 'fixed') return
  for (const name of rehearsal.file.repair ?? []) {
    const fix = plan.fixes.find((each) => each.name === name)
    if (!fix) continue
    const { outcome, why } = await runFix(engine, fix, rehearsal)
    if (outcome !== 'done')
      throw new DataError(
        `The fix "${name}" refuses to repair the planted fault of "${rehearsal.name}": ${why}`,
      )
  }
}

/** The rows of the rehearsal's tables, as text, in the order in which they are stored. */
export async function rowsOf(engine: Engine, plan: Plan): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>()
  for (const { name, columns } of plan.rehearsal.tables) {
    const list = columns.map((column) => `CAST(${column.name} AS VARCHAR) AS ${column.name}`).join(', ')
    const rows = await engine.statement(`SELECT ${list} FROM ${name}`)
    found.set(
      name,
      (rows?.rows ?? []).map((row) =>
        Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null])),
      ),
    )
  }
  return found
}
