import { describe, expect, it } from 'vitest'
import { warehouseTable } from '../../../src/content/model/table.ts'
import { changesOf } from '../../../src/content/prove/mutations/index.ts'
import { isPlanted, type Ground } from '../../../src/content/prove/mutations/ground.ts'
import { Random } from '../../../src/content/prove/random.ts'
import type { Row } from '../../../src/content/prove/tables.ts'

const segments = warehouseTable('segments', {
  title: 'Segments',
  summary: 'Segments.',
  row: 'one segment in one month',
  key: ['month', 'segment'],
  time: { column: 'month' },
  columns: [
    { name: 'month', type: 'text', role: 'time', summary: 'The month' },
    { name: 'segment', type: 'text', role: 'group', summary: 'The segment' },
    { name: 'seats', type: 'integer', role: 'measure', summary: 'Seats' },
  ],
})

const row = (segment: string, seats: string | null): Row => ({ month: '2026-11', segment, seats })
const healthy = [row('EMEA', '10'), row('APAC', '20'), row('LATAM', '30')]
const planted = row('EMEA', null)
const faulty = [planted, row('APAC', '20'), row('LATAM', '30')]

const ground = (seed: number, rows: readonly Row[] = faulty): Ground => ({
  tables: [segments],
  rows: new Map([['segments', rows]]),
  period: { from: '2026-11-01', until: '2026-12-01' },
  random: new Random(seed, 'planted'),
  healthy: new Map([['segments', healthy]]),
})

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed)
const changes = SEEDS.flatMap((seed) => changesOf(ground(seed), 0))
const inOneRow = changes.filter(({ what, meaning }) => meaning === 'harmful' && what.endsWith('in one row'))

describe('a row that the planted fault made', () => {
  it('is known from the healthy data, and only where there are some', () => {
    expect(isPlanted(ground(1), segments, planted)).toBe(true)
    expect(isPlanted(ground(1), segments, row('APAC', '20'))).toBe(false)
    const without = { ...ground(1), healthy: undefined }
    expect(isPlanted(without, segments, planted)).toBe(false)
  })

  it('is never the one that is left out: the data would be healthy again', () => {
    const removed = changes.filter(({ kind }) => kind === 'row-missing').flatMap(({ sql }) => sql)
    expect(removed.join()).toContain('APAC')
    expect(removed.filter((sql) => sql.includes('EMEA'))).toEqual([])
  })

  it('is never the only one that gets another wrong value', () => {
    expect(inOneRow.length).toBeGreaterThan(SEEDS.length)
    expect(inOneRow.flatMap(({ sql }) => sql).filter((sql) => sql.includes("'EMEA'"))).toEqual([])
  })

  it('leaves no change of one row where all rows are planted', () => {
    const all = SEEDS.flatMap((seed) => changesOf(ground(seed, [planted]), 0))
    expect(all.map(({ kind }) => kind)).toContain('empty-table')
    expect(all.filter(({ what }) => what.endsWith('in one row'))).toEqual([])
    // The same row where others are sound.
    expect(inOneRow).not.toEqual([])
  })
})

describe('a group as the only one that there has ever been', () => {
  const only = changes.filter(({ kind }) => kind === 'one-row').map(({ what }) => what)

  it('is never one that the planted fault is not in: nothing would be wrong', () => {
    expect(new Set(only)).toEqual(new Set(['segment EMEA is the only one that there has ever been']))
  })

  it('is any of them on healthy data', () => {
    const made = SEEDS.flatMap((seed) => {
      return changesOf({ ...ground(seed, healthy), healthy: undefined }, 0)
    }).filter(({ kind }) => kind === 'one-row')
    expect(new Set(made.map(({ what }) => what.split(' ')[1]))).toEqual(new Set(['EMEA', 'APAC', 'LATAM']))
  })
})
