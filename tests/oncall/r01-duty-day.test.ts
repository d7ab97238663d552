import { describe, expect, it } from 'vitest'
import { calendar, dutyDay } from './rota.ts'

describe('R1: the duty day of a date is the window between two handoffs that contains its noon', () => {
  it.each([
    // handoff, the duty day of Tuesday 6 January 2026 starts
    ['00:00', '2026-01-06T00:00:00+00:00'],
    ['09:00', '2026-01-06T09:00:00+00:00'],
    ['11:30', '2026-01-06T11:30:00+00:00'],
    ['12:00', '2026-01-06T12:00:00+00:00'],
    ['12:30', '2026-01-05T12:30:00+00:00'],
    ['18:00', '2026-01-05T18:00:00+00:00'],
    ['23:30', '2026-01-05T23:30:00+00:00'],
  ])('a handoff at %s starts it at %s', (handoffTime, start) => {
    expect(dutyDay(calendar({ handoffTime }), '2026-01-06').start).toBe(start)
  })

  it.each([
    // zone, handoff, duty day, start, end, hours
    ['America/New_York', '09:00', '2026-03-07', '2026-03-07T09:00:00-05:00', '2026-03-08T09:00:00-04:00', 23],
    ['America/New_York', '09:00', '2026-10-31', '2026-10-31T09:00:00-04:00', '2026-11-01T09:00:00-05:00', 25],
    ['America/New_York', '18:00', '2026-03-08', '2026-03-07T18:00:00-05:00', '2026-03-08T18:00:00-04:00', 23],
    ['America/St_Johns', '09:00', '2026-10-31', '2026-10-31T09:00:00-02:30', '2026-11-01T09:00:00-03:30', 25],
    [
      'Australia/Lord_Howe',
      '09:00',
      '2026-10-03',
      '2026-10-03T09:00:00+10:30',
      '2026-10-04T09:00:00+11:00',
      23.5,
    ],
    [
      'Australia/Lord_Howe',
      '09:00',
      '2026-04-04',
      '2026-04-04T09:00:00+11:00',
      '2026-04-05T09:00:00+10:30',
      24.5,
    ],
    ['Pacific/Chatham', '09:00', '2026-04-04', '2026-04-04T09:00:00+13:45', '2026-04-05T09:00:00+12:45', 25],
    ['Asia/Kolkata', '09:00', '2026-03-08', '2026-03-08T09:00:00+05:30', '2026-03-09T09:00:00+05:30', 24],
  ])('in %s at %s, %s lasts from %s to %s: %d hours', (timeZone, handoffTime, date, start, end, hours) => {
    const day = dutyDay(calendar({ timeZone, handoffTime }), date)
    expect([day.start, day.end]).toEqual([start, end])
    expect((Date.parse(end) - Date.parse(start)) / 3_600_000).toBe(hours)
  })

  it.each([
    // zone, handoff that the clock skips that night, duty day, start
    ['America/New_York', '02:30', '2026-03-08', '2026-03-08T03:30:00-04:00'],
    ['America/St_Johns', '02:00', '2026-03-08', '2026-03-08T03:00:00-02:30'],
    ['Europe/London', '01:30', '2026-03-29', '2026-03-29T02:30:00+01:00'],
    ['America/Santiago', '00:00', '2026-09-06', '2026-09-06T01:00:00-03:00'],
    ['Australia/Lord_Howe', '02:00', '2026-10-04', '2026-10-04T02:30:00+11:00'],
    ['Pacific/Chatham', '03:00', '2026-09-27', '2026-09-27T04:00:00+13:45'],
  ])(
    'in %s, a handoff at %s that is skipped takes the offset before the gap',
    (timeZone, handoffTime, date, start) => {
      expect(dutyDay(calendar({ timeZone, handoffTime }), date).start).toBe(start)
    },
  )

  it.each([
    // zone, handoff that the clock shows twice that night, duty day, start
    ['America/New_York', '01:30', '2026-11-01', '2026-11-01T01:30:00-04:00'],
    ['America/St_Johns', '01:00', '2026-11-01', '2026-11-01T01:00:00-02:30'],
    ['Europe/London', '01:00', '2026-10-25', '2026-10-25T01:00:00+01:00'],
    ['America/Santiago', '23:30', '2026-04-05', '2026-04-04T23:30:00-03:00'],
    ['Australia/Lord_Howe', '01:30', '2026-04-05', '2026-04-05T01:30:00+11:00'],
    ['Pacific/Chatham', '03:00', '2026-04-05', '2026-04-05T03:00:00+13:45'],
  ])('in %s, a handoff at %s that occurs twice is the first', (timeZone, handoffTime, date, start) => {
    expect(dutyDay(calendar({ timeZone, handoffTime }), date).start).toBe(start)
  })

  it.each([
    ['2025-12-29T08:59:59+00:00', undefined],
    ['2025-12-29T09:00:00+00:00', 'a'],
    ['2026-01-05T08:59:59Z', 'a'],
    ['2026-01-05T09:00:00Z', 'b'],
    ['2026-01-05T03:59:59-05:00', 'a'],
    ['2026-01-05T04:00:00-05:00', 'b'],
  ])('at %s the shift is of %s: a handoff belongs to the shift that it starts', (instant, engineer) => {
    expect(calendar().shiftAt(instant)?.engineer).toBe(engineer)
  })

  it('`start` is the date of the first handoff: after noon, the first duty day is the next date', () => {
    const found = calendar({ handoffTime: '18:00' })
    expect(found.shiftAt('2025-12-29T17:59:59Z')).toBeUndefined()
    expect(found.shiftAt('2025-12-29T18:00:00Z')?.engineer).toBe('a')
    expect(found.shiftAt('2026-01-05T18:00:00Z')?.engineer).toBe('b')
    expect(found.year(2026).weeks[0]?.start).toBe('2025-12-30')
  })
})
