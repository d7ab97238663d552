import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { EngineTimeout, type Engine } from '../../../src/content/prove/engines/engine.ts'
import { Journal } from '../../../src/content/prove/engines/journal.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'

const NO_END =
  'WITH RECURSIVE r(n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM r) SELECT COUNT(*) FROM r'

describe.each([
  ['DuckDB', () => DuckDb.open(1)],
  ['PostgreSQL', () => Postgres.open(1)],
] as const)('a statement without an end on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
    await engine.statement('CREATE TABLE t (n INTEGER)')
    await engine.statement('INSERT INTO t VALUES (1)')
  })
  afterAll(() => engine.close())

  const rows = async () => (await engine.statement('SELECT * FROM t'))?.rows

  it('is stopped, and the message says so', async () => {
    const failed = engine.statement(NO_END)
    await expect(failed).rejects.toThrow(EngineTimeout)
    await expect(failed).rejects.toThrow('It did not end within 1 s and was stopped.')
    expect(await rows()).toEqual([['1']])
  })

  it('fails its transaction as any other error does, and ROLLBACK gives back what was there', async () => {
    await engine.statement('BEGIN')
    await engine.statement('INSERT INTO t VALUES (2)')
    await expect(engine.statement(NO_END)).rejects.toThrow(EngineTimeout)
    await expect(engine.statement('INSERT INTO t VALUES (3)')).rejects.toThrow(/aborted/)
    await engine.statement('ROLLBACK')
    expect(await rows()).toEqual([['1']])
  })
})

describe('what a statement that was stopped gives back on PostgreSQL', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await Postgres.open(1)
  })
  afterAll(() => engine.close())

  it('is what queries have written, and what a savepoint keeps of the open transaction', async () => {
    for (const sql of [
      'CREATE TABLE t (n INTEGER)',
      'WITH made AS (SELECT 1 AS n) INSERT INTO t SELECT n FROM made',
      'SELECT n INTO other FROM t',
      'BEGIN',
      'INSERT INTO t VALUES (2)',
      'SAVEPOINT here',
      'INSERT INTO t VALUES (3)',
    ])
      await engine.statement(sql)
    await expect(engine.statement(NO_END)).rejects.toThrow(EngineTimeout)
    await engine.statement('ROLLBACK TO SAVEPOINT here')
    await engine.statement('COMMIT')
    const rows = async (table: string) =>
      (await engine.statement(`SELECT n FROM ${table} ORDER BY n`))?.rows.flat()
    expect(await rows('t')).toEqual(['1', '2'])
    expect(await rows('other')).toEqual(['1'])
  })
})

describe('the journal of a database', () => {
  const after = (...statements: readonly string[]) => {
    const journal = new Journal()
    for (const sql of statements) journal.add(sql)
    return journal.committed
  }

  it('keeps what was done, and not what was only asked', () => {
    expect(after('CREATE TABLE t (n INTEGER)', '-- why\nSELECT 1', 'INSERT INTO t VALUES (1)')).toEqual([
      'CREATE TABLE t (n INTEGER)',
      'INSERT INTO t VALUES (1)',
    ])
  })

  it('forgets a transaction that was rolled back or is open, and keeps one that was committed', () => {
    expect(after('BEGIN', 'DELETE FROM t', 'ROLLBACK')).toEqual([])
    expect(after('INSERT INTO t VALUES (1)', 'BEGIN', 'DELETE FROM t')).toEqual(['INSERT INTO t VALUES (1)'])
    expect(after('BEGIN', 'DELETE FROM t', 'COMMIT')).toEqual(['DELETE FROM t'])
  })

  it('forgets what came before an error in a transaction, even if somebody commits', () => {
    const journal = new Journal()
    for (const sql of ['BEGIN', 'DELETE FROM t']) journal.add(sql)
    journal.fail()
    journal.add('COMMIT')
    expect(journal.committed).toEqual([])
  })

  it.each([
    ['WITH rows AS (SELECT 1) INSERT INTO t SELECT * FROM rows'],
    ['SELECT * INTO u FROM t'],
    ["SELECT nextval('numbers')"],
    ['WITH gone AS (DELETE FROM t RETURNING n) SELECT * FROM gone'],
  ])('keeps a query that writes: %s', (sql) => {
    expect(after(sql)).toEqual([sql])
  })

  it('does not keep a query for its words, but keeps each that may call a function of the page', () => {
    expect(after("SELECT 'insert into t' -- delete", "VALUES ('update')")).toEqual([])
    const made = 'CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM t $$'
    expect(after(made, 'SELECT f()')).toEqual([made, 'SELECT f()'])
  })

  it('keeps what was done before the savepoint that was gone back to, also after an error', () => {
    const journal = new Journal()
    for (const sql of ['BEGIN', 'INSERT INTO t VALUES (1)', 'SAVEPOINT a', 'DELETE FROM t']) journal.add(sql)
    journal.fail()
    for (const sql of ['ROLLBACK WORK TO a', 'INSERT INTO t VALUES (2)', 'COMMIT']) journal.add(sql)
    expect(journal.committed).toEqual(['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (2)'])
  })

  it('keeps what was done since a savepoint that was released', () => {
    expect(after('BEGIN', 'SAVEPOINT a', 'DELETE FROM t', 'RELEASE a', 'COMMIT')).toEqual(['DELETE FROM t'])
  })

  it('goes on with a transaction that follows at once', () => {
    const journal = new Journal()
    for (const sql of ['BEGIN', 'DELETE FROM t', 'COMMIT AND CHAIN', 'INSERT INTO t VALUES (1)'])
      journal.add(sql)
    expect(journal.committed).toEqual(['DELETE FROM t'])
    expect(journal.open).toEqual(['BEGIN', 'INSERT INTO t VALUES (1)'])
    journal.add('ROLLBACK')
    expect(journal.committed).toEqual(['DELETE FROM t'])
  })
})
