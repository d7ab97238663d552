import { describe, expect, it } from 'vitest'
import type { Setup } from './rota.ts'
import { calendar, holiday } from './rota.ts'

/** The seconds from `from` on, as `b 2026-01-05T09:00`; those that end before `from` are left out. */
function seconds(setup: Setup, from: string, count: number): string[] {
  const found = calendar({ second: 'next', ...setup })
  return (found.year(2026).seconds ?? [])
    .filter(({ end }) => end > from)
    .slice(0, count)
    .map(({ start, engineer }) => `${engineer} ${start.slice(0, 16)}`)
}

const week = (engineer: string, from: string, to: string) => ({ engineer, from, to })

describe('R12: the second of a day holds the same day of the next week, or of the one before', () => {
  it.each<[string, string[]]>([
    ['next', ['b 2025-12-29T09:00', 'c 2026-01-05T09:00', 'd 2026-01-12T09:00']],
    // Weeks before the first do not exist, so the first week has no second.
    ['previous', ['a 2026-01-05T09:00', 'b 2026-01-12T09:00', 'c 2026-01-19T09:00']],
  ])('%s', (second, expected) => {
    expect(seconds({ second: second === 'next' ? 'next' : 'previous' }, '2025-12-29', 3)).toEqual(expected)
  })

  it.each(['none', undefined] as const)('a rota with `second: %s` has none', (second) => {
    expect(calendar({ ...(second && { second }) }).year(2026)).not.toHaveProperty('seconds')
  })

  it('overrides of whole days are seen: the day of the week after is another person’s', () => {
    const setup = { overrides: [week('d', '2026-01-07', '2026-01-07')] }
    expect(seconds(setup, '2025-12-29', 3)).toEqual([
      'b 2025-12-29T09:00',
      'd 2025-12-31T09:00',
      'b 2026-01-01T09:00',
    ])
  })

  it.each<[string, Setup, string]>([
    // In the first week b would be second.
    ['holds the day themselves', { overrides: [week('b', '2025-12-29', '2026-01-04')] }, 'c'],
    ['is on leave', { engineers: { b: { unavailable: [{ from: '2025-12-29', to: '2026-01-04' }] } } }, 'c'],
    [
      'is not active, though an override puts them on duty later',
      { engineers: { x: { from: '2026-01-05' } }, overrides: [week('x', '2026-01-05', '2026-01-11')] },
      'c',
    ],
  ])('who %s is passed over for the week after', (_case, setup, expected) => {
    expect(seconds(setup, '2025-12-29', 1)[0]?.slice(0, 1)).toBe(expected)
  })

  it('who has a day off is passed over: a alone would be second to who covers a', () => {
    const setup = { rotation: 'ab', holidays: [holiday('2026-01-01')] }
    // a is off on Monday 12 January and b covers: b holds the day, a is off, so nobody is left.
    const found = seconds(setup, '2026-01-05T10:00', 4)
    expect(found).toEqual([
      'a 2026-01-05T09:00',
      'b 2026-01-13T09:00',
      'a 2026-01-19T09:00',
      'b 2026-01-26T09:00',
    ])
  })

  it('in the window of hours the holder of the day is second; in their own window, the second of the day', () => {
    const hours = (engineer: string) => ({
      overrides: [week(engineer, '2026-01-06T18:00', '2026-01-06T22:00')],
    })
    // b holds the day, c is second.
    expect(seconds(hours('d'), '2026-01-06', 3)).toEqual([
      'c 2026-01-05T09:00',
      'b 2026-01-06T18:00',
      'c 2026-01-06T22:00',
    ])
    expect(seconds(hours('b'), '2026-01-06', 2)).toEqual(['c 2026-01-05T09:00', 'd 2026-01-12T09:00'])
    expect(seconds(hours('c'), '2026-01-06', 2)).toEqual(['c 2026-01-05T09:00', 'b 2026-01-06T18:00'])
  })

  it('a rota of one has no second', () => {
    expect(seconds({ rotation: 'a' }, '2025-12-29', 1)).toEqual([])
  })

  it('the last week of the year is seen through the plan of the year after', () => {
    const found = calendar({ second: 'next' })
    const last = found.year(2026).seconds?.at(-1)
    expect(last?.engineer).toBe(found.year(2027).weeks[0]?.engineer)
    expect(found.secondAt('2027-01-03T12:00:00Z')?.engineer).toBe(last?.engineer)
    expect(found.secondAt('2025-12-28T12:00:00Z')).toBeUndefined()
  })

  it('a second earns no credit and no weight', () => {
    const holidays = [holiday('2026-01-07', 'Christmas Day')]
    const bare = calendar({ holidays, weights: { 'Christmas Day': 3 } }).year(2026)
    const withSecond = calendar({ holidays, weights: { 'Christmas Day': 3 }, second: 'next' }).year(2026)
    expect(withSecond.seconds).not.toEqual([])
    expect({ ...withSecond, seconds: undefined }).toEqual({ ...bare, seconds: undefined })
  })
})
