import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { changesOf, KIND_NAMES, type Change } from '../../../src/content/prove/mutations/index.ts'
import { pairs } from '../../../src/content/prove/mutations/pairs.ts'
import type { Ground } from '../../../src/content/prove/mutations/ground.ts'
import { Random } from '../../../src/content/prove/random.ts'
import { createTable, insertRows, type Row } from '../../../src/content/prove/tables.ts'
import { warehouseTable, type Table } from '../../../src/content/model/table.ts'

const column = (name: string, type: string, role?: Table['columns'][number]['role'], more: object = {}) => ({
  name,
  type,
  summary: name,
  ...(role && { role }),
  ...more,
})

const events = warehouseTable('events', {
  title: 'Events',
  summary: 'Events.',
  row: 'one event',
  key: ['event_id'],
  time: { column: 'happened_at' },
  columns: [
    column('event_id', 'text', 'key'),
    column('happened_at', 'timestamp', 'time'),
    column('kind', 'text', 'group'),
    column('state', 'text', 'status'),
    column('account', 'text', 'reference', { to: 'accounts.account' }),
    column('ms', 'double', 'measure'),
    column('note', 'text'),
  ],
})
const accounts = warehouseTable('accounts', {
  title: 'Accounts',
  summary: 'Accounts.',
  row: 'one account',
  key: ['account'],
  columns: [
    column('account', 'text', 'key'),
    column('kind', 'text', 'group'),
    column('seats', 'integer', 'measure', { zero: true }),
  ],
})

const rows = new Map<string, Row[]>([
  [
    'events',
    ['2026-01', '2026-02', '2026-03'].flatMap((month, m) =>
      ['click', 'view', 'scroll'].flatMap((kind, k) =>
        ['05', '15', '25'].map((day, d) => ({
          event_id: `${month}-${kind}-${day}`,
          happened_at: `${month}-${day} 08:00:00`,
          kind,
          state: 'done',
          account: k === 0 ? 'A-1' : 'A-2',
          ms: String(100 * (m + 1) + 10 * k + d),
          note: 'x',
        })),
      ),
    ),
  ],
  [
    'accounts',
    [
      { account: 'A-1', kind: 'click', seats: '10' },
      { account: 'A-2', kind: 'view', seats: '20' },
    ],
  ],
])

const ground = (seed = 1): Ground => ({
  tables: [events, accounts],
  rows,
  period: { from: '2026-03-01', until: '2026-04-01' },
  previous: { from: '2026-02-01', until: '2026-03-01' },
  random: new Random(seed, 'test'),
})

const changes = changesOf(ground(), 4)
/** These are made of a block's parameters, which a ground does not have. */
const OF_BLOCKS = KIND_NAMES.filter((kind) => kind.startsWith('parameter-'))

describe('the generated data sets', () => {
  it('are of every kind that there is', () => {
    const made = new Set(changes.map(({ kind }) => kind))
    expect(KIND_NAMES.filter((kind) => !made.has(kind))).toEqual(OF_BLOCKS)
  })

  it('are the same for the same seed, and others for another', () => {
    expect(changesOf(ground(), 4)).toEqual(changes)
    expect(changesOf(ground(2), 4)).not.toEqual(changes)
  })

  it('leave a column without a role alone, and a value that is declared legal', () => {
    expect(changes.filter((change) => change.column === 'note')).toEqual([])
    expect(changes.filter(({ kind, column: name }) => kind === 'zero' && name === 'seats')).toEqual([])
    expect(changes.filter(({ kind, column: name }) => kind === 'zero' && name === 'ms')).not.toEqual([])
  })

  it('are nothing but a few where there is no row', () => {
    const empty = {
      ...ground(),
      rows: new Map<string, Row[]>([
        ['events', []],
        ['accounts', []],
      ]),
    }
    expect(new Set(changesOf(empty, 4).map(({ meaning }) => meaning === 'harmful'))).toEqual(new Set([false]))
  })

  it('take no copy for a row that is missing: without it nothing is', () => {
    const written = rows.get('events') ?? []
    const copied = { ...ground(), rows: new Map([...rows, ['events', written.flatMap((row) => [row, row])]]) }
    const missing = changesOf(copied, 0).filter(({ kind }) => kind === 'row-missing')
    expect(missing.flatMap(({ tables }) => tables)).not.toContain('events')
    expect(missing.flatMap(({ tables }) => tables)).toContain('accounts')
  })

  it('are named in docs/prove.md, each of them and no other', () => {
    const text = readFileSync(path.join(import.meta.dirname, '../../../docs/prove.md'), 'utf8')
    const [section = ''] = /^Harmful kinds:[^]*?(?=^For fixes)/m.exec(text) ?? []
    const named = [...section.matchAll(/`([a-z0-9-]+)`/g)].map(([, kind]) => kind)
    expect(named.sort()).toEqual([...KIND_NAMES].sort())
  })

  it('pair two kinds in two tables', () => {
    const drawn = pairs(ground(), changes, 6)
    expect(drawn).toHaveLength(6)
    for (const { tables } of drawn) expect(new Set(tables).size).toBe(2)
  })
})

describe('each generated data set', () => {
  let engine: DuckDb
  beforeAll(async () => {
    engine = await DuckDb.open()
    for (const table of [events, accounts]) {
      await engine.statement(createTable(table))
      await engine.statement(insertRows(table, rows.get(table.name) ?? []))
    }
  })
  afterAll(() => engine.close())

  const state = async () => {
    const all = await Promise.all(
      ['events', 'accounts'].map((name) => engine.statement(`SELECT * FROM ${name}`)),
    )
    return all.map((each) => JSON.stringify(each))
  }
  const changing = changes.filter(({ sql, session }) => sql.length > 0 && session === undefined)
  const isOrder = ({ kind }: Change) => kind === 'row-order'

  it.each(changing.map((change) => [`${change.kind}: ${change.what}`, change] as const))(
    '%s changes the data',
    async (_, change) => {
      const before = await state()
      await engine.statement('BEGIN')
      for (const sql of change.sql) await engine.statement(sql)
      const after = await state()
      await engine.statement('ROLLBACK')
      expect(after).not.toEqual(before)
      if (isOrder(change))
        expect(after.join().split(/[[\]]/).sort()).toEqual(before.join().split(/[[\]]/).sort())
      expect(await state()).toEqual(before)
    },
  )

  it.each([
    ['nan', 'isnan'],
    ['infinity', 'isinf'],
  ])(
    'of the kind "%s" holds a value that is no number, and a comparison with a limit meets it',
    async (kind, is) => {
      const those = changes.filter((change) => change.kind === kind)
      expect(those.length).toBeGreaterThan(0)
      for (const change of those) {
        await engine.statement('BEGIN')
        for (const sql of change.sql) await engine.statement(sql)
        const found = await engine.statement(`SELECT count(*) > 0 FROM events WHERE ${is}(ms) AND ms > 1e300`)
        await engine.statement('ROLLBACK')
        expect(JSON.stringify(found), change.what).toContain('true')
      }
    },
  )
})
