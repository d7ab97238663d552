import { describe, expect, it } from 'vitest'
import { diffCalendars } from '../../../src/calendar/diff/moves.ts'
import { dateHolidays } from '../../../src/oncall/date-holidays.ts'
import { createCalendar, type RotaCalendar, type RotaInput } from '../../../src/oncall/index.ts'
import { calendarOf, rota } from '../feeds/sources.ts'

const YEARS = [2026, 2027]
const NOW = new Date('2026-11-20T12:00:00Z')
const HALF_HOUR = 30 * 60_000

const CHANGES: Record<string, Partial<RotaInput>> = {
  'leave of a month': {
    engineers: {
      ...rota().engineers,
      'engineer-b': { name: 'Engineer B', unavailable: [{ from: '2027-02-01', to: '2027-03-07' }] },
    },
  },
  'someone who leaves': {
    engineers: { ...rota().engineers, 'engineer-d': { name: 'Engineer D', until: '2027-03-31' } },
  },
  'another order': { rotation: ['engineer-c', 'engineer-a', 'engineer-d', 'engineer-b'] },
  'an evening handoff': { handoffTime: '17:30' },
  'another zone': { timeZone: 'Asia/Kolkata' },
  'a later start': { start: '2026-02-02' },
  'an override of one day': { overrides: [{ from: '2026-12-01', to: '2026-12-01', engineer: 'engineer-c' }] },
}

describe('what moves between two calendars', () => {
  it('is nothing, between a calendar and itself', () => {
    const options = { years: YEARS, now: NOW }
    expect(diffCalendars(calendarOf(rota()), createCalendar(rota(), dateHolidays), options)).toEqual({
      moves: [],
      daysOff: [],
      ledger: [],
    })
  })

  it.each(Object.entries(CHANGES))(
    'of %s, leads from who was on call to who is, every half hour',
    (_, change) => {
      const [before, after] = [calendarOf(rota()), calendarOf(rota(change))]
      const { moves } = diffCalendars(before, after, { years: YEARS, now: NOW })
      expect(moves.length).toBeGreaterThan(0)
      const moved = moves.map((move) => ({
        ...move,
        from: Date.parse(move.start),
        until: Date.parse(move.end),
      }))
      const [was, is] = [holders(before), holders(after)]
      const wrong: string[] = []
      for (
        let time = Date.parse('2025-12-28T00:00Z');
        time < Date.parse('2028-01-05T00:00Z');
        time += HALF_HOUR
      ) {
        const move = moved.find(({ from, until }) => from <= time && time < until)
        const expected = { before: was(time), after: is(time) }
        const found = move
          ? { before: move.before, after: move.after }
          : { before: was(time), after: was(time) }
        if (found.before !== expected.before || found.after !== expected.after)
          wrong.push(new Date(time).toISOString())
      }
      expect(wrong).toEqual([])
    },
  )

  it('comes with the notice in whole days, negative for what has begun', () => {
    const change = {
      overrides: [
        { from: '2026-11-19', to: '2026-11-19', engineer: 'engineer-a' },
        { from: '2026-11-21', to: '2026-11-21', engineer: 'engineer-b' },
        { from: '2026-12-01', to: '2026-12-01', engineer: 'engineer-c' },
      ],
    }
    const options = { years: YEARS, now: NOW }
    const { moves } = diffCalendars(calendarOf(rota()), calendarOf(rota(change)), options)
    expect(moves.map((move) => [move.start.slice(0, 10), move.noticeDays])).toEqual([
      ['2026-11-19', -1],
      ['2026-11-21', 1],
      ['2026-12-01', 11],
    ])
  })

  it('includes the days off that a holiday brings', () => {
    const change = { holidays: { add: [{ date: '2026-12-02', name: 'Founders Day' }], remove: [] } }
    const options = { years: YEARS, now: NOW }
    const { daysOff } = diffCalendars(calendarOf(rota()), calendarOf(rota(change)), options)
    const founders = daysOff.find((dayOff) => dayOff.for.name === 'Founders Day')
    expect(founders).toMatchObject({ before: null, for: { date: '2026-12-02' } })
    expect(founders?.after).toMatch(/^202[67]-/)
  })
})

function holders(calendar: RotaCalendar): (time: number) => string | null {
  const shifts = YEARS.flatMap((year) => calendar.year(year).shifts).map(({ start, end, engineer }) => ({
    start: Date.parse(start),
    end: Date.parse(end),
    engineer,
  }))
  return (time) => shifts.find(({ start, end }) => start <= time && time < end)?.engineer ?? null
}
