import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, daysOff, holiday, ledger, owed } from './rota.ts'

const away = (...dates: string[]) => ({ unavailable: dates.map((date) => ({ from: date, to: date })) })
const override = (date: string, engineer: string) => ({ from: date, to: date, engineer })

// Turns of a: 29 December, 26 January, 23 February; then b, c and d a week later each.
const NEW_YEAR = [holiday('2026-01-01')]
/** One holiday a turn, so that nobody’s balance differs. */
const ONE_EACH = ['2026-01-01', '2026-01-07', '2026-01-14', '2026-01-21'].map((date) => holiday(date))

describe('R7: a credit becomes a day off in the next turn, on its earliest eligible day', () => {
  it.each<[string, string[], Setup]>([
    ['one holiday, one Monday', ['a 2026-01-26 for 2026-01-01 by c'], { holidays: NEW_YEAR }],
    [
      'two holidays in one week, Monday and Tuesday, oldest first',
      ['a 2026-01-26 for 2025-12-31 by c', 'a 2026-01-27 for 2026-01-01 by c'],
      { holidays: [holiday('2025-12-31'), holiday('2026-01-01')] },
    ],
    [
      'everyone in their own next turn',
      [
        'a 2026-01-26 for 2026-01-01 by c',
        'b 2026-02-02 for 2026-01-07 by d',
        'c 2026-02-09 for 2026-01-14 by a',
        'd 2026-02-16 for 2026-01-21 by b',
      ],
      { holidays: ONE_EACH },
    ],
    [
      'a Monday that is a holiday: Tuesday, and the Monday waits for the turn after',
      [
        'a 2026-01-27 for 2026-01-01 by c',
        'b 2026-02-02 for 2026-01-07 by d',
        'c 2026-02-09 for 2026-01-14 by a',
        'd 2026-02-16 for 2026-01-21 by b',
        'a 2026-02-23 for 2026-01-26 by c',
      ],
      { holidays: [...ONE_EACH, holiday('2026-01-26')] },
    ],
    [
      'a week from Saturday on: its Monday',
      ['a 2026-02-02 for 2026-01-05 by c'],
      { start: '2026-01-03', holidays: [holiday('2026-01-05')] },
    ],
    [
      'a Monday that somebody else holds by override: Tuesday',
      ['a 2026-01-27 for 2026-01-01 by c'],
      { holidays: NEW_YEAR, overrides: [override('2026-01-26', 'd')] },
    ],
    [
      'a Monday that they hold by override themselves: Tuesday',
      ['a 2026-01-27 for 2026-01-01 by c'],
      { holidays: NEW_YEAR, overrides: [override('2026-01-26', 'a')] },
    ],
    [
      'a Monday on leave: Tuesday',
      ['a 2026-01-27 for 2026-01-01 by c'],
      {
        holidays: NEW_YEAR,
        // Everyone is away a day of that week, so it stays with a.
        engineers: {
          a: away('2026-01-26'),
          b: away('2026-01-28'),
          c: away('2026-01-29'),
          d: away('2026-01-30'),
        },
      },
    ],
    [
      'earned by override: in the next turn of who held the day',
      ['c 2026-01-12 for 2026-01-01 by a'],
      { holidays: NEW_YEAR, overrides: [override('2026-01-01', 'c')] },
    ],
    [
      'earned by override in the week before: in the turn that starts next',
      ['b 2026-01-05 for 2026-01-04 by d'],
      { holidays: [holiday('2026-01-04')], overrides: [override('2026-01-04', 'b')] },
    ],
    [
      'earned on the first day of a turn: not in the same turn',
      ['a 2026-01-26 for 2025-12-29 by c'],
      { holidays: [holiday('2025-12-29')] },
    ],
    [
      'more credits than eligible days: the rest in the turn after',
      [
        'a 2026-01-26 for 2025-12-29 by c',
        'a 2026-01-27 for 2025-12-30 by c',
        'a 2026-01-28 for 2025-12-31 by c',
        'a 2026-01-29 for 2026-01-01 by c',
        'a 2026-01-30 for 2026-01-02 by c',
        'a 2026-02-23 for 2026-01-03 by b',
      ],
      {
        holidays: ['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03'].map(
          (date) => holiday(date),
        ),
      },
    ],
  ])('%s', (_case, expected, setup) => {
    expect(daysOff(calendar(setup), 2026)).toEqual(expected)
  })
})

describe('R7: somebody must be able to cover it for whom it is no holiday', () => {
  const setup = {
    holidayTypes: ['public'],
    calendar: 'IN',
    // Labor Day is b’s holiday alone; the others of the year would only disturb.
    engineers: { b: { calendar: 'US' } },
    remove: ['2026-10-02', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25', '2027-01-01'],
  } satisfies Setup

  it.each<[string, string[], Setup]>([
    [
      'only b could cover Labor Day: Tuesday',
      ['a 2026-09-08 for 2026-08-26 by b'],
      { ...setup, rotation: 'ab', start: '2026-08-24', holidays: [holiday('2026-08-26')] },
    ],
    [
      'c can cover it: Monday',
      ['a 2026-09-07 for 2026-08-19 by c'],
      { ...setup, rotation: 'abc', start: '2026-08-17', holidays: [holiday('2026-08-19')] },
    ],
    [
      'c could, and is away: Tuesday, by b or c',
      ['a 2026-09-08 for 2026-08-19 by b'],
      {
        ...setup,
        engineers: { ...setup.engineers, c: away('2026-09-07', '2026-09-08') },
        rotation: 'abc',
        start: '2026-08-17',
        holidays: [holiday('2026-08-19')],
      },
    ],
  ])('%s', (_case, expected, each) => {
    expect(daysOff(calendar(each), 2026)).toEqual(expected)
  })

  it('alone in the rotation there is nobody to cover: every credit stays owed', () => {
    const found = calendar({ rotation: 'a', holidays: NEW_YEAR })
    expect(daysOff(found, 2026)).toEqual([])
    expect(owed(found, 2026)).toEqual(['a 2026-01-01'])
  })
})

describe('R7: none is ever lost or paid twice', () => {
  it('a turn in the next year pays a holiday of this one; until then it is owed', () => {
    const found = calendar({ holidays: [holiday('2026-12-30')] })
    expect(owed(found, 2026)).toEqual(['a 2026-12-30'])
    expect(daysOff(found, 2026)).toEqual([])
    expect(daysOff(found, 2027)).toEqual(['a 2027-01-25 for 2026-12-30 by c'])
    expect(owed(found, 2027)).toEqual([])
  })

  it('who leaves with credits is shown with them, year after year', () => {
    const found = calendar({ holidays: [holiday('2026-01-21')], engineers: { d: { until: '2026-01-25' } } })
    expect([owed(found, 2026), owed(found, 2027)]).toEqual([['d 2026-01-21'], ['d 2026-01-21']])
    expect(ledger(found, 2026, 'owed')).toEqual({ a: 0, b: 0, c: 0, d: 1 })
    expect(daysOff(found, 2027)).toEqual([])
  })

  it('owed is in order of date, then engineer', () => {
    const found = calendar({
      rotation: 'ba',
      start: '2026-12-21',
      holidays: [holiday('2026-12-25'), holiday('2026-12-23'), holiday('2026-12-29')],
    })
    expect(owed(found, 2026)).toEqual(['b 2026-12-23', 'b 2026-12-25', 'a 2026-12-29'])
  })
})
