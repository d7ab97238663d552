import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { coverageAt } from '../../src/client/coverage.ts'
import { deadlines } from '../../src/client/deadlines.ts'
import { dutyDate } from '../../src/client/duty-date.ts'
import { instantAt, knowOffsets, readerTime, wallTime } from '../../src/client/zoned-time.ts'
import { zoneOffsets } from '../../src/calendar/views/zone-offsets.ts'

const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'UTC',
]

describe('wall-clock time without a library', () => {
  test.each(ZONES)('agrees with luxon through every hour of 2026 in %s', (zone) => {
    for (let hour = 0; hour < 8760; hour += 1) {
      const instant = Date.UTC(2026, 0, 1) + hour * 3_600_000
      const expected = DateTime.fromMillis(instant, { zone })
      expect(wallTime(instant, zone)).toEqual({
        date: expected.toISODate(),
        time: expected.toFormat('HH:mm'),
      })
    }
  })

  test('is the same by the offsets of the page as by `Intl`, to the minute, and past their end', () => {
    const zone = 'Australia/Lord_Howe'
    const [start, end] = [Date.UTC(2026, 0, 1) / 60_000, Date.UTC(2027, 0, 1) / 60_000]
    const offsets = zoneOffsets(zone, start, end)
    expect(offsets).toEqual([
      [start, 660],
      [Date.parse('2026-04-05T02:00:00+11:00') / 60_000, 630],
      [Date.parse('2026-10-04T02:00:00+10:30') / 60_000, 660],
    ])
    const instants = [
      start - 1,
      ...offsets.flatMap(([since]) => [since - 1, since]),
      end - 1,
      end,
      end + 200_000,
    ]
    const byIntl = instants.map((minute) => wallTime(minute * 60_000, zone))
    knowOffsets(zone, offsets, end)
    expect(instants.map((minute) => wallTime(minute * 60_000, zone))).toEqual(byIntl)
  })

  test('of the reader is what their own clock shows', () => {
    const now = new Date(2026, 10, 23, 15, 4)
    expect(readerTime(now.getTime())).toEqual({ date: '2026-11-23', time: '15:04' })
  })

  test.each(ZONES)('finds the instant of a time that occurs once in %s', (zone) => {
    for (let day = 0; day < 365; day += 1) {
      const expected = DateTime.fromObject({ year: 2026, month: 1, day: 1, hour: 9 }, { zone }).plus({
        days: day,
      })
      expect(instantAt(expected.toISODate() ?? '', '09:00', zone)).toBe(expected.toMillis())
    }
  })

  test('takes the first of two, and the offset before a gap', () => {
    expect(instantAt('2026-11-01', '01:30', 'America/New_York')).toBe(Date.parse('2026-11-01T01:30:00-04:00'))
    expect(instantAt('2026-03-08', '02:30', 'America/New_York')).toBe(Date.parse('2026-03-08T02:30:00-05:00'))
  })
})

describe('deadlines', () => {
  const zone = 'America/New_York'
  const started = Date.parse('2026-10-30T22:10:00-04:00')
  test.each([
    {
      terms: { available: 'PT48H' },
      deadline: '2026-11-01T21:10:00-05:00',
      rule: 'hours are hours, also when clocks change',
    },
    {
      terms: { resolved: 'P7D' },
      deadline: '2026-11-06T22:10:00-05:00',
      rule: 'days keep the time on the wall',
    },
    { terms: { resolved: 'P1W' }, deadline: '2026-11-06T22:10:00-05:00', rule: 'a week is seven days' },
    {
      terms: { due: 'end-of-week' },
      deadline: '2026-11-01T23:59:00-05:00',
      rule: 'a week ends with its Sunday',
    },
    {
      terms: { due: 'end-of-month' },
      deadline: '2026-10-31T23:59:00-04:00',
      rule: 'a month ends with its last day',
    },
  ])('$rule', ({ terms, deadline }) => {
    const [instant] = Object.values(deadlines(started, terms, zone))
    expect(new Date(instant ?? 0).toISOString()).toBe(new Date(deadline).toISOString())
  })
})

describe('the duty day', () => {
  test.each([
    { at: '2026-11-23T08:59:00-05:00', handoff: '09:00', day: '2026-11-22' },
    { at: '2026-11-23T09:00:00-05:00', handoff: '09:00', day: '2026-11-23' },
    { at: '2026-11-23T17:59:00-05:00', handoff: '18:00', day: '2026-11-23' },
    { at: '2026-11-23T18:00:00-05:00', handoff: '18:00', day: '2026-11-24' },
  ])('at $at with a handoff at $handoff is $day', ({ at, handoff, day }) => {
    expect(dutyDate(Date.parse(at), 'America/New_York', handoff)).toBe(day)
  })
})

describe('coverage', () => {
  const at = (instant: string, kind: string, closed: string[] = [], hours = '09:00 17:00') =>
    coverageAt(Date.parse(instant), kind, 'America/New_York', hours, new Set(closed))

  test('in business hours ends at 17:00 and is back the next open day', () => {
    expect(at('2026-11-27T16:59:00-05:00', 'business-hours')).toMatchObject({
      isOn: true,
      text: 'Covered now, until 17:00',
    })
    expect(at('2026-11-27T17:00:00-05:00', 'business-hours').text).toBe('Back Mon 30 Nov 09:00')
    expect(at('2026-11-25T17:00:00-05:00', 'business-hours', ['2026-11-26']).text).toBe(
      'Back Fri 27 Nov 09:00',
    )
  })

  test('keeps the business hours that the rota names', () => {
    const text = (instant: string) => at(instant, 'business-hours', [], '08:00 18:30').text
    expect(text('2026-11-27T07:59:00-05:00')).toBe('Back Fri 27 Nov 08:00')
    expect(text('2026-11-27T08:00:00-05:00')).toBe('Covered now, until 18:30')
    expect(text('2026-11-27T18:30:00-05:00')).toBe('Back Mon 30 Nov 08:00')
  })

  test('at the end of the month is on in its last seven dates', () => {
    expect(at('2027-02-21T23:59:00-05:00', 'month-end')).toMatchObject({
      isOn: false,
      text: 'Month-end watch from Mon 22 Feb',
    })
    expect(at('2027-02-22T00:00:00-05:00', 'month-end').isOn).toBe(true)
    expect(at('2027-03-01T00:00:00-05:00', 'month-end').isOn).toBe(false)
  })
})
