import { describe, expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import { generateBorders } from './oracle/borders.ts'
import { describeMismatch, differenceOn } from './oracle/compare.ts'
import { SEED, scale } from './scale.ts'

const SEEDS = Array.from({ length: scale(5, 200) }, (_, index) => index + scale(840_001, SEED))

describe('where weeks, cycles, years, leave and clocks meet', { timeout: 900_000 }, () => {
  it.each(SEEDS)('the engine and the second implementation agree on two years of rota %i', (seed) => {
    const input = generateBorders(seed)
    const found = differenceOn((rota) => createCalendar(rota, dateHolidays).year, input, 2)
    expect(found && describeMismatch({ ...found, seed, input })).toBeUndefined()
  })

  it('the rotas have what they are drawn for', () => {
    const drawn = Array.from({ length: 10 }, (_, index) => generateBorders(index))
    const has = (fits: (input: (typeof drawn)[number]) => boolean) => drawn.filter(fits).length
    // Published into the middle of a cycle: the last one has fewer weeks than members.
    const unfinished = has(({ published, rotation }) => {
      const last = published.at(-1)?.cycle
      const served = published.filter(({ cycle }) => cycle === last).length
      return published.length > 0 && served < rotation.length
    })
    const nested = has(({ overrides }) =>
      overrides.some((one) =>
        overrides.some((other) => one !== other && one.from < other.from && other.to < one.to),
      ),
    )
    expect(unfinished).toBeGreaterThan(0)
    expect(nested).toBeGreaterThan(0)
    expect(has(({ handoffTime }) => handoffTime.startsWith('02:'))).toBeGreaterThan(0)
    expect(has(({ engineers }) => Object.values(engineers).some(({ until }) => until))).toBeGreaterThan(0)
  })
})
