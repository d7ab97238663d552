import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { EngineError, type Engine } from '../../../src/content/prove/engines/engine.ts'
import { Postgres } from '../../../src/content/prove/engines/postgres.ts'

/** SQL of a page is foreign: it must not reach what is outside of its database. */
const folder = mkdtempSync(path.join(tmpdir(), 'closed-'))
const [secret, made] = [path.join(folder, 'secret.csv'), path.join(folder, 'made')]
writeFileSync(secret, 'a,b\n1,2\n')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe.each([
  [
    'DuckDB',
    () => DuckDb.open(),
    [
      `SELECT * FROM read_csv('${secret}')`,
      `SELECT * FROM '${secret}'`,
      `SELECT * FROM read_text('${secret}')`,
      `SELECT * FROM glob('${folder}/*')`,
      `COPY (SELECT 1) TO '${made}'`,
      `EXPORT DATABASE '${made}'`,
      `ATTACH '${made}' AS other`,
      'INSTALL httpfs',
      'LOAD httpfs',
      "SELECT * FROM read_csv('https://localhost/secret.csv')",
      'SET enable_external_access = true',
      'RESET lock_configuration',
    ],
  ],
  [
    'PostgreSQL',
    () => Postgres.open(),
    [
      `SELECT pg_read_file('${secret}')`,
      `SELECT pg_ls_dir('${folder}')`,
      `CREATE TEMP TABLE t (a TEXT); COPY t FROM '${secret}'`,
      `COPY (SELECT 1) TO '${made}'`,
      `COPY (SELECT 1) TO PROGRAM 'cat > ${made}'`,
      `DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO PROGRAM ''cat > ${made}'''; END $$`,
    ],
  ],
] as const)('a block on %s', (_, open, attempts) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  it.each(['SELECT 1 AS one', 'CREATE TEMP TABLE inside (a TEXT); SELECT * FROM inside'])(
    'may do what stays inside: %s',
    async (sql) => {
      await expect(engine.statement(sql)).resolves.toBeDefined()
    },
  )

  it.each(attempts)('cannot reach a file or the network: %s', async (sql) => {
    await expect(engine.statement(sql)).rejects.toThrow(EngineError)
    expect(existsSync(made)).toBe(false)
  })

  it('has what was there before, after all of these', async () => {
    await engine.statement('CREATE TABLE kept AS SELECT 7 AS seven')
    for (const sql of attempts) await engine.statement(sql).catch(() => undefined)
    expect((await engine.statement('SELECT seven FROM kept'))?.rows).toEqual([['7']])
  })
})

describe('a block that starts a program on PostgreSQL', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await Postgres.open()
  })
  afterAll(() => engine.close())

  it('is told so in a plain sentence, and its transaction has failed like after any other error', async () => {
    await engine.statement('BEGIN')
    await engine.statement('CREATE TEMP TABLE p (a TEXT)')
    await expect(engine.statement("COPY p FROM PROGRAM 'true'")).rejects.toThrow(
      'It ended the session, as COPY with PROGRAM does: no program can be started here.',
    )
    await expect(engine.statement('SELECT 1 AS one')).rejects.toThrow('current transaction is aborted')
    await engine.statement('ROLLBACK')
    expect((await engine.statement('SELECT 1 AS one'))?.rows).toEqual([['1']])
  })
})
