import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'
import { Prepared } from '../../../src/content/prove/engines/prepared.ts'

const QUERY = 'SELECT * FROM t ORDER BY 1'

describe('a query that is asked again and again on PostgreSQL', () => {
  let engine: Postgres
  beforeAll(async () => {
    engine = await Postgres.open()
  })
  afterAll(() => engine.close())

  beforeEach(async () => {
    await engine.reset()
    await run('CREATE TABLE t (n INTEGER)', 'INSERT INTO t VALUES (1)')
    for (let time = 0; time < 3; time += 1) expect(await rows()).toEqual([['1']])
  })

  const run = async (...statements: string[]) => {
    for (const sql of statements) await engine.statement(sql)
  }
  const rows = async (sql = QUERY) => (await engine.statement(sql))?.rows

  it('is prepared: the session knows it by name', async () => {
    const known = await rows(
      "SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE '%FROM t ORDER%'",
    )
    expect(known).toEqual([['1']])
  })

  it('answers from the rows as they are now', async () => {
    await run('BEGIN', 'UPDATE t SET n = 7')
    expect(await rows()).toEqual([['7']])
    await run('ROLLBACK')
    expect(await rows()).toEqual([['1']])
    await run('TRUNCATE TABLE t')
    expect(await rows()).toEqual([])
  })

  it.each([
    ['a column more', 'ALTER TABLE t ADD COLUMN more VARCHAR', [['1', null]]],
    [
      'a column of another type',
      'ALTER TABLE t ALTER COLUMN n TYPE VARCHAR USING n || $$ apples$$',
      [['1 apples']],
    ],
    ['a temporary table of the name', 'CREATE TEMP TABLE t AS SELECT 2 AS n', [['2']]],
  ])('knows of %s, also after that is rolled back', async (_what, sql, changed) => {
    await run('BEGIN', sql)
    expect(await rows()).toEqual(changed)
    await run('ROLLBACK')
    expect(await rows()).toEqual([['1']])
    expect(await rows()).toEqual([['1']])
    await run('BEGIN', sql, 'COMMIT')
    for (let time = 0; time < 3; time += 1) expect(await rows()).toEqual(changed)
  })

  it('knows of a table that is made anew, and of one that is gone', async () => {
    await run('DROP TABLE t', 'CREATE TABLE t AS SELECT 5 AS n, 6 AS m')
    for (let time = 0; time < 3; time += 1) expect(await rows()).toEqual([['5', '6']])
    await run('DROP TABLE t')
    await expect(rows()).rejects.toThrow('relation "t" does not exist')
  })

  it('reads a time by the zone of the session that it is asked in', async () => {
    const hour = "SELECT EXTRACT(HOUR FROM TIMESTAMPTZ '2026-11-27 12:00:00' AT TIME ZONE 'UTC')"
    for (let time = 0; time < 3; time += 1) expect(await rows(hour)).toEqual([['12']])
    await run("SET TimeZone = 'Asia/Tokyo'")
    for (let time = 0; time < 3; time += 1) expect(await rows(hour)).toEqual([['3']])
    await engine.reset()
    expect(await rows(hour)).toEqual([['12']])
  })

  it('fails as before, with the message of its own, and its transaction with it', async () => {
    const query = 'SELECT 1 / n FROM t'
    for (let time = 0; time < 3; time += 1) expect(await rows(query)).toEqual([['1']])
    await run('BEGIN', 'UPDATE t SET n = 0')
    await expect(rows(query)).rejects.toThrow('division by zero')
    await expect(rows(query)).rejects.toThrow('current transaction is aborted')
    await run('ROLLBACK')
    expect(await rows(query)).toEqual([['1']])
  })
})

describe('what is sent for a query that was asked before', () => {
  const sent = (before: readonly string[], sql: string) => {
    const prepared = new Prepared()
    for (const each of [sql, sql, ...before]) {
      prepared.note(each)
      prepared.textOf(each).taken?.()
    }
    return prepared.textOf(sql).text
  }

  it.each([
    [[]],
    [['BEGIN', 'DELETE FROM t']],
    [['INSERT INTO t SELECT 1']],
    [['BEGIN', 'DROP TABLE t', 'ROLLBACK']],
  ])('is its name, after %j', (before) => {
    expect(sent(before, QUERY)).toBe('EXECUTE prove_1')
  })

  it.each([
    [['BEGIN', 'ALTER TABLE t ADD COLUMN m INTEGER']],
    [['BEGIN', 'DROP TABLE t', 'ROLLBACK TO SAVEPOINT a']],
    [['SET search_path = other']],
    [['SELECT 1 AS n INTO u']],
    [["SELECT set_config('TimeZone', 'Asia/Tokyo', false)"]],
    [['BEGIN', 'CREATE TABLE u (n INTEGER)', 'COMMIT']],
  ])('is the query, after %j', (before) => {
    expect(sent(before, QUERY)).toBe(QUERY)
  })

  it.each([
    "SELECT 'today'::date",
    'SELECT 1; SELECT 2',
    'SHOW server_version',
    'DELETE FROM t',
    "SELECT nextval('s')",
  ])('is always the statement itself: %s', (sql) => {
    expect(sent([], sql)).toBe(sql)
  })
})
