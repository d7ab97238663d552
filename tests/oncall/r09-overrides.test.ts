import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, dutyDay, holders, holiday, ledger } from './rota.ts'

const away = (...dates: string[]) => ({ unavailable: dates.map((date) => ({ from: date, to: date })) })

describe('R9: an override puts its engineer on its duty days, whoever was planned', () => {
  it.each<[string, string, Setup]>([
    ['without one', 'aaaaaaabbbbbbb', {}],
    ['one day', 'aacaaaabbbbbbb', { overrides: [{ from: '2025-12-31', to: '2025-12-31', engineer: 'c' }] }],
    [
      'both ends inclusive',
      'accaaaabbbbbbb',
      { overrides: [{ from: '2025-12-30', to: '2025-12-31', engineer: 'c' }] },
    ],
    [
      'over the end of a week',
      'aaaaaccccbbbbb',
      { overrides: [{ from: '2026-01-03', to: '2026-01-06', engineer: 'c' }] },
    ],
    [
      'a whole week',
      'dddddddbbbbbbb',
      { overrides: [{ from: '2025-12-29', to: '2026-01-04', engineer: 'd' }] },
    ],
    [
      'two that follow each other',
      'acdaaaabbbbbbb',
      {
        overrides: [
          { from: '2025-12-30', to: '2025-12-30', engineer: 'c' },
          { from: '2025-12-31', to: '2025-12-31', engineer: 'd' },
        ],
      },
    ],
    [
      'an engineer of the content outside the rotation',
      'aaxaaaabbbbbbb',
      { engineers: { x: {} }, overrides: [{ from: '2025-12-31', to: '2025-12-31', engineer: 'x' }] },
    ],
    [
      'in a published week as well',
      'bbcbbbbaaaaaaa',
      {
        rotation: 'ab',
        engineers: { c: {} },
        overrides: [{ from: '2025-12-31', to: '2025-12-31', engineer: 'c' }],
        published: [
          {
            start: '2025-12-29',
            engineer: 'b',
            cycle: '2025-12-29',
            plain: 'a',
            holidays: {},
            daysOff: [],
            absences: [],
          },
        ],
      },
    ],
    [
      'in place of a cover of a published week',
      'cdbbbbbaaaaaaa',
      {
        rotation: 'ab',
        engineers: { c: {}, d: {} },
        overrides: [{ from: '2025-12-29', to: '2025-12-29', engineer: 'c' }],
        published: [
          {
            start: '2025-12-29',
            engineer: 'b',
            cycle: '2025-12-29',
            plain: 'a',
            holidays: {},
            daysOff: [],
            absences: [
              { date: '2025-12-29', cover: 'a' },
              { date: '2025-12-30', cover: 'd' },
            ],
          },
        ],
      },
    ],
  ])('%s: %s', (_case, expected, setup) => {
    expect(holders(calendar(setup), '2025-12-29', 14)).toBe(expected)
  })

  it.each([
    ['with a reason', 'Swap agreed with B', { reason: 'Swap agreed with B' }],
    ['without one', undefined, {}],
  ])('it is a shift of its own, %s', (_case, reason, extra) => {
    const found = calendar({
      overrides: [
        { from: '2025-12-30', to: '2025-12-31', engineer: 'c', ...(reason !== undefined && { reason }) },
      ],
    })
    expect(found.year(2026).shifts[1]).toEqual({
      start: '2025-12-30T09:00:00+00:00',
      end: '2026-01-01T09:00:00+00:00',
      engineer: 'c',
      kind: 'override',
      ...extra,
    })
  })

  it.each([
    ['the same engineer and reason: one shift', 'Swap', 'Swap', 1],
    ['the same engineer without reasons: one shift', undefined, undefined, 1],
    ['another reason: two shifts', 'Swap', 'Ill', 2],
  ])('overrides that follow each other with %s', (_case, first, second, count) => {
    const override = (from: string, to: string, reason: string | undefined) => ({
      from,
      to,
      engineer: 'c',
      reason,
    })
    const found = calendar({
      overrides: [override('2026-01-03', '2026-01-04', first), override('2026-01-05', '2026-01-06', second)],
    })
    expect(found.year(2026).shifts.filter((shift) => shift.kind === 'override')).toHaveLength(count)
  })

  it('who is put on their own day holds it by override', () => {
    const found = calendar({ overrides: [{ from: '2025-12-30', to: '2025-12-30', engineer: 'a' }] })
    expect(dutyDay(found, '2025-12-30')).toMatchObject({ planned: 'a', holder: 'a', kind: 'override' })
  })
})

describe('R9: unavailable days left in a planned week are covered, and cost no credit', () => {
  // Everyone is away a day of the first week, so it stays with a.
  const engineers = {
    a: away('2025-12-30'),
    b: away('2026-01-01'),
    c: away('2026-01-01'),
    d: away('2026-01-01'),
  }

  it('the day is an absence, held by a cover', () => {
    const found = calendar({ engineers })
    expect(dutyDay(found, '2025-12-30')).toMatchObject({
      planned: 'a',
      holder: 'd',
      kind: 'cover',
      reason: 'absence',
      absence: true,
    })
  })

  it('an overridden day is no absence and has no cover', () => {
    const found = calendar({
      engineers,
      overrides: [{ from: '2025-12-30', to: '2025-12-30', engineer: 'c' }],
    })
    expect(dutyDay(found, '2025-12-30')).toMatchObject({ holder: 'c', kind: 'override', absence: false })
    expect(ledger(found, 2026, 'covers')).toEqual({ a: 0, b: 0, c: 0, d: 0 })
  })

  it('a credit is paid back on another day of the same week, in full', () => {
    const found = calendar({
      holidays: [holiday('2026-01-01')],
      engineers: {
        a: away('2026-01-26'),
        b: away('2026-01-28'),
        c: away('2026-01-29'),
        d: away('2026-01-30'),
      },
    })
    expect([dutyDay(found, '2026-01-26').absence, dutyDay(found, '2026-01-27').dayOff?.date]).toEqual([
      true,
      '2026-01-01',
    ])
    expect(ledger(found, 2026, 'daysOff')).toMatchObject({ a: 1 })
  })
})
