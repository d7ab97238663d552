import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/content/facts/proofs/plan.ts'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import type { Engine } from '../../../src/content/prove/engines/engine.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'
import { fill, load } from '../../../src/content/prove/run/load.ts'
import { stateOf } from '../../../src/content/prove/run/state.ts'
import { workspace } from './workspace.ts'

/** What somebody may do to the database between two loads of one data set. */
const DEEDS: readonly [string, string[]][] = [
  ['nothing', []],
  [
    'rows are changed, added and deleted',
    ['UPDATE report_inputs SET licenses = 7', 'DELETE FROM report_inputs'],
  ],
  ['a transaction is left open', ['BEGIN', 'DELETE FROM report_inputs']],
  ['a table is made', ['CREATE TABLE left_over AS SELECT * FROM report_inputs']],
  ['a temporary table is made', ['CREATE TEMP TABLE left_over AS SELECT * FROM report_inputs']],
  ['a table is gone', ['DROP TABLE report_inputs CASCADE']],
  ['a table has a column more', ['ALTER TABLE report_inputs ADD COLUMN more INTEGER']],
  ['a change was taken back', ['BEGIN', 'UPDATE report_inputs SET licenses = 7', 'ROLLBACK']],
  [
    'a table is made, and another one is changed',
    ['CREATE TABLE left_over AS SELECT 1 AS one', 'UPDATE licenses_source SET licenses = 7'],
  ],
]

describe.each([
  ['DuckDB', () => DuckDb.open()],
  ['PostgreSQL', () => Postgres.open()],
] as const)('data that are loaded a second time, on %s', (_, open) => {
  const content = workspace()
  let engine: Engine
  let plan: Plan
  let fresh: unknown

  beforeAll(async () => {
    const found = content.proofs().plans.find(({ rehearsal }) => rehearsal.name === 'missing-report')
    if (!found) throw new Error('The fixture has no rehearsal "missing-report".')
    plan = found
    engine = await open()
    await fill(engine, plan, 'fault')
    fresh = [...(await stateOf(engine))]
  })
  afterAll(() => engine.close())

  it.each(DEEDS)('are those of the first load, where %s', async (_deed, statements) => {
    await load(engine, plan, 'fault')
    for (const sql of statements) await engine.statement(sql)
    await load(engine, plan, 'fault')
    expect([...(await stateOf(engine))]).toEqual(fresh)
  })

  it('are read again only where a statement has named their table', async () => {
    await load(engine, plan, 'fault')
    const before = await stateOf(engine)
    await engine.statement('UPDATE report_inputs SET licenses = 7')
    const after = await stateOf(engine)
    expect(after.get('report_inputs')).not.toEqual(before.get('report_inputs'))
    expect(after.get('licenses_source')).toBe(before.get('licenses_source'))
    await engine.statement('DELETE FROM licenses_source')
    expect((await stateOf(engine)).get('licenses_source')?.outside).toEqual([])
  })

  it('are put inside and outside of a condition anew where that hangs on another table', async () => {
    await load(engine, plan, 'fault')
    const conditions = { report_inputs: 'EXISTS (SELECT 1 FROM licenses_source)' }
    const inside = async () => (await stateOf(engine, conditions)).get('report_inputs')?.inside.length ?? 0
    expect(await inside()).toBeGreaterThan(0)
    await engine.statement('DELETE FROM licenses_source')
    expect(await inside()).toBe(0)
    await load(engine, plan, 'fault')
    expect(await inside()).toBeGreaterThan(0)
  })

  it('are another data set where another one is asked for', async () => {
    await load(engine, plan, 'fault')
    await load(engine, plan, 'healthy')
    const healthy = [...(await stateOf(engine))]
    await fill(engine, plan, 'healthy')
    expect([...(await stateOf(engine))]).toEqual(healthy)
    expect(healthy).not.toEqual(fresh)
  })
})
