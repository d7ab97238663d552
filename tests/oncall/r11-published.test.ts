import { describe, expect, it } from 'vitest'
import type { PublishedWeek } from '../../src/oncall/index.ts'
import type { Setup } from './rota.ts'
import { calendar, daysOff, dutyDay, holiday, ledger, owed, turns } from './rota.ts'

/** The first weeks as announced: a letter a week, a space between cycles. */
function announced(letters: string, parts: Record<number, Partial<PublishedWeek>> = {}): PublishedWeek[] {
  const weeks: PublishedWeek[] = []
  for (const cycle of letters.split(' ')) {
    const first = date(weeks.length)
    for (const engineer of cycle) {
      const plain = { start: date(weeks.length), engineer, cycle: first, plain: engineer }
      weeks.push({ ...plain, holidays: {}, daysOff: [], absences: [], ...parts[weeks.length] })
    }
  }
  return weeks
}

/** The first day of a week, counted from 29 December 2025. */
function date(week: number): string {
  return new Date(Date.UTC(2025, 11, 29 + week * 7)).toISOString().slice(0, 10)
}

const awayFrom = (from: string, to: string) => ({ unavailable: [{ from, to }] })

describe('R11: published weeks are fixed history, and the plan goes on from them', () => {
  it.each<[string, string, string, Setup]>([
    ['against the order', 'b', 'ba ab ab', { rotation: 'ab' }],
    ['the unfinished cycle is completed by who has not served', 'c', 'cab abc abc', { rotation: 'abc' }],
    ['whole cycles against the order', 'ba ba', 'ba ba ab', { rotation: 'ab' }],
    [
      'a member who has left since does not complete it',
      'a',
      'acd acd',
      { engineers: { b: { until: '2026-01-04' } } },
    ],
    [
      'who leaves before the end of what is left does not either',
      'ab',
      'abd abd',
      { engineers: { c: { until: '2026-01-17' } } },
    ],
    [
      'who leaves after having served has served',
      'a',
      'abcd bcd',
      { engineers: { a: { until: '2026-01-25' } } },
    ],
    [
      'a holiday that turns up later moves nobody',
      'ab ab',
      'ab ab',
      { rotation: 'ab', holidays: [holiday('2025-12-31'), holiday('2026-01-14')] },
    ],
    [
      'leave moves nobody of a published week',
      'abcd',
      'abcd abcd',
      { engineers: { b: awayFrom('2026-01-05', '2026-01-11') } },
    ],
    ['a new order of `rotation` moves nobody', 'ab', 'ab ba', { rotation: 'ba' }],
  ])('%s: %s, then %s', (_case, letters, expected, setup) => {
    const found = calendar({ ...setup, published: announced(letters) })
    expect(turns(found, expected.replaceAll(' ', '').length, 1000)).toBe(expected.replaceAll(' ', ''))
  })

  it('weeks say that they are published, and whose they were in the undisturbed plan of that day', () => {
    const found = calendar({ rotation: 'ab', published: announced('b', { 0: { plain: 'a' } }) })
    expect(found.year(2026).weeks.slice(0, 3)).toMatchObject([
      { engineer: 'b', plain: 'a', published: true },
      { engineer: 'a', plain: 'b', published: false },
      { engineer: 'a', plain: 'a', published: false },
    ])
    expect(found.explain(2026).publishedThrough).toBe('2026-01-04')
  })

  it('says what was moved against the plan of that day, whatever the plan of today would be', () => {
    const found = calendar({
      rotation: 'ab',
      published: announced('ba', { 0: { plain: 'b' }, 1: { plain: 'a' } }),
    })
    expect(found.explain(2026).moved).toEqual([])
  })
})

