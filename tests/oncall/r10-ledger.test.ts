import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, dutyDays, holiday, ledger } from './rota.ts'

describe('R10: a row for each engineer whom the year’s weeks concern', () => {
  it('counts weeks, days, holidays, weekends, month-ends, days off, covers, what is owed, repeats and the balance', () => {
    // Three weeks of 2026: a from 14 December, b from the 21st, c from the 28th (through 3 January).
    const found = calendar({
      rotation: 'abc',
      monthEnd: true,
      start: '2026-12-14',
      holidays: [holiday('2026-12-25')],
      engineers: { x: {} },
      overrides: [{ from: '2026-12-16', to: '2026-12-19', engineer: 'x' }],
    })
    const none = { daysOff: 0, covers: 0, repeats: 0, greatPairs: 0 }
    expect(found.year(2026).ledger).toEqual([
      {
        ...none,
        engineer: 'a',
        weeks: 1,
        dutyDays: 3,
        holidays: 0,
        weekendDays: 1,
        monthEndWeeks: 0,
        owed: 0,
        balance: 0,
      },
      {
        ...none,
        engineer: 'b',
        weeks: 1,
        dutyDays: 7,
        holidays: 1,
        weekendDays: 2,
        monthEndWeeks: 0,
        owed: 1,
        balance: 1,
      },
      {
        ...none,
        engineer: 'c',
        weeks: 1,
        dutyDays: 7,
        holidays: 0,
        weekendDays: 2,
        monthEndWeeks: 1,
        owed: 0,
        balance: 0,
      },
      {
        ...none,
        engineer: 'x',
        weeks: 0,
        dutyDays: 4,
        holidays: 0,
        weekendDays: 1,
        monthEndWeeks: 0,
        owed: 0,
        balance: 0,
      },
    ])
  })

  it('counts days off for who takes them, covers for who gives them', () => {
    const found = calendar({ holidays: [holiday('2025-12-31'), holiday('2026-01-01')] })
    expect(ledger(found, 2026, 'daysOff')).toEqual({ a: 2, b: 0, c: 0, d: 0 })
    expect(ledger(found, 2026, 'covers')).toEqual({ a: 0, b: 0, c: 2, d: 0 })
    // Fourteen weeks of a in 2026, thirteen of c.
    expect(ledger(found, 2026, 'dutyDays')).toEqual({ a: 14 * 7 - 2, b: 13 * 7, c: 13 * 7 + 2, d: 13 * 7 })
    expect(ledger(found, 2026, 'owed')).toEqual({ a: 0, b: 0, c: 0, d: 0 })
  })

  it('counts repeats by plan with overrides, not by cover', () => {
    const found = calendar({
      rotation: 'ab',
      start: '2026-12-21',
      holidays: [holiday('2026-12-25', 'X'), holiday('2027-12-25', 'X')],
      overrides: [
        { from: '2026-12-25', to: '2026-12-25', engineer: 'b' },
        { from: '2027-12-25', to: '2027-12-25', engineer: 'b' },
      ],
    })
    expect(ledger(found, 2027, 'repeats')).toEqual({ a: 0, b: 1 })
  })

  it.each<[string, string, Setup]>([
    ['those of `rotation`, in its order', 'dcba', { rotation: 'dcba' }],
    ['… who are active on some day of the weeks', 'abc', { engineers: { d: { from: '2027-01-04' } } }],
    ['… one day is enough', 'abcd', { engineers: { d: { from: '2027-01-03' } } }],
    ['… at the beginning as well', 'abcd', { engineers: { d: { until: '2025-12-29' } } }],
    [
      'then others who held a day, by id',
      'badxy',
      {
        rotation: 'bad',
        engineers: { y: {}, x: {}, z: {} },
        overrides: [
          { from: '2026-01-05', to: '2026-01-05', engineer: 'y' },
          { from: '2026-01-06', to: '2026-01-06', engineer: 'x' },
        ],
      },
    ],
  ])('rows: %s', (_case, expected, setup) => {
    expect(
      calendar(setup)
        .year(2026)
        .ledger.map((row) => row.engineer)
        .join(''),
    ).toBe(expected)
  })
})

describe('R10: month-end is the last 7 dates of a month', () => {
  it.each([
    ['2026-01', 25, 31],
    ['2026-02', 22, 28],
    ['2026-04', 24, 30],
    ['2026-12', 25, 31],
    ['2028-02', 23, 29],
  ])('%s: from the %dth through the %dth', (month, first, last) => {
    const dates = dutyDays(calendar({ monthEnd: true }), Number(month.slice(0, 4)))
      .filter((day) => day.date.startsWith(month) && day.monthEnd)
      .map((day) => Number(day.date.slice(8)))
    expect([dates[0], dates.at(-1), dates.length]).toEqual([first, last, 7])
  })

  it.each([
    ['2026-01-12', false],
    // From the 19th through the 25th: one of them.
    ['2026-01-19', false],
    ['2026-01-26', true],
    ['2026-02-16', false],
    ['2026-02-23', true],
    ['2026-03-02', false],
    // 27 April to 3 May: four of them.
    ['2026-04-27', true],
    // 28 September to 4 October: three of them, and four in the week before.
    ['2026-09-28', false],
    ['2026-09-21', true],
  ])('the week of %s holds at least four of them: %s', (start, expected) => {
    const week = calendar({ monthEnd: true })
      .year(2026)
      .weeks.find((each) => each.start === start)
    expect(week?.monthEnd).toBe(expected)
  })

  it.each([2026, 2027, 2028, 2032])('there are twelve month-end weeks in %d', (year) => {
    const found = calendar({ monthEnd: true }).year(year)
    expect(found.weeks.filter((week) => week.monthEnd)).toHaveLength(12)
    expect(found.ledger.reduce((sum, row) => sum + (row.monthEndWeeks ?? 0), 0)).toBe(12)
  })

  it('a rota without `monthEnd: true` says nothing of month-ends', () => {
    const found = calendar()
    expect(found.year(2026).weeks.every((week) => !('monthEnd' in week))).toBe(true)
    expect(found.year(2026).ledger.every((row) => !('monthEndWeeks' in row))).toBe(true)
    expect(found.days(2026).some((day) => day.monthEnd)).toBe(false)
  })
})

describe('R10: the comparison is the cycles of R3 in `rotation` order', () => {
  it('without leave, overrides or published weeks, but with joiners and leavers', () => {
    const found = calendar({
      rotation: 'ab',
      start: '2026-12-07',
      holidays: ['2026-12-09', '2026-12-23', '2026-12-30'].map((date) => holiday(date)),
      engineers: { a: { unavailable: [{ from: '2026-12-07', to: '2026-12-31' }] } },
      overrides: [{ from: '2026-12-09', to: '2026-12-09', engineer: 'b' }],
    })
    expect(found.year(2026).roundRobin).toEqual([
      { engineer: 'a', holidays: 2, repeats: 0 },
      { engineer: 'b', holidays: 1, repeats: 0 },
    ])
  })

  it('four engineers and 52 weeks give one of them the same holidays year after year', () => {
    const found = calendar({ holidayTypes: ['public'] })
    const repeats = [2027, 2028].map((year) => ({
      plain: found.year(year).roundRobin.reduce((sum, row) => sum + row.repeats, 0),
      ours: found.year(year).ledger.reduce((sum, row) => sum + row.repeats, 0),
    }))
    for (const { plain, ours } of repeats) expect(ours).toBeLessThan(plain)
  })
})
