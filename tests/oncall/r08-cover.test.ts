import { describe, expect, it } from 'vitest'
import type { EngineerInput } from '../../src/oncall/index.ts'
import type { Setup } from './rota.ts'
import { calendar, holiday, holders } from './rota.ts'

/** Days of the first week (Monday 29 December to Sunday 4 January) by name. */
const DATES: Record<string, string> = {
  Mon: '2025-12-29',
  Tue: '2025-12-30',
  Wed: '2025-12-31',
  Thu: '2026-01-01',
  Fri: '2026-01-02',
  Sat: '2026-01-03',
  Sun: '2026-01-04',
}

const away = (...days: string[]): Partial<EngineerInput> => ({
  unavailable: days.map((day) => ({ from: DATES[day] ?? day, to: DATES[day] ?? day })),
})

/**
 * Who holds the first week, a letter a day. Everyone is away on two days of it, so that no order is better than
 * another and the week stays with a.
 */
function firstWeek(absences: Record<string, string>, setup: Setup = {}): string {
  const engineers = Object.fromEntries(
    Object.entries(absences).map(([engineer, days]) => [engineer, away(...days.split(' '))]),
  )
  return holders(calendar({ rotation: Object.keys(absences).join(''), engineers, ...setup }), '2025-12-29', 7)
}

describe('R8: days off and unavailable days are covered by another engineer of the rotation, who is there', () => {
  it.each<[string, string, Record<string, string>, Setup?]>([
    [
      'one engineer takes the whole run, the farthest from their own weeks: d is three weeks away',
      'addaaaa',
      { a: 'Tue Wed', b: 'Fri Sat', c: 'Fri Sat', d: 'Fri Sat' },
    ],
    [
      'who is away cannot: c is the next farthest',
      'accaaaa',
      { a: 'Tue Wed', b: 'Fri Sat', c: 'Fri Sat', d: 'Tue Wed' },
    ],
    [
      'who can take more of the run goes first, near as they are: b takes both days, c and d could take one',
      'abbaaaa',
      { a: 'Tue Wed', b: 'Fri Sat', c: 'Wed Fri', d: 'Wed Fri' },
    ],
    [
      'a run that nobody can take whole is shared: c takes Tuesday, d Wednesday',
      'acdaaaa',
      { a: 'Tue Wed', b: 'Wed Fri', c: 'Wed Fri', d: 'Tue Fri' },
    ],
    [
      'days apart are two runs, and who covered fewer days goes first: c on Monday, then b',
      'cabaaaa',
      { a: 'Mon Wed', b: 'Fri Sat', c: 'Fri Sat' },
    ],
    [
      'who is on duty the day after covers last, few covers or not: c again on Sunday, b’s week starts on Monday',
      'caaaaac',
      { a: 'Mon Sun', b: 'Tue Wed', c: 'Tue Wed' },
    ],
    ['with nobody else, who is on duty the day after covers', 'aabaaab', { a: 'Wed Sun', b: 'Tue Thu' }],
    [
      'a holiday of the cover’s own ends what they can take: it is everyone’s, so one takes that day alone',
      'cbaaaaa',
      { a: 'Mon Tue', b: 'Wed Thu', c: 'Wed Thu' },
      { holidays: [holiday('2025-12-30')] },
    ],
    [
      'a holiday first: one takes it alone, another the rest',
      'cbaaaaa',
      { a: 'Mon Tue', b: 'Wed Thu', c: 'Wed Thu' },
      { holidays: [holiday('2025-12-29')] },
    ],
  ])('%s: %s', (_case, expected, absences, setup) => {
    expect(firstWeek(absences, setup)).toBe(expected)
  })

  it('a holiday that is none for the cover does not stop them', () => {
    // Monday 31 August 2026 is a holiday of a and c, not of b, who is away too long to have the week.
    const found = calendar({
      rotation: 'abc',
      start: '2026-08-31',
      holidayTypes: ['public'],
      calendar: 'GB-ENG',
      engineers: {
        a: away('2026-08-31', '2026-09-01'),
        b: { calendar: 'US', ...away('2026-09-03', '2026-09-04', '2026-09-05') },
        c: away('2026-09-03', '2026-09-04'),
      },
      remove: [
        '2026-09-07',
        '2026-10-12',
        '2026-11-11',
        '2026-11-26',
        '2026-12-25',
        '2026-12-28',
        '2027-01-01',
      ],
    })
    expect(holders(found, '2026-08-31', 7)).toBe('bbaaaaa')
  })

  it('the farthest in days counts both sides, and of equals `rotation` order decides', () => {
    // Turns of a: 19 January, fourth week. On Thursday 22 January b is 4 days before their own week, c 4 days after.
    const found = calendar({
      rotation: 'abc',
      engineers: { a: away('2026-01-22'), b: away('2026-01-20'), c: away('2026-01-20') },
    })
    expect(holders(found, '2026-01-19', 7)).toBe('aaabaaa')
  })

  it('a newcomer starts from the mean of the others’ cover days, rounded down', () => {
    // b covers five days in January: 5 / 3 is 1 for d on 9 February. On 16 February c, with none, goes before d,
    // although d is farther from a week of their own.
    const found = calendar({
      engineers: { d: { from: '2026-02-09' } },
      holidays: ['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-28'].map(
        (date) => holiday(date),
      ),
    })
    expect(holders(found, '2026-01-19', 7)).toBe('bbbbbaa')
    expect(holders(found, '2026-02-16', 7)).toBe('cbbbbbb')
  })

  it('a rota that ends next year has covers to the last week of this one', () => {
    const leaving = { until: '2027-02-28' }
    const engineers = { a: leaving, b: leaving, c: leaving }
    const found = calendar({ rotation: 'abc', engineers, holidays: [holiday('2026-12-09')] })
    expect(found.year(2026).daysOff).toMatchObject([{ date: '2026-12-28', cover: 'c' }])
    expect(() => found.year(2027)).toThrow('Nobody of the rotation is active in the whole week of 2027-03-01')
  })

  it('nobody from outside the rotation covers', () => {
    const found = calendar({ rotation: 'ab', engineers: { x: {} }, holidays: [holiday('2026-01-01')] })
    expect(holders(found, '2026-01-12', 7)).toBe('baaaaaa')
  })

  it.each<[string, string, string, Setup]>([
    ['c would be the farthest', '2026-01-26', 'c', {}],
    ['c has left the day before', '2026-01-26', 'b', { engineers: { c: { until: '2026-01-25' } } }],
    [
      'c comes the day after',
      '2026-01-12',
      'b',
      { rotation: 'abc', engineers: { c: { from: '2026-01-13' } } },
    ],
    [
      'c comes that day',
      '2026-01-12',
      'c',
      { rotation: 'abc', engineers: { c: { from: '2026-01-12', until: '2026-01-13' } } },
    ],
  ])('who is not there does not cover: %s, so %s is held by %s', (_case, date, expected, setup) => {
    expect(holders(calendar({ holidays: [holiday('2026-01-01')], ...setup }), date, 1)).toBe(expected)
  })

  it('a cover is a shift that says for whom and why', () => {
    const found = calendar({ holidays: [holiday('2026-01-01')] })
    expect(found.shiftAt('2026-01-26T12:00:00Z')).toEqual({
      start: '2026-01-26T09:00:00+00:00',
      end: '2026-01-27T09:00:00+00:00',
      engineer: 'c',
      kind: 'cover',
      for: 'a',
      reason: 'day off',
    })
  })
})