describe('R11: everything decided in a published week stands', () => {
  it('its holidays, whatever the calendars say: they earn, and others do not', () => {
    const published = announced('abcd', { 0: { holidays: { '2026-01-02': 'Declared late' } } })
    const found = calendar({ holidayTypes: ['public'], published })
    expect(found.year(2026).weeks[0]?.holidays).toEqual([
      { date: '2026-01-02', name: 'Declared late', engineer: 'a', weight: 1 },
    ])
    expect(dutyDay(found, '2026-01-01').holiday).toBeUndefined()
    expect(dutyDay(found, '2026-01-01').holidays).toEqual([
      { name: "New Year's Day", engineers: ['a', 'b', 'c', 'd'] },
    ])
  })

  it('its days off and their covers, on days that the rules would not choose', () => {
    const published = announced('abcd a', {
      0: { holidays: { '2026-01-01': 'X' } },
      4: { daysOff: [{ date: '2026-01-28', cover: 'b', for: '2026-01-01' }] },
    })
    const found = calendar({ holidays: [holiday('2026-01-01', 'X')], published })
    expect(daysOff(found, 2026)).toEqual(['a 2026-01-28 for 2026-01-01 by b'])
    expect(dutyDay(found, '2026-01-26').holder).toBe('a')
    expect(owed(found, 2026)).toEqual([])
  })

  it('a credit that a published week pays back is not paid again', () => {
    const published = announced('abcd a', {
      0: { holidays: { '2026-01-01': 'X', '2026-01-02': 'Y' } },
      4: { daysOff: [{ date: '2026-01-26', cover: 'c', for: '2026-01-02' }] },
    })
    const found = calendar({ holidays: [holiday('2026-01-01', 'X'), holiday('2026-01-02', 'Y')], published })
    // The older one waits for the turn after, since the week says so.
    expect(daysOff(found, 2026)).toEqual([
      'a 2026-01-26 for 2026-01-02 by c',
      'a 2026-02-23 for 2026-01-01 by b',
    ])
  })

  it('its absences and their covers', () => {
    const published = announced('abcd', { 0: { absences: [{ date: '2025-12-30', cover: 'b' }] } })
    expect(dutyDay(calendar({ published }), '2025-12-30')).toMatchObject({
      planned: 'a',
      holder: 'b',
      kind: 'cover',
      reason: 'absence',
    })
  })

  it('covers given in published weeks count for who covers next', () => {
    const covers = [{ date: '2025-12-30', cover: 'c' }]
    const holidays = { '2026-01-01': 'X' }
    const found = (absences: typeof covers) =>
      calendar({
        holidays: [holiday('2026-01-01', 'X')],
        published: announced('abcd', { 0: { absences, holidays } }),
      })
    expect(dutyDay(found([]), '2026-01-26').holder).toBe('c')
    expect(dutyDay(found(covers), '2026-01-26').holder).toBe('b')
  })
})

describe('R11: publish', () => {
  const setup: Setup = { holidayTypes: ['public'], holidays: [holiday('2026-01-26', 'Ours')] }

  it('announces the weeks through the one that holds the date, with everything decided in them', () => {
    const weeks = calendar({ holidays: [holiday('2026-01-01', 'X')] }).publishable('2026-01-26')
    expect(weeks).toEqual(
      announced('abcd a', {
        0: { holidays: { '2026-01-01': 'X' }, members: ['a', 'b', 'c', 'd'] },
        4: {
          daysOff: [{ date: '2026-01-26', cover: 'c', for: '2026-01-01', name: 'X' }],
          members: ['a', 'b', 'c', 'd'],
        },
      }),
    )
  })

  it.each(['2026-01-04', '2026-03-15', '2026-12-31', '2027-05-05'])(
    'what is announced through %s is what was planned, and what follows stays as it was',
    (through) => {
      const before = calendar(setup)
      const after = calendar({ ...setup, published: before.publishable(through) })
      for (const year of [2026, 2027]) {
        expect(after.year(year).shifts).toEqual(before.year(year).shifts)
        expect(after.year(year).daysOff).toEqual(before.year(year).daysOff)
        expect(after.year(year).ledger).toEqual(before.year(year).ledger)
      }
    },
  )

  it('leaves published weeks as they are', () => {
    const published = announced('ba')
    const weeks = calendar({ rotation: 'ab', holidays: [holiday('2025-12-31')], published }).publishable(
      '2026-01-25',
    )
    expect(weeks.slice(0, 2)).toEqual(published)
    expect(weeks).toHaveLength(4)
  })

  it('--amend moves nobody and brings the holidays in line, so that credits follow', () => {
    const published = announced('abcd', { 1: { holidays: { '2026-01-07': 'Withdrawn' } } })
    const late = { holidays: [holiday('2026-01-01', 'Declared late')] }
    const before = calendar({ ...late, published })
    const after = calendar({ ...late, published: before.amended() })
    expect(before.amended()).toEqual(
      announced('abcd', { 0: { holidays: { '2026-01-01': 'Declared late' } } }),
    )
    expect(ledger(before, 2026, 'holidays')).toEqual({ a: 0, b: 1, c: 0, d: 0 })
    expect(ledger(after, 2026, 'holidays')).toEqual({ a: 1, b: 0, c: 0, d: 0 })
    expect(daysOff(after, 2026)).toEqual(['a 2026-01-26 for 2026-01-01 by c'])
  })

  it('--amend writes the holidays of whoever holds the day, an override as well', () => {
    const found = calendar({
      rotation: 'ab',
      calendar: 'US',
      holidayTypes: ['public'],
      engineers: { x: { calendar: 'GB-ENG' } },
      start: '2026-11-23',
      overrides: [{ from: '2026-11-26', to: '2026-11-26', engineer: 'x' }],
      published: [
        {
          start: '2026-11-23',
          engineer: 'a',
          cycle: '2026-11-23',
          plain: 'a',
          holidays: { '2026-11-26': 'Thanksgiving Day' },
          daysOff: [],
          absences: [],
        },
      ],
    })
    expect(found.amended()[0]?.holidays).toEqual({})
  })
})
