import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { hoursCsv, hoursOf } from '../../../src/calendar/export/hours.ts'
import type { Shift } from '../../../src/oncall/index.ts'

const NIGHT = { from: '22:00', to: '06:00' }
const nobodysHoliday = () => undefined

const shift = (zone: string, start: string, end: string, more: object = {}): Shift =>
  ({
    start: DateTime.fromISO(start, { zone }).toISO({ suppressMilliseconds: true }),
    end: DateTime.fromISO(end, { zone }).toISO({ suppressMilliseconds: true }),
    engineer: 'a',
    kind: 'rotation',
    ...more,
  }) as Shift

const table = (
  zone: string,
  shifts: Shift[],
  holiday: (engineer: string, date: string) => number | undefined = nobodysHoliday,
  night = NIGHT,
) =>
  Object.fromEntries(
    hoursOf({ shifts, timeZone: zone }, { night, holiday }).map(({ engineer, kind, minutes }) => [
      `${engineer} ${kind}`,
      [minutes.planned / 60, minutes.cover / 60, minutes.override / 60],
    ]),
  )

describe('the hours of a period', () => {
  it('count each hour once, by the first that fits: holiday, weekend, night, weekday', () => {
    const week = shift('America/New_York', '2026-11-23T09:00', '2026-11-30T09:00')
    const thanksgiving = (_: string, date: string) => (date === '2026-11-26' ? 3 : undefined)
    expect(table('America/New_York', [week], thanksgiving)).toEqual({
      'a holiday-3': [24, 0, 0],
      'a weekend': [48, 0, 0],
      'a night': [2 + 8 + 8 + 8 + 6, 0, 0],
      'a weekday': [13 + 16 + 16 + 16 + 3, 0, 0],
    })
  })

  it('say whether they were planned, a cover or an override, and look at the holidays of who holds them', () => {
    const zone = 'Europe/London'
    const shifts = [
      shift(zone, '2026-06-01T00:00', '2026-06-02T00:00', { kind: 'cover', for: 'b', reason: 'day off' }),
      shift(zone, '2026-06-02T00:00', '2026-06-02T12:00', { kind: 'override', hours: true }),
      shift(zone, '2026-06-02T12:00', '2026-06-03T00:00', { engineer: 'b' }),
    ]
    const ofB = (engineer: string) => (engineer === 'b' ? 1 : undefined)
    expect(table(zone, shifts, ofB)).toEqual({
      'a night': [0, 8, 6],
      'a weekday': [0, 16, 6],
      'b holiday-1': [12, 0, 0],
    })
  })

  it.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Africa/Casablanca', '2026-02-15', 25],
    ['Asia/Kathmandu', '2026-05-05', 24],
  ])('of a day in %s on %s are %d', (zone, date, hours) => {
    const next = DateTime.fromISO(date).plus({ days: 1 }).toISODate() ?? ''
    const sum = Object.values(table(zone, [shift(zone, date, next)]))
      .flat()
      .reduce((a, b) => a + b, 0)
    expect(sum).toBe(hours)
  })

  it('of a night are an hour less or more where the clocks change in it', () => {
    const zone = 'America/New_York'
    const none = { from: '00:00', to: '05:00' }
    // Both are Sundays: as nights, they are looked at with a weekend that nobody counts.
    const night = (date: string) =>
      hoursOf(
        { shifts: [shift(zone, `${date}T00:00`, `${date}T05:00`)], timeZone: zone },
        { night: none, holiday: nobodysHoliday },
      ).reduce((sum, { minutes }) => sum + minutes.planned, 0)
    expect([night('2026-03-08'), night('2026-11-01')]).toEqual([4 * 60, 6 * 60])
  })

  it('add up to the period, whatever the zone, the shifts and the night, with a minute of the wall clock in one kind', () => {
    const zones = [
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'Pacific/Apia',
      'America/Sao_Paulo',
      'Africa/Cairo',
    ]
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map(
        (minute) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      )
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2009, 0) / 60_000, max: Date.UTC(2028, 0) / 60_000 }),
        fc.array(fc.integer({ min: 1, max: 14 * 1440 }), { minLength: 1, maxLength: 6 }),
        time,
        time,
        (zone, start, lengths, from, to) => {
          let at = start
          const shifts = lengths.map((length, index): Shift => {
            const begin = at
            at += length
            return {
              start: new Date(begin * 60_000).toISOString(),
              end: new Date(at * 60_000).toISOString(),
              engineer: index % 2 === 0 ? 'a' : 'b',
              kind: 'rotation',
            }
          })
          const rows = hoursOf(
            { shifts, timeZone: zone },
            { night: { from, to }, holiday: (_, date) => (date.endsWith('5') ? 2 : undefined) },
          )
          const sum = rows.reduce(
            (all, { minutes }) => all + minutes.planned + minutes.cover + minutes.override,
            0,
          )
          expect(sum).toBe(at - start)
          // Minute by minute, by the clock of another library.
          const expected = new Map<string, number>()
          for (const { start: first, end, engineer } of shifts) {
            const step = Math.max(1, Math.floor((Date.parse(end) - Date.parse(first)) / 60_000 / 40))
            for (let minute = Date.parse(first) / 60_000; minute < Date.parse(end) / 60_000; minute += step) {
              const local = DateTime.fromMillis(minute * 60_000, { zone })
              const clock = local.toFormat('HH:mm')
              const inNight = from <= to ? clock >= from && clock < to : clock >= from || clock < to
              const kind = local.toFormat('dd').endsWith('5')
                ? 'holiday-2'
                : local.weekday > 5
                  ? 'weekend'
                  : inNight
                    ? 'night'
                    : 'weekday'
              expected.set(`${engineer} ${kind}`, 1)
            }
          }
          const kinds = rows.map(({ engineer, kind }) => `${engineer} ${kind}`)
          for (const key of expected.keys()) expect(kinds).toContain(key)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('are a table with a total, whose minutes are exact', () => {
    const zone = 'UTC'
    const rows = hoursOf(
      {
        shifts: [
          shift(zone, '2026-06-01T06:00', '2026-06-01T06:20'),
          shift(zone, '2026-06-01T06:20', '2026-06-01T07:00', { engineer: '=b' }),
        ],
        timeZone: zone,
      },
      { night: NIGHT, holiday: nobodysHoliday },
    )
    expect(hoursCsv(rows, (id) => ({ id, name: `${id}, "x"`, login: '+1' }))).toBe(
      [
        'engineer,login,name,kind,planned,cover,override,hours,minutes',
        `'=b,'+1,"'=b, ""x""",weekday,0.67,0,0,0.67,40`,
        `a,'+1,"a, ""x""",weekday,0.33,0,0,0.33,20`,
        'total,,,,1,0,0,1,60',
        '',
      ].join('\r\n'),
    )
  })
})
