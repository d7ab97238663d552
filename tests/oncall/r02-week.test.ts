import { describe, expect, it } from 'vitest'
import { calendar, years } from './rota.ts'

describe('R2: a week is seven duty days from `start` + 7k, and belongs to the year of its fourth day', () => {
  it.each([
    // start, its weekday, the fourth day, the year of week 1
    ['2025-12-29', 'Monday', '2026-01-01', 2026],
    ['2025-12-30', 'Tuesday', '2026-01-02', 2026],
    ['2025-12-28', 'Sunday', '2025-12-31', 2025],
    ['2025-12-27', 'Saturday', '2025-12-30', 2025],
    ['2026-01-02', 'Friday', '2026-01-05', 2026],
    ['2026-12-28', 'Monday', '2026-12-31', 2026],
    ['2026-12-29', 'Tuesday', '2027-01-01', 2027],
  ])(
    'a rota that starts on %s, a %s, has its fourth day on %s: week 1 is of %d',
    (start, _weekday, _fourth, year) => {
      const found = calendar({ start })
      expect(found.firstYear).toBe(year)
      expect(found.yearOf(start)).toBe(year)
      expect(found.year(year).weeks[0]?.start).toBe(start)
    },
  )

  it.each([
    // With Monday handoffs, the ISO week-year.
    [2026, 53, '2025-12-29', '2026-12-28'],
    [2027, 52, '2027-01-04', '2027-12-27'],
    [2028, 52, '2028-01-03', '2028-12-25'],
    [2032, 53, '2031-12-29', '2032-12-27'],
  ])('%d has %d weeks, from the one of %s to the one of %s', (year, count, first, last) => {
    const { weeks } = calendar().year(year)
    expect(weeks).toHaveLength(count)
    expect([weeks[0]?.start, weeks.at(-1)?.start]).toEqual([first, last])
  })

  it.each(['2025-12-29', '2026-01-01', '2026-02-28', '2026-06-06'])(
    'the weeks of a rota that starts on %s never overlap and leave no gap',
    (start) => {
      const found = calendar({ start })
      const starts = years(found, 2029).flatMap((year) => found.year(year).weeks.map((week) => week.start))
      const expected = starts.map((_, index) =>
        new Date(Date.parse(`${start}T00:00:00Z`) + index * 7 * 86_400_000).toISOString().slice(0, 10),
      )
      expect(starts).toEqual(expected)
    },
  )

  it('every day of a week belongs to the year of the week', () => {
    const found = calendar()
    expect(
      ['2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04'].map((date) => found.yearOf(date)),
    ).toEqual([2026, 2026, 2026, 2027])
  })

  it('a handoff after noon starts the weeks a day after `start`: weeks are named by duty days', () => {
    const dates = (handoffTime: string, start: string) =>
      calendar({ handoffTime, start })
        .year(2026)
        .weeks.map((week) => week.start)
    expect(dates('18:00', '2025-12-28')).toEqual(dates('09:00', '2025-12-29'))
  })
})
