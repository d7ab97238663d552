import { describe, expect, it } from 'vitest'
import { describeDay, reasonOf, whyText } from '../../src/calendar/describe-day.ts'
import type { DutyDay } from '../../src/oncall/index.ts'

const day = (more: Partial<DutyDay> = {}): DutyDay => ({
  date: '2026-12-25',
  start: '2026-12-25T09:00:00+01:00',
  end: '2026-12-26T09:00:00+01:00',
  week: 0,
  planned: 'a',
  holder: 'a',
  kind: 'rotation',
  absence: false,
  hours: [],
  holidays: [],
  monthEnd: false,
  ...more,
})
const HOLIDAY = { date: '2026-11-26', name: 'Thanksgiving Day' }
const hours = [{ start: '2026-12-25T18:00:00+01:00', end: '2026-12-25T22:00:00+01:00', engineer: 'b' }]

describe('what is special about a duty day', () => {
  it.each([
    ['nothing', {}, { hours: [], holidays: [] }],
    [
      'a day off and who covers it',
      { kind: 'cover', holder: 'b', dayOff: HOLIDAY, reason: 'day off' },
      {
        off: { engineer: 'a', why: 'day off', holiday: HOLIDAY },
        instead: { engineer: 'b', by: 'cover' },
        hours: [],
        holidays: [],
      },
    ],
    [
      'an absence and who covers it',
      { kind: 'cover', holder: 'b', absence: true, reason: 'absence' },
      {
        off: { engineer: 'a', why: 'absence' },
        instead: { engineer: 'b', by: 'cover' },
        hours: [],
        holidays: [],
      },
    ],
    [
      'an override with what its file says',
      { kind: 'override', holder: 'b', reason: 'dentist' },
      { instead: { engineer: 'b', by: 'override', reason: 'dentist' }, hours: [], holidays: [] },
    ],
    [
      'an override of which nobody says why',
      { kind: 'override', holder: 'b' },
      { instead: { engineer: 'b', by: 'override' }, hours: [], holidays: [] },
    ],
    [
      'hours, a holiday of one person, and who is second',
      { hours, holidays: [{ name: 'Christmas', engineers: ['a'] }], second: 'c' },
      { hours, holidays: [{ name: 'Christmas', engineers: ['a'] }], second: 'c' },
    ],
  ] as [string, Partial<DutyDay>, object][])('is %s', (_, more, description) => {
    expect(describeDay(day(more))).toEqual(description)
  })
})

describe('why somebody is on call, after their name', () => {
  const name = (id: string) => `Engineer ${id.toUpperCase()}`
  it.each([
    [{ kind: 'rotation' }, ''],
    [{ kind: 'cover', for: 'a', reason: 'day off' }, ', covering Engineer A (day off)'],
    [{ kind: 'cover', for: 'a', reason: 'absence' }, ', covering Engineer A (absence)'],
    [{ kind: 'override', reason: 'dentist' }, ' (dentist)'],
    [{ kind: 'override' }, ' (override)'],
  ] as const)('%j is said as "%s"', (why, text) => {
    expect(whyText(why, name)).toBe(text)
  })

  it('is "override" where its file gives no reason', () => {
    expect(reasonOf({})).toBe('override')
  })
})
