import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, holiday, ledger, years } from './rota.ts'

const WEIGHTS = { 'Christmas Day': 3, 'Thanksgiving Day': 3, "New Year's Day": 2 }
const US: Setup = { calendar: 'US', holidayTypes: ['public'], weights: WEIGHTS }

/** Who has the holiday itself in each year, a letter a year. */
function holdersOf(setup: Setup, name: string, last: number): string {
  const found = calendar(setup)
  return years(found, last)
    .flatMap((year) => found.year(year).weeks.flatMap((week) => week.holidays))
    .filter((worked) => worked.name === name && worked.observedFor === undefined)
    .map(({ engineer }) => engineer)
    .join('')
}

describe('R5.3: great holidays', () => {
  it('Christmas comes round every fourth year, and Thanksgiving', () => {
    for (const name of ['Christmas Day', 'Thanksgiving Day']) {
      const held = holdersOf(US, name, 2033)
      expect(held).toHaveLength(8)
      for (const [index] of [...held].entries())
        expect(new Set(held.slice(index, index + 4)).size).toBe(Math.min(4, held.length - index))
    }
  })

  it('nobody has two of them within 60 days, nor Thanksgiving and Christmas in one year', () => {
    const found = calendar(US)
    for (const year of years(found, 2033)) {
      expect(Object.values(ledger(found, year, 'greatPairs'))).toEqual([0, 0, 0, 0])
      expect(found.year(year)).toMatchObject({ proved: 'all', optimal: true })
    }
  })

  it.each([
    ['60 days apart', '2026-03-06', 1],
    ['61 days apart', '2026-03-07', 0],
    ['of one name', '2026-02-06', 0],
  ])('two held by one engineer, %s', (_case, date, pairs) => {
    const second = pairs === 0 && date === '2026-02-06' ? 'Great' : 'Other'
    const found = calendar({
      rotation: 'ab',
      holidays: [holiday('2026-01-05', 'Great'), holiday(date, second)],
      weights: { Great: 2, Other: 2 },
      overrides: ['2026-01-05', date].map((day) => ({ engineer: 'b', from: day, to: day })),
    })
    expect(ledger(found, 2026, 'greatPairs')).toEqual({ a: 0, b: pairs })
  })

  it.each([
    // With two members, a holiday of weight 3 is remembered for 430 days, with four for 1,160.
    ['ab', '2027-03-11', 1],
    ['ab', '2027-03-12', 0],
    ['abcd', '2029-03-10', 1],
    ['abcd', '2029-03-11', 0],
  ])('%s: held again on %s', (rotation, date, repeats) => {
    const found = calendar({
      rotation,
      holidays: [holiday('2026-01-05', 'Great'), holiday(date, 'Great')],
      weights: { Great: 3 },
      overrides: ['2026-01-05', date].map((day) => ({ engineer: 'b', from: day, to: day })),
    })
    expect(ledger(found, found.yearOf(date), 'repeats')['b']).toBe(repeats)
  })

  it('costs its weight times n − j: last year’s weighs more than one of three years ago', () => {
    const cost = (year: number) => {
      const date = `${String(year)}-06-03`
      const found = calendar({
        holidays: [holiday('2026-06-03', 'Great'), holiday(date, 'Great')],
        weights: { Great: 3 },
        overrides: ['2026-06-03', date].map((day) => ({ engineer: 'b', from: day, to: day })),
      })
      return found.explain(year).cost.greatHolidays
    }
    expect([2027, 2028, 2029].map(cost)).toEqual([3 * 3, 3 * 2, 3 * 1])
  })
})

describe('R5.4: who leaves is not loaded before they go', () => {
  it('has about as many holidays by June as the others', () => {
    const found = calendar({ ...US, engineers: { d: { until: '2026-06-28' } } })
    const held = found
      .year(2026)
      .weeks.flatMap((week) => week.holidays)
      .filter(({ date }) => date <= '2026-06-28')
    const weights = ['a', 'b', 'c', 'd'].map((engineer) =>
      held.filter((one) => one.engineer === engineer).reduce((sum, one) => sum + one.weight, 0),
    )
    expect(weights[3]).toBeLessThanOrEqual(2)
  })
})

describe('R5.7: month-end weeks', () => {
  it('are three for each of four engineers in every year', () => {
    const found = calendar({ ...US, monthEnd: true })
    for (const year of years(found, 2030)) {
      expect(Object.values(ledger(found, year, 'monthEndWeeks'))).toEqual([3, 3, 3, 3])
      expect(found.year(year).proved).toBe('all')
    }
  })

  it('who joins in mid-year is not loaded with them', () => {
    const found = calendar({ ...US, monthEnd: true, engineers: { d: { from: '2026-06-29' } } })
    const weeks = found.year(2026).weeks.filter((week) => week.start >= '2026-06-29' && week.monthEnd)
    expect(weeks.filter(({ engineer }) => engineer === 'd').length).toBeLessThanOrEqual(2)
  })
})

describe('R5: how far a year is proved', () => {
  it('a year whose weeks are all published is `all`: nothing was open', () => {
    const published = calendar(US).publishable('2027-01-03')
    expect(calendar({ ...US, published }).year(2026)).toMatchObject({ proved: 'all', optimal: true })
  })

  it('of many members it says so, and names a level that the rota has', () => {
    const proved = calendar({ ...US, rotation: 'abcdefgh' }).year(2026)
    expect(proved.optimal).toBe(proved.proved === 'all')
    expect(proved.proved).not.toBe('month-ends')
    expect([
      'rest',
      'great holidays',
      'evenness',
      'short absence',
      'repeats',
      'moved turns',
      'all',
    ]).toContain(proved.proved)
  })
})
