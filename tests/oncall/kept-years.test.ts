import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import type { KeptYears, RotaCalendar, RotaInput } from '../../src/oncall/index.ts'
import { RotaError, createCalendar } from '../../src/oncall/index.ts'
import { rotas } from './arbitrary-rota.ts'
import { SEED, scale } from './scale.ts'

const ROTAS = scale(20, 2000)

/** Years that are kept as a file would keep them: as JSON. */
function keptIn(store: Map<string, string>, name: string): KeptYears<unknown> {
  return {
    find: (year) => JSON.parse(store.get(`${name} ${String(year)}`) ?? 'null') as unknown,
    add: (year, planned) => void store.set(`${name} ${String(year)}`, JSON.stringify(planned)),
  }
}

const keeping = (rota: RotaInput, store: Map<string, string>) =>
  createCalendar(rota, dateHolidays, {
    plain: keptIn(store, 'plain'),
    plan: keptIn(store, 'plan'),
    contract: keptIn(store, 'contract'),
    days: keptIn(store, 'days'),
  })

/** All that is shown of two years, or why there is nothing to show. */
function shown(make: () => RotaCalendar): unknown {
  try {
    const calendar = make()
    const years = [calendar.firstYear, calendar.firstYear + 1]
    return years.map((year) => [calendar.year(year), calendar.days(year), calendar.explain(year)])
  } catch (error) {
    if (error instanceof RotaError) return error.message
    throw error
  }
}

it('a rota whose plan was kept is the same in everything that is shown of it', { timeout: 1_800_000 }, () => {
  fc.assert(
    fc.property(rotas, (rota) => {
      const store = new Map<string, string>()
      const expected = shown(() => createCalendar(rota, dateHolidays))
      expect(shown(() => keeping(rota, store))).toEqual(expected)
      const size = store.size
      expect(shown(() => keeping(rota, store))).toEqual(expected)
      expect(store.size).toBe(size)
    }),
    { numRuns: ROTAS, seed: SEED },
  )
})

it('what is no plan of the rota is not taken for one', () => {
  const rota: RotaInput = {
    id: 'data',
    timeZone: 'UTC',
    start: '2025-12-29',
    handoffTime: '09:00',
    rotation: ['a', 'b', 'c'],
    calendar: 'US',
    holidayTypes: ['public'],
    holidays: { add: [], remove: [] },
    overrides: [],
    engineers: { a: { name: 'A' }, b: { name: 'B' }, c: { name: 'C' } },
    published: [],
  }
  const store = new Map<string, string>()
  const expected = shown(() => keeping(rota, store))
  const key = 'plain 2026'
  const sound = store.get(key)
  expect(sound).toMatch(/^\{"holders":\[/)
  for (const broken of [
    'null',
    '[]',
    '{"holders":[],"proved":"all"}',
    '{"holders":[7],"proved":"all"}',
    sound?.replace('[0', '[1'),
    sound?.replace('[', '["0",'),
    sound?.replace('"proved":"', '"proved":"very '),
    sound?.replace(']', ',0]'),
  ]) {
    expect(broken).not.toBe(sound)
    const other = new Map([[key, broken ?? '']])
    expect(shown(() => keeping(rota, other))).toEqual(expected)
    expect(other.get(key)).toBe(sound)
  }
  const year = store.get('contract 2026')
  const days = store.get('days 2026')
  const brokenYears = ['null', '[]', year?.replace(':1,', ':2,'), year?.replace('"data"', '"ops"')]
  const brokenDays = ['null', '{}', '[]', days?.replace('[', '[{},'), days?.replace('-', '/')]
  const others = [
    ...brokenYears.map((broken) => ['contract 2026', year, broken] as const),
    ...brokenDays.map((broken) => ['days 2026', days, broken] as const),
  ]
  for (const [name, whole, broken] of others) {
    expect(broken).not.toBe(whole)
    const other = new Map([...store, [name, broken ?? 'null']])
    expect(shown(() => keeping(rota, other))).toEqual(expected)
    expect(other.get(name)).toBe(whole)
  }
})
