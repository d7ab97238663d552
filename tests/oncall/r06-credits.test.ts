import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, holiday, ledger, owed } from './rota.ts'

/** Every credit of 2026, as `a 2026-01-01`. */
function credits(setup: Setup): string[] {
  return calendar(setup)
    .year(2026)
    .weeks.flatMap((week) => week.holidays.map((each) => `${each.engineer} ${each.date}`))
}

const away = (...dates: string[]) => ({ unavailable: dates.map((date) => ({ from: date, to: date })) })
const override = (date: string, engineer: string) => ({ from: date, to: date, engineer })

/** Three of whom everyone is away two days of the first week: a keeps it and is away on the 29th and 30th. */
const A_IS_AWAY: Setup = {
  rotation: 'abc',
  engineers: {
    a: away('2025-12-29', '2025-12-30'),
    b: away('2025-12-31', '2026-01-01'),
    c: away('2025-12-31', '2026-01-01'),
  },
}

describe('R6: each duty day that is a holiday of who actually holds it earns them one credit', () => {
  it.each<[string, string[], Setup]>([
    ['a holiday in one’s week', ['a 2026-01-01'], { holidays: [holiday('2026-01-01')] }],
    ['at a weekend as well', ['a 2026-01-03'], { holidays: [holiday('2026-01-03')] }],
    [
      'each day of several',
      ['a 2025-12-29', 'a 2025-12-30'],
      { holidays: [holiday('2025-12-29', 'X'), holiday('2025-12-30', 'X')] },
    ],
    [
      'two holidays on one date are one',
      ['a 2026-01-01'],
      { holidays: [holiday('2026-01-01', 'X'), holiday('2026-01-01', 'Y')] },
    ],
    [
      'the override, not the planned',
      ['c 2026-01-01'],
      { holidays: [holiday('2026-01-01')], overrides: [override('2026-01-01', 'c')] },
    ],
    [
      'an override from outside the rotation',
      ['x 2026-01-01'],
      { holidays: [holiday('2026-01-01')], engineers: { x: {} }, overrides: [override('2026-01-01', 'x')] },
    ],
    [
      'the cover of an absence where the day is everyone’s holiday, and the absent gets nothing',
      ['b 2025-12-30'],
      { ...A_IS_AWAY, holidays: [holiday('2025-12-30')] },
    ],
    [
      'a holiday in the holder’s own calendar alone: Independence Day for IN, Labor Day for US',
      ['a 2026-08-15', 'b 2026-09-07'],
      {
        rotation: 'ab',
        start: '2026-08-10',
        holidayTypes: ['public'],
        engineers: { a: { calendar: 'IN' }, b: { calendar: 'US' } },
        overrides: [override('2026-08-15', 'a'), override('2026-09-07', 'b')],
        remove: ['2026-10-02', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25', '2027-01-01'],
      },
    ],
    [
      'a holiday in somebody else’s calendar earns nothing',
      [],
      {
        rotation: 'ab',
        start: '2026-08-10',
        holidayTypes: ['public'],
        engineers: { a: { calendar: 'IN' }, b: { calendar: 'US' } },
        overrides: [override('2026-08-15', 'b'), override('2026-09-07', 'a')],
        remove: ['2026-10-02', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25', '2027-01-01'],
      },
    ],
  ])('%s: %j', (_case, expected, setup) => {
    expect(credits(setup)).toEqual(expected)
  })

  it('holidays worked are in the ledger of who held them', () => {
    const found = calendar({ holidays: [holiday('2026-01-01')], overrides: [override('2026-01-01', 'c')] })
    expect(ledger(found, 2026, 'holidays')).toEqual({ a: 0, b: 0, c: 1, d: 0 })
  })

  it('a credit of somebody outside the rotation stays owed: they have no next turn', () => {
    const found = calendar({
      holidays: [holiday('2026-01-01')],
      engineers: { x: {} },
      overrides: [override('2026-01-01', 'x')],
    })
    expect(owed(found, 2027)).toEqual(['x 2026-01-01'])
  })
})
