import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { warehouseTable, type Table } from '../../../src/content/model/table.ts'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import type { Ground } from '../../../src/content/prove/mutations/ground.ts'
import { lateRow, restatedPeriod } from '../../../src/content/prove/mutations/late.ts'
import { Random } from '../../../src/content/prove/random.ts'
import { createTable, insertRows, type Row } from '../../../src/content/prove/tables.ts'

const text = { title: 'Table', summary: 'A table.', row: 'one row' }
const column = (
  name: string,
  type: string,
  role: NonNullable<Table['columns'][number]['role']>,
  more: object = {},
) => ({
  name,
  type,
  role,
  summary: name,
  ...more,
})
const payments = warehouseTable('payments', {
  ...text,
  key: ['payment_id'],
  time: { column: 'paid_at' },
  columns: [
    column('payment_id', 'text', 'key'),
    column('paid_at', 'timestamp', 'time'),
    column('loaded_at', 'timestamp', 'time'),
    column('amount', 'integer', 'measure'),
  ],
})
const changesOfState = warehouseTable('changes', {
  ...text,
  key: ['change_id'],
  time: { column: 'day' },
  columns: [
    column('change_id', 'integer', 'key'),
    column('day', 'date', 'time'),
    column('state', 'text', 'status', { values: ['open', 'closed'] }),
  ],
})
const rates = warehouseTable('rates', {
  ...text,
  key: ['currency', 'month'],
  time: { column: 'month' },
  columns: [
    column('currency', 'text', 'key'),
    column('month', 'text', 'time'),
    column('rate', 'double', 'measure'),
  ],
})

const rows = new Map<string, Row[]>([
  [
    'payments',
    ['02', '03'].map((month) => ({
      payment_id: `p${month}`,
      paid_at: `2026-${month}-10 08:00:00`,
      loaded_at: `2026-${month}-10 09:00:00`,
      amount: '100',
    })),
  ],
  ['changes', [{ change_id: '1', day: '2026-03-05', state: 'open' }]],
  ['rates', ['2026-02', '2026-03'].map((month) => ({ currency: 'EUR', month, rate: '1.1' }))],
])
const tables = [payments, changesOfState, rates]
const ground = (): Ground => ({
  tables,
  rows,
  period: { from: '2026-03-01', until: '2026-04-01' },
  previous: { from: '2026-02-01', until: '2026-03-01' },
  random: new Random(1, 'late'),
})

describe('a change that comes after everybody has counted', () => {
  let engine: DuckDb
  beforeAll(async () => {
    engine = await DuckDb.open()
    for (const table of tables) {
      await engine.statement(createTable(table))
      await engine.statement(insertRows(table, rows.get(table.name) ?? []))
    }
  })
  afterAll(() => engine.close())

  const after = async (sql: readonly string[], query: string) => {
    await engine.statement('BEGIN')
    for (const one of sql) await engine.statement(one)
    const found = await engine.statement(query)
    await engine.statement('ROLLBACK')
    return found?.rows
  }
  const late = lateRow(ground())
  const sqlOf = (name: string) => late.find(({ tables: [table] }) => table === name)?.sql ?? []

  it('adds a row with a number of its own and another measure, which was loaded days later', async () => {
    const query = "SELECT payment_id, amount, loaded_at > paid_at + INTERVAL '2' DAY FROM payments ORDER BY 1"
    expect(await after(sqlOf('payments'), query)).toEqual([
      ['late-1', '110', 'true'],
      ['p02', '100', 'false'],
      ['p03', '100', 'false'],
    ])
  })

  it('adds one with another status where a row has no measure: the same status again changes nothing', async () => {
    expect(await after(sqlOf('changes'), 'SELECT state FROM changes ORDER BY change_id')).toEqual([
      ['open'],
      ['closed'],
    ])
  })

  it('adds none where the key is a name: nothing belongs to a name that nobody has', () => {
    expect(late.map(({ tables: [table] }) => table)).toEqual(['payments', 'changes'])
  })

  it('adds none to a table that has no row of the period', () => {
    const empty = { ...ground(), period: { from: '2027-01-01', until: '2027-02-01' } }
    expect(lateRow(empty)).toEqual([])
  })

  it('restates every row of the period before and none of the period, one column at a time', async () => {
    const restated = restatedPeriod(ground())
    expect(restated.map(({ what }) => what)).toEqual([
      'payments.amount is 10 higher in each row of the period before',
      'rates.rate is 10 higher in each row of the period before',
    ])
    const [first] = restated
    expect(await after(first?.sql ?? [], 'SELECT payment_id, amount FROM payments ORDER BY 1')).toEqual([
      ['p02', '110'],
      ['p03', '100'],
    ])
  })

  it('restates nothing where there is no period before, or it has no row', () => {
    expect(restatedPeriod({ ...ground(), previous: undefined })).toEqual([])
    const empty = { ...ground(), previous: { from: '2025-01-01', until: '2025-02-01' } }
    expect(restatedPeriod(empty)).toEqual([])
  })
})
