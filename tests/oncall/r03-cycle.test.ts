import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, turns } from './rota.ts'

/** The first cycles of 2026, members only: `abcd abcd`. Weeks start on 29 December, 5, 12, 19, 26 January, 2 February … */
function cycles(setup: Setup, count: number): string {
  return calendar(setup)
    .explain(2026)
    .cycles.slice(0, count)
    .map((cycle) => cycle.members.join(''))
    .join(' ')
}

const away = (...dates: string[]) => ({ unavailable: dates.map((date) => ({ from: date, to: date })) })

describe('R3: the members of a cycle are those who are active in every one of its weeks', () => {
  it.each<[string, string, Setup]>([
    ['everyone, cycle after cycle', 'abcd abcd abcd', {}],
    ['one alone', 'a a a', { rotation: 'a' }],
    [
      'd joins on the first day of a cycle: a member of it',
      'abc abcd',
      { engineers: { d: { from: '2026-01-19' } } },
    ],
    ['d joins a day later: waits for the next', 'abc abc abcd', { engineers: { d: { from: '2026-01-20' } } }],
    [
      'd joins in the middle of a cycle: waits for the next',
      'abc abcd',
      { engineers: { d: { from: '2026-01-08' } } },
    ],
    [
      'b stays through the last day of the first cycle',
      'abcd acd',
      { engineers: { b: { until: '2026-01-25' } } },
    ],
    [
      'b leaves a day earlier: not a member, and the cycle is shorter',
      'acd acd',
      { engineers: { b: { until: '2026-01-24' } } },
    ],
    ['b leaves in the second cycle', 'abcd acd', { engineers: { b: { until: '2026-02-08' } } }],
    [
      'b and c leave after three weeks: once c, later in `rotation`, is dropped, three weeks suffice for b',
      'abd',
      { engineers: { b: { until: '2026-01-18' }, c: { until: '2026-01-18' } } },
    ],
    [
      'd leaves after two weeks, b after three: the earliest goes, and b can stay',
      'abc',
      { engineers: { b: { until: '2026-01-18' }, d: { until: '2026-01-11' } } },
    ],
    [
      'everyone but a leaves after one week: a alone, then a alone',
      'a a a',
      { engineers: { b: { until: '2026-01-04' }, c: { until: '2026-01-04' }, d: { until: '2026-01-04' } } },
    ],
    [
      'a leaves after a week, b comes then: one member each',
      'a b b',
      { rotation: 'ab', engineers: { a: { until: '2026-01-04' }, b: { from: '2026-01-05' } } },
    ],
  ])('%s: %s', (_case, expected, setup) => {
    expect(cycles(setup, expected.split(' ').length)).toBe(expected)
  })
})

describe('R3: who has an unavailable day in every week of a cycle is no member of it', () => {
  it.each<[string, string, Setup]>([
    [
      'b is away a day in each of the four weeks',
      'acd abcd',
      { engineers: { b: away('2025-12-30', '2026-01-07', '2026-01-12', '2026-01-25') } },
    ],
    [
      'b is away in three of the four weeks: a member',
      'abcd',
      { engineers: { b: away('2025-12-30', '2026-01-07', '2026-01-12') } },
    ],
    [
      'd leaves, so the cycle has three weeks, and b is away in all three: looked at again',
      'ac',
      { engineers: { b: away('2025-12-30', '2026-01-07', '2026-01-12'), d: { until: '2026-01-10' } } },
    ],
    [
      'once b is dropped, a cycle of three weeks ends before d leaves: looked at again from the start, d is a member',
      'acd',
      {
        engineers: {
          b: away('2025-12-30', '2026-01-07', '2026-01-12', '2026-01-25'),
          d: { until: '2026-01-20' },
        },
      },
    ],
    [
      'both are away in both weeks: nobody is dropped',
      'ab',
      {
        rotation: 'ab',
        engineers: { a: away('2025-12-29', '2026-01-05'), b: away('2025-12-30', '2026-01-06') },
      },
    ],
  ])('%s: %s', (_case, expected, setup) => {
    expect(cycles(setup, expected.split(' ').length)).toBe(expected)
  })
})

describe('R3: each member serves exactly one week of a cycle, and cycles follow without a gap', () => {
  it.each<[string, Setup]>([
    ['four', {}],
    ['a joiner', { engineers: { d: { from: '2026-03-04' } } }],
    ['a leaver', { engineers: { a: { until: '2026-03-04' } } }],
    ['a cycle left out', { engineers: { b: { unavailable: [{ from: '2026-02-01', to: '2026-05-31' }] } } }],
  ])('with %s', (_case, setup) => {
    const found = calendar(setup)
    const holders = found.year(2026).weeks.map((week) => week.engineer)
    const starts = found.year(2026).weeks.map((week) => week.start)
    let next = 0
    for (const { start, members } of found.explain(2026).cycles) {
      expect(starts.indexOf(start)).toBe(next)
      const served = holders.slice(next, next + members.length)
      // The last cycle may run into the next year.
      if (served.length === members.length) expect(served.toSorted()).toEqual(members)
      next += members.length
    }
    expect(next).toBeGreaterThanOrEqual(starts.length)
  })

  it('a joiner comes after the others in the cycle they join, by `rotation` order', () => {
    expect(turns(calendar({ engineers: { d: { from: '2026-01-08' } } }), 7, 7)).toBe('abcabcd')
  })

  it('nobody active is an error that names the week', () => {
    const leavers = { a: { until: '2026-01-18' }, b: { until: '2026-01-18' } }
    expect(() =>
      turns(calendar({ rotation: 'ab', engineers: leavers }), 4),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RotaError: Nobody of the rotation is active in the whole week of 2026-01-19]`,
    )
  })
})
