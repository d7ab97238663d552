import type { WarehouseTable } from '../../model/table.ts'
import type { Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import { EngineError, type Engine } from '../engines/index.ts'
import { onlyReads } from '../reads.ts'
import type { Wrong } from '../results.ts'
import { statements } from '../split-sql.ts'
import { createTable, insertRows, type Row } from '../tables.ts'
import { named } from '../verdict.ts'
import { load, rowsOf } from './load.ts'
import { answerOf, type Reader } from './reading.ts'

/** Enough to bring tens of rows down to a few; each try takes some milliseconds. */
const MAX_TRIES = 120

type Rows = ReadonlyMap<string, readonly Row[]>

/**
 * The smallest data set that shows a block's wrong answer, as SQL to paste: rows of the base are left out while the block
 * still answers the base and the change as it did, and the change still changes something.
 */
export async function shrink(
  engine: Engine,
  plan: Plan,
  reader: Reader,
  wrong: Wrong,
): Promise<string | undefined> {
  const { base, sql } = wrong.set
  if (base === undefined || sql.length === 0) return undefined
  await load(engine, plan, base)
  const all = await rowsOf(engine, plan)
  const wanted = await tryRows(engine, plan, reader, all, sql)
  if (wanted === undefined) return undefined
  let kept: Rows = all
  let tries = 0
  for (const { name } of plan.rehearsal.tables) {
    for (
      let size = Math.ceil((kept.get(name)?.length ?? 0) / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let start = 0; start < (kept.get(name)?.length ?? 0) && tries < MAX_TRIES;) {
        const rows = kept.get(name) ?? []
        const fewer = new Map(kept).set(name, [...rows.slice(0, start), ...rows.slice(start + size)])
        tries += 1
        if ((await tryRows(engine, plan, reader, fewer, sql)) === wanted) kept = fewer
        else start += size
      }
    }
  }
  return pasteable(plan, reader, kept, sql)
}

/** The answers before and after the change in one text; `undefined` where the change does nothing or cannot be made. */
async function tryRows(
  engine: Engine,
  plan: Plan,
  { block }: Reader,
  rows: Rows,
  change: readonly string[],
): Promise<string | undefined> {
  const query = sqlOf(block, plan.rehearsal)
  // It is asked twice in one transaction, and the second time it would find what it has made.
  if (!onlyReads(query)) return undefined
  await engine.statement('BEGIN')
  try {
    for (const table of plan.rehearsal.tables) {
      await engine.statement(`DELETE FROM ${table.name}`)
      const insert = insertRows(table, rows.get(table.name) ?? [])
      if (insert !== '') await engine.statement(insert)
    }
    const before = await answerOf(engine, block, query)
    if (before.kind === 'error') return undefined
    const state = await fingerprint(engine, plan.rehearsal.tables)
    for (const sql of change) for (const one of statements(sql)) await engine.statement(one)
    if ((await fingerprint(engine, plan.rehearsal.tables)) === state) return undefined
    return `${named(before)} ${named(await answerOf(engine, block, query))}`
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return undefined
  } finally {
    await engine.statement('ROLLBACK')
  }
}

async function fingerprint(engine: Engine, tables: readonly WarehouseTable[]): Promise<string> {
  const parts: string[] = []
  for (const { name } of tables) {
    const rows = await engine.statement(`SELECT * FROM ${name}`)
    parts.push(JSON.stringify((rows?.rows ?? []).map((row) => JSON.stringify(row)).sort()))
  }
  return parts.join('\n')
}

function pasteable(plan: Plan, { block }: Reader, rows: Rows, change: readonly string[]): string {
  const { tables } = plan.rehearsal
  const parts = [
    ...tables.map(createTable),
    ...tables.map((table) => insertRows(table, rows.get(table.name) ?? [])).filter((sql) => sql !== ''),
    ...plan.setup.flatMap((each) => statements(sqlOf(each, plan.rehearsal))),
    ...change.map((sql, index) => (index === 0 ? `-- What is wrong with these data:\n${sql}` : sql)),
    ...statements(sqlOf(block, plan.rehearsal)).map((sql, index) =>
      index === 0 ? `-- The block:\n${sql}` : sql,
    ),
  ]
  return parts.map((sql) => `${sql.trim().replace(/;$/, '')};`).join('\n')
}
