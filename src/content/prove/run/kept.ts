import type { Fix, Plan } from '../../facts/proofs/plan.ts'
import type { Base } from '../../facts/proofs/data-set.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { bare, statements } from '../split-sql.ts'
import { hangsOnValues } from './block-sql.ts'
import { allParts, rollBack } from './fix.ts'
import { rowsAreKnown, rowsAreUnknown, tablesOf } from './state.ts'

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
  /** The fixes that were run on it. */
  done: string
  shape: string
  tables: readonly string[]
}

const namesOf = (fixes: readonly Fix[]): string => fixes.map(({ name }) => name).join(' ')

const keptIn = new WeakMap<Engine, Kept>()

/** Statements that change rows, or tables that the shape shows. After any other one, everything is loaded again. */
const KNOWN =
  /^\s*\(*\s*(?:select|with|values|from|table|show|insert|update|delete|truncate|begin|start|commit|end|rollback|abort|savepoint|release|create\s+table|drop\s+table)\b/i

/** Copies the rows of what was just loaded, so that they can be put back: loading them takes ten times as long. */
export async function keep(engine: Engine, plan: Plan, base: Base, fixes: readonly Fix[]): Promise<void> {
  forget(engine)
  if (!isPlain(plan)) return
  const tables = await tablesOf(engine)
  const copies = tables.map((name, place) => `CREATE TABLE ${copyOf(place)} AS SELECT * FROM "${name}"`)
  for (const sql of [`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`, `CREATE SCHEMA ${SCHEMA}`, ...copies])
    await engine.statement(sql)
  keptIn.set(engine, { plan, base, done: namesOf(fixes), shape: await shapeOf(engine), tables })
  rowsAreKnown(engine)
}

/** @returns whether the engine now holds what was asked for; otherwise it has to be loaded */
export async function putBack(
  engine: Engine,
  plan: Plan,
  base: Base,
  fixes: readonly Fix[],
): Promise<boolean> {
  const kept = keptIn.get(engine)
  if (kept?.plan !== plan || kept.base !== base || kept.done !== namesOf(fixes)) return false
  await rollBack(engine)
  try {
    if (!(await hasShape(engine, kept))) return false
    const isThroughView = (await viewsOf(engine)).some((name) => engine.touched.isTarget(name))
    for (const [place, name] of kept.tables.entries())
      if (isThroughView || engine.touched.has(name))
        for (const sql of [
          `TRUNCATE TABLE "${name}"`,
          `INSERT INTO "${name}" SELECT * FROM ${copyOf(place)}`,
        ])
          await engine.statement(sql)
    engine.touched.clear()
    return true
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return false
  }
}

/** What the engine holds is not what was kept: it has been emptied and filled with something else. */
export function forget(engine: Engine): void {
  keptIn.delete(engine)
  rowsAreUnknown(engine)
}

/** Whether every table and view looks as it did, after the tables are gone that a block has made. */
async function hasShape(engine: Engine, { shape, tables }: Kept): Promise<boolean> {
  if ((await shapeOf(engine)) === shape) return true
  const made = (await tablesOf(engine)).filter((name) => !tables.includes(name))
  for (const name of made) await engine.statement(`DROP TABLE "${name}"`)
  return made.length > 0 && (await shapeOf(engine)) === shape
}

async function viewsOf(engine: Engine): Promise<string[]> {
  const names = await engine.statement(
    "SELECT table_name FROM information_schema.views WHERE table_schema IN ('main', 'public')",
  )
  return (names?.rows ?? []).map(([name]) => name ?? '')
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
