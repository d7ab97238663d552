import { describe, expect, it } from 'vitest'
import { readSchedule } from '../../../src/calendar/import/read-schedule.ts'

const calendar = (events: string[][], head: string[] = []) =>
  [
    'BEGIN:VCALENDAR',
    ...head,
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
const WEEK = ['DTSTART:20260105T090000Z', 'DTEND:20260112T090000Z']

function shifts(text: string, timeZone?: string) {
  return readSchedule(text, timeZone === undefined ? {} : { timeZone }).turns.map(
    ({ start, end, person }) => [
      new Date(start).toISOString().slice(0, 16),
      new Date(end).toISOString().slice(0, 16),
      person.email ?? person.name,
    ],
  )
}

describe('shifts of an iCalendar file', () => {
  it('the attendee of an alarm is not on call', () => {
    const alarm = [
      'BEGIN:VALARM',
      'ACTION:EMAIL',
      'ATTENDEE:mailto:pager@example.com',
      'SUMMARY:Reminder',
      'DURATION:PT5M',
      'END:VALARM',
    ]
    const own = 'ATTENDEE;CN=Engineer B:mailto:b@example.com'
    expect(shifts(calendar([['SUMMARY:Engineer A', ...alarm, ...WEEK]]))[0]?.[2]).toBe('Engineer A')
    expect(shifts(calendar([[...alarm, ...WEEK, own]]))).toEqual([
      ['2026-01-05T09:00', '2026-01-12T09:00', 'b@example.com'],
    ])
  })

  describe('the attendees of an event', () => {
    const read = (...lines: string[]) =>
      readSchedule(calendar([['SUMMARY:On call - Jane', ...lines, ...WEEK]]), {})
    const ROOM = 'ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room@example.com'
    const GROUP = 'ATTENDEE;CUTYPE=GROUP;CN=Payments:mailto:payments@example.com'
    const A = 'ATTENDEE;CUTYPE=INDIVIDUAL;CN=Engineer A:mailto:a@example.com'
    const B = 'ATTENDEE;CN=Engineer B:mailto:b@example.com'

    it.each([
      ['a room before it', [ROOM, A]],
      ['a group before it', [GROUP, A]],
      ['itself again', [A, A.replace('a@', 'A@')]],
    ])('the only person is on call with %s', (_what, lines) => {
      const { turns, notes } = read(...lines)
      expect(turns.map(({ person }) => person.email?.toLowerCase())).toEqual(['a@example.com'])
      expect(notes).toEqual([])
    })

    it('are not on call where there are several: the title says who is, with a note', () => {
      const { turns, notes } = read(A, B)
      expect(turns.map(({ person }) => [person.name, person.email])).toEqual([['Jane', undefined]])
      expect(notes).toEqual(['1 event has more than one attendee: who is on call was read from the title.'])
    })

    it.each(['On call', 'Primary on-call', 'Payments on call'])(
      'are not on call where there are several and the title %j names nobody: no shift is made of it, and a note says so',
      (title) => {
        const { turns, notes, isUncertain } = readSchedule(
          calendar([
            [`SUMMARY:${title}`, A, B, ...WEEK],
            ['SUMMARY:On call - Jane', 'DTSTART:20260112T090000Z', 'DTEND:20260119T090000Z'],
          ]).replace('BEGIN:VEVENT', 'X-WR-CALNAME:Payments On Call\r\nBEGIN:VEVENT'),
          {},
        )
        expect(turns.map(({ person }) => person.name)).toEqual(['Jane'])
        expect(notes).toContain('1 event does not name who is on call: no shift was made of that.')
        expect(isUncertain).toBe(true)
      },
    )

    it('are no people where they are rooms alone', () => {
      const { turns, notes } = read(ROOM)
      expect(turns.map(({ person }) => person.name)).toEqual(['Jane'])
      expect(notes).toEqual([])
    })

    it.each(['CN=', 'CN=""', 'CN=" "'])('have the name of their e-mail with an empty one: %s', (name) => {
      expect(read(`ATTENDEE;${name}:mailto:a@example.com`).turns[0]?.person.name).toBe('a@example.com')
      expect(read(`ATTENDEE;${name}:urn:x`).turns[0]?.person.name).toBe('Jane')
    })
  })

  it.each([
    ['Jane Doe (On Call)', 'Jane Doe'],
    ['Jane Doe [on-call]', 'Jane Doe'],
    ['Jane Doe - On Call', 'Jane Doe'],
    ['Jane Doe is on call for Payments', 'Jane Doe'],
    ['On-call: Jane Doe', 'Jane Doe'],
    ['On Call Jane Doe', 'Jane Doe'],
    ['Primary on call: Jane Doe', 'Jane Doe'],
    ['Jane Doe on call, covering Joe Bloggs', 'Jane Doe'],
    ['Doe\\, Jane', 'Doe, Jane'],
    ['Jane Doe\\, primary', 'Jane Doe'],
    ['Jane Smith-Jones', 'Jane Smith-Jones'],
    ['山田 on call', '山田'],
  ])('the title %j names %j', (title, name) => {
    expect(shifts(calendar([[...WEEK, `SUMMARY:${title}`]]))[0]?.[2]).toBe(name)
  })

  it('a calendar in which no title names anybody has no shift', () => {
    expect(() => shifts(calendar([[...WEEK, 'SUMMARY:On call']]))).toThrow(
      'No event of the calendar names who is on call.',
    )
  })

  it('what is in every title is not the name', () => {
    const text = calendar([
      ['DTSTART:20260105T090000Z', 'DTEND:20260112T090000Z', 'SUMMARY:Payments on call - Jane'],
      ['DTSTART:20260112T090000Z', 'DTEND:20260119T090000Z', 'SUMMARY:Payments on call - Joe'],
    ])
    expect(shifts(text).map(([, , name]) => name)).toEqual(['Jane', 'Joe'])
  })

  it.each([
    ['P7D', '2026-03-30T08:00'],
    ['P1W', '2026-03-30T08:00'],
    ['PT168H', '2026-03-30T09:00'],
    ['P6DT24H', '2026-03-30T08:00'],
  ])('%s across a change of clocks: days are those of the wall clock, hours are exact', (length, end) => {
    // Clocks go forward in London on 29 March 2026.
    const text = calendar([['DTSTART;TZID=Europe/London:20260323T090000', `DURATION:${length}`, 'SUMMARY:A']])
    expect(shifts(text)).toEqual([['2026-03-23T09:00', end, 'A']])
  })

  it('a whole day is a day of the wall clock', () => {
    const text = calendar([['DTSTART;VALUE=DATE:20260329', 'SUMMARY:A']], ['X-WR-TIMEZONE:Europe/London'])
    expect(shifts(text)).toEqual([['2026-03-29T00:00', '2026-03-29T23:00', 'A']])
  })

  describe('a zone that is no IANA name', () => {
    const event = (zone: string) => [
      [`DTSTART;TZID="${zone}":20260105T090000`, `DTEND;TZID="${zone}":20260112T090000`, 'SUMMARY:A'],
    ]
    const NINE_IN_NEW_YORK = [['2026-01-05T14:00', '2026-01-12T14:00', 'A']]

    it('is what --time-zone says, and without it an error that says so', () => {
      for (const head of [['X-WR-TIMEZONE:Eastern Standard Time'], ['X-WR-TIMEZONE:Europe/Berlin'], []]) {
        const text = calendar(event('Eastern Standard Time'), head)
        expect(shifts(text, 'America/New_York')).toEqual(NINE_IN_NEW_YORK)
        expect(() => shifts(text)).toThrow(
          'The file names the time zone "Eastern Standard Time", which is no IANA name.',
        )
      }
      expect(
        readSchedule(calendar(event('UTC'), ['X-WR-TIMEZONE:Nowhere']), { timeZone: 'Asia/Tokyo' }).timeZone,
      ).toBe('Asia/Tokyo')
    })

    it('is known where the name ends with one, or its definition has one', () => {
      expect(shifts(calendar(event('/example.org/20260101_1/America/New_York')))).toEqual(NINE_IN_NEW_YORK)
      const definition = [
        'BEGIN:VTIMEZONE',
        'TZID:Office',
        'X-LIC-LOCATION:America/New_York',
        'END:VTIMEZONE',
      ]
      expect(shifts(calendar(event('Office'), definition), 'UTC')).toEqual(NINE_IN_NEW_YORK)
    })
  })

  describe('a text of a stranger that is made to be slow', () => {
    const many = 100_000
    it.each([
      ['a title of blanks', `SUMMARY:x${' '.repeat(many)}y`],
      ['a title of commas', `SUMMARY:x${', '.repeat(many)}y`],
      ['a zone of letters', `SUMMARY:x y\r\nDTSTAMP:1\r\nDTSTART;TZID=${'a'.repeat(many)}:20260105T090000`],
      ['parameters without an end', `SUMMARY:x y\r\nX${';A="b"'.repeat(28)}`],
    ])('%s is read at once', { timeout: 4000 }, (_what, line) => {
      const read = shifts(calendar([['DTEND:20260112T090000Z', line, 'DTSTART:20260105T090000Z']]), 'UTC')
      expect(read).toHaveLength(1)
    })

    it('is no long message', () => {
      const text = calendar([[`DTSTART;TZID=${'a'.repeat(many)}:20260105T090000`, 'SUMMARY:x']])
      expect(() => shifts(text)).toThrow(/^The file names the time zone "a{100}…", which is no IANA name\.$/)
    })
  })

  it('says which events could not be read', () => {
    const text = calendar([
      [...WEEK, 'SUMMARY:A'],
      ['DTSTART:20269999T090000Z', 'DTEND:20260112T090000Z', 'SUMMARY:B'],
      ['DTSTART:20260112T090000Z', 'SUMMARY:C'],
      ['DTSTART:20260112T090000Z', 'DTEND:20260119T090000Z', 'SUMMARY: '],
    ])
    expect(readSchedule(text, {}).notes).toEqual([
      '3 events have no start, end or name that can be read: no shift was made of that.',
    ])
  })
})

describe('the zone of a schedule in JSON', () => {
  const opsgenie = (timezone: string) =>
    JSON.stringify({
      name: 'x',
      timezone,
      rotations: [{ startDate: '2026-01-05T08:00:00Z', type: 'weekly', participants: [] }],
    })
  const pagerDuty = (zone: string) => JSON.stringify({ schedule: { time_zone: zone, schedule_layers: [] } })
  const incidentIo = (timezone: string) =>
    JSON.stringify({ schedule: { timezone, config: { rotations: [] } } })
  const grafana = (zone: string) =>
    JSON.stringify([
      { type: 'rolling_users', start: '2026-01-05T09:00:00', duration: 604800, time_zone: zone },
    ])

  it.each([
    ['Opsgenie', opsgenie],
    ['PagerDuty', pagerDuty],
    ['incident.io', incidentIo],
    ['Grafana OnCall', grafana],
  ])('of %s: --time-zone helps where the name is unknown, as its hint says', (_tool, write) => {
    expect(() => readSchedule(write('Eastern Time (US & Canada)'), {})).toThrow('which is no IANA name')
    expect(readSchedule(write('Eastern Time (US & Canada)'), { timeZone: 'America/New_York' }).timeZone).toBe(
      'America/New_York',
    )
    expect(readSchedule(write('Europe/Berlin'), { timeZone: 'America/New_York' }).timeZone).toBe(
      'Europe/Berlin',
    )
  })
})
