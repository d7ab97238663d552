import type { Plan } from '../../facts/proofs/plan.ts'
import type { Base } from '../../facts/proofs/data-set.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { bare, statements } from '../split-sql.ts'
import { hangsOnValues } from './block-sql.ts'
import { allParts, rollBack } from './fix.ts'
import { tablesOf } from './state.ts'

/**
 * Beside the schema that blocks see, and left out of what a trial compares. The copies have names of their own: a block may
 * ask for the columns of a table by its name.
 */
const SCHEMA = 'kept_by_prove'
const copyOf = (place: number): string => `${SCHEMA}.rows_${String(place)}`

/** What an engine was last filled with, in the usual session, and how its tables looked then. */
interface Kept {
  plan: Plan
  base: Base
  shape: string
  tables: readonly string[]
}

const keptIn = new WeakMap<Engine, Kept>()

/** Statements that change rows, or tables that the shape shows. After any other one, everything is loaded again. */
const KNOWN =
  /^\s*\(*\s*(?:select|with|values|from|table|show|insert|update|delete|truncate|begin|start|commit|end|rollback|abort|savepoint|release|create\s+table|drop\s+table)\b/i

/** Copies the rows of what was just loaded, so that they can be put back: loading them takes ten times as long. */
export async function keep(engine: Engine, plan: Plan, base: Base): Promise<void> {
  forget(engine)
  if (!isPlain(plan)) return
  const tables = await tablesOf(engine)
  const copies = tables.map((name, place) => `CREATE TABLE ${copyOf(place)} AS SELECT * FROM "${name}"`)
  for (const sql of [`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`, `CREATE SCHEMA ${SCHEMA}`, ...copies])
    await engine.statement(sql)
  keptIn.set(engine, { plan, base, shape: await shapeOf(engine), tables })
}

/** @returns whether the engine now holds what was asked for; otherwise it has to be loaded */
export async function putBack(engine: Engine, plan: Plan, base: Base): Promise<boolean> {
  const kept = keptIn.get(engine)
  if (kept?.plan !== plan || kept.base !== base) return false
  await rollBack(engine)
  try {
    if ((await shapeOf(engine)) !== kept.shape) return false
    for (const [place, name] of kept.tables.entries())
      for (const sql of [`TRUNCATE TABLE "${name}"`, `INSERT INTO "${name}" SELECT * FROM ${copyOf(place)}`])
        await engine.statement(sql)
    return true
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return false
  }
}

/** What the engine holds is not what was kept: it has been emptied and filled with something else. */
export function forget(engine: Engine): void {
  keptIn.delete(engine)
}

/** Every table and view with its columns, temporary ones too. */
async function shapeOf(engine: Engine): Promise<string> {
  const columns = await engine.statement(
    `SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns
     WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY 1, 2, ordinal_position`,
  )
  return JSON.stringify(columns?.rows)
}

/** Whether nothing that the plan runs can change anything but rows and tables: no view, setting, function or type. */
function isPlain({ rehearsal, setup, reading, fixes, cases }: Plan): boolean {
  if (setup.some(hangsOnValues)) return false
  const blocks = [...reading, ...fixes.flatMap(allParts)].map(({ written }) => written)
  const all = [...blocks, ...cases.map(({ sql }) => sql), rehearsal.fault]
  return all.every((sql) => statements(sql).every((statement) => KNOWN.test(bare(statement))))
}
