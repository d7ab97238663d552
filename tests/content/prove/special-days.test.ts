import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { warehouseTable, type Table } from '../../../src/content/model/table.ts'
import { DuckDb } from '../../../src/content/prove/engines/duckdb.ts'
import { specialDays } from '../../../src/content/prove/mutations/calendar.ts'
import type { Change, Ground } from '../../../src/content/prove/mutations/ground.ts'
import { Random } from '../../../src/content/prove/random.ts'
import { createTable, insertRows, type Row } from '../../../src/content/prove/tables.ts'

const column = (name: string, type: string, role?: Table['columns'][number]['role']) => ({
  name,
  type,
  summary: name,
  ...(role && { role }),
})
const table = (time: string, ...columns: Table['columns']) =>
  warehouseTable('facts', {
    title: 'Facts',
    summary: 'Facts.',
    row: 'one fact',
    key: ['id'],
    time: { column: time },
    columns: [column('id', 'text', 'key'), ...columns] as Table['columns'],
  })

const ground = (
  facts: ReturnType<typeof table>,
  rows: readonly Row[],
  more: Pick<Ground, 'period' | 'values'>,
): Ground => ({
  tables: [facts],
  rows: new Map([['facts', rows]]),
  random: new Random(1, 'special days'),
  ...more,
})

const byDay = table(
  'happened',
  column('happened', 'timestamp', 'time') as never,
  column('day', 'date') as never,
)
const daily = ground(
  byDay,
  [
    { id: 'a', happened: '2026-03-02 00:00:00', day: '2026-03-02' },
    { id: 'b', happened: '2026-03-04 23:59:59', day: '2026-03-04' },
  ],
  {
    period: { from: '2026-03-02', until: '2026-03-05' },
    values: { FROM_DAY: '2026-03-02', AS_OF: '2026-03-07 09:00:00', INCIDENT: 'inc42' },
  },
)
const byMonth = table('month', column('month', 'text', 'time') as never, column('package', 'text') as never)
const monthly = (package_: string, day = '2026-11-20') =>
  ground(byMonth, [{ id: 'a', month: '2026-11', package: package_ }], {
    period: { from: '2026-11-01', until: '2026-12-01' },
    values: { MONTH: '2026-11', TODAY: day, PACKAGE: 'PKG-2026-11-R1' },
  })

/** Hours from the first moment of a date to that of the next, in a zone. */
function lengthOf(zone: string, day: string): number {
  const start = DateTime.fromISO(day, { zone }).startOf('day')
  return start.plus({ days: 1 }).startOf('day').diff(start, 'hours').hours
}

const of = (changes: readonly Change[], kind: string) => changes.filter((change) => change.kind === kind)

describe('data that are moved to a special day', () => {
  let engine: DuckDb
  beforeAll(async () => {
    engine = await DuckDb.open()
  })
  afterAll(() => engine.close())

  const rowsAfter = async (data: Ground, change: Change | undefined) => {
    await engine.reset()
    for (const each of data.tables) {
      await engine.statement(createTable(each))
      await engine.statement(insertRows(each, data.rows.get(each.name) ?? []))
    }
    for (const sql of change?.sql ?? []) await engine.statement(sql)
    return (await engine.statement('SELECT * FROM facts ORDER BY id'))?.rows
  }

  it.each([
    ['leap-day', '2024-02-29'],
    ['month-end', '2026-05-31'],
    ['year-end', '2025-12-31'],
    ['year-start', '2026-01-01'],
    ['clock-change', '2026-03-08'],
  ])('have it in their period, and the question is asked about it: %s', async (kind, day) => {
    const [change] = of(specialDays(daily), kind)
    const from = change?.values?.['FROM_DAY'] ?? ''
    const until = new Date(Date.parse(from) + 3 * 86_400_000).toISOString().slice(0, 10)
    expect(from <= day && day < until).toBe(true)
    const rows = await rowsAfter(daily, change)
    expect(rows?.[0]?.[2]).toBe(from)
    expect(rows?.[0]?.[1]).toBe(`${from} 00:00:00`)
    expect(change?.values).toMatchObject({ INCIDENT: 'inc42' })
    expect(change?.values?.['AS_OF']).toMatch(/ 09:00:00$/)
  })

  it('are on days of 23, 25 and 23.5 hours and on one without midnight, in a session that has them, with a zone', () => {
    const changes = of(specialDays(daily), 'clock-change')
    const isZoned = ({ sql }: Change) => sql.some((each) => each.includes('TIMESTAMPTZ'))
    expect(changes.map((change) => [change.session?.zone, isZoned(change)])).toEqual([
      ['America/New_York', false],
      ['America/New_York', true],
      ['Europe/Berlin', false],
      ['Europe/Berlin', true],
      ['Australia/Lord_Howe', true],
      ['America/Sao_Paulo', true],
    ])
  })

  it.each([
    ['America/New_York', '2026-03-08', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2025-10-05', 23.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
  ])('have such a day among them: %s', async (zone, day, hours) => {
    expect(lengthOf(zone, day)).toBe(hours)
    const changes = of(specialDays(daily), 'clock-change').filter(({ session }) => session?.zone === zone)
    for (const change of changes) {
      const from = change.values?.['FROM_DAY'] ?? ''
      const until = new Date(Date.parse(from) + 3 * 86_400_000).toISOString().slice(0, 10)
      expect(from <= day && day < until).toBe(true)
      // The last one is zoned; its rows are still those of these days.
      expect((await rowsAfter(daily, change))?.[0]?.[2]).toBe(from)
    }
  })

  it('are moved by whole months where they are asked for by the month, with months that stand in names', async () => {
    const data = monthly('PKG-2026-11-R1')
    const [change] = of(specialDays(data), 'leap-day')
    expect(change?.values).toEqual({ MONTH: '2024-02', TODAY: '2024-02-20', PACKAGE: 'PKG-2024-02-R1' })
    expect(await rowsAfter(data, change)).toEqual([['a', '2024-02', 'PKG-2024-02-R1']])
  })

  it('are not moved to a month that does not have one of their days', () => {
    expect(of(specialDays(monthly('none', '2026-11-30')), 'leap-day')).toEqual([])
    expect(of(specialDays(monthly('none', '2026-11-30')), 'year-start')).toHaveLength(1)
  })

  it('are none where there is no row or no period', () => {
    expect(specialDays(ground(byDay, [], { period: daily.period, values: {} }))).toEqual([])
    expect(
      specialDays(ground(byDay, daily.rows.get('facts') ?? [], { period: undefined, values: {} })),
    ).toEqual([])
  })
})
