import { expect, it } from 'vitest'
import { standingAt, type ShiftSource } from '../../src/calendar/standing.ts'

const day = (date: string) => `2026-11-${date}T09:00:00+00:00`
const shift = (engineer: string, from: string, to: string) => ({
  start: day(from),
  end: day(to),
  engineer,
  kind: 'rotation' as const,
})
const calendar: ShiftSource = {
  rota: { id: 'ops', timeZone: 'UTC' },
  year: () => ({
    shifts: [
      shift('engineer-a', '02', '04'),
      shift('engineer-a', '04', '09'),
      shift('engineer-b', '09', '16'),
      // Nobody is on call for a day.
      shift('engineer-b', '17', '23'),
    ],
    weeks: [],
  }),
  days: () => [],
}

it('somebody is on call until another one takes over, through shifts of their own that follow each other', () => {
  expect(standingAt(calendar, day('03'), [2026])).toMatchObject({
    until: day('09'),
    next: { engineer: 'engineer-b' },
  })
})

it('and until a gap, behind which they may be on call again', () => {
  expect(standingAt(calendar, day('10'), [2026]).until).toBe(day('16'))
  expect(standingAt(calendar, day('16'), [2026]).shift).toBeNull()
  expect(standingAt(calendar, day('18'), [2026]).until).toBe(day('23'))
})
