import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asksTheClock, atMoment } from '../../../src/content/prove/clock.ts'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import type { Engine } from '../../../src/content/prove/engines/engine.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'

const MOMENT = '2026-03-04T23:30:00Z'

describe.each([
  ['DuckDB', () => DuckDb.open(), 'today()'],
  ['PostgreSQL', () => Postgres.open(), 'statement_timestamp()::DATE'],
] as const)('the clock of a block on %s', (_, open, own) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  const ask = async (expression: string) =>
    (await engine.statement(atMoment(`SELECT CAST(${expression} AS VARCHAR)`, MOMENT)))?.rows[0]?.[0]

  it('stands still at the moment that is asked about', async () => {
    await engine.reset()
    expect(await ask('CURRENT_DATE')).toBe('2026-03-04')
    expect(await ask(own)).toBe('2026-03-04')
    expect(await ask('localtimestamp')).toBe('2026-03-04 23:30:00')
    expect(await ask("now() = TIMESTAMPTZ '2026-03-04 23:30:00+00'")).toBe('true')
    expect(await ask('Current_Timestamp = NOW( )')).toBe('true')
  })

  it('shows the day of the session', async () => {
    await engine.reset({ zone: 'Asia/Tokyo' })
    expect(await ask('CURRENT_DATE - 1')).toBe('2026-03-04')
    expect(await ask('LOCALTIMESTAMP')).toBe('2026-03-05 08:30:00')
  })
})

it('leaves names, strings and comments as they are', () => {
  const sql = `SELECT current_date_utc, 'CURRENT_DATE', "now()", now_of(x) -- CURRENT_TIMESTAMP\nFROM t`
  expect(atMoment(sql, MOMENT)).toBe(sql)
  expect(asksTheClock(sql)).toBe(false)
  expect(asksTheClock('SELECT 1 WHERE day > CURRENT_DATE')).toBe(true)
})
