import { describe, expect, it } from 'vitest'
import { readSchedule } from '../../../src/calendar/import/read-schedule.ts'
import { weeklyOrder } from '../../../src/calendar/import/weekly.ts'

/** The people of the weekly order, with its first instant. */
function order(text: string, options: { timeZone?: string; handoff?: string } = {}) {
  const schedule = readSchedule(text, options)
  const found = weeklyOrder(schedule, schedule.timeZone ?? 'UTC')
  if (typeof found === 'string') return found
  return {
    people: found.people.map(({ name }) => name).join(' '),
    anchor: new Date(found.anchor).toISOString(),
    ...(found.second && { second: found.second }),
  }
}

const user = (id: string, summary: string) => ({ id, type: 'user_reference', summary })
const layer = (users: [string, string][], more: object = {}) => ({
  name: 'Layer 1',
  start: '2026-01-05T09:00:00-05:00',
  end: null,
  rotation_virtual_start: '2026-01-05T09:00:00-05:00',
  rotation_turn_length_seconds: 604800,
  users: users.map(([id, name]) => ({ user: user(id, name) })),
  restrictions: [],
  ...more,
})
const pagerDuty = (layers: object[], more: object = {}) =>
  JSON.stringify({
    schedule: { id: 'P1', name: 'Primary', time_zone: 'America/New_York', schedule_layers: layers, ...more },
  })

describe('schedules of other tools', () => {
  it('a weekly layer of PagerDuty is a rotation, with its overrides', () => {
    const text = pagerDuty(
      [
        layer([
          ['PA', 'Engineer A'],
          ['PB', 'Engineer B'],
        ]),
      ],
      {
        overrides_subschedule: {
          rendered_schedule_entries: [
            {
              start: '2026-03-04T18:00:00-05:00',
              end: '2026-03-04T22:00:00-05:00',
              user: user('PB', 'Engineer B'),
            },
          ],
        },
      },
    )
    expect(order(text)).toEqual({ people: 'Engineer A Engineer B', anchor: '2026-01-05T14:00:00.000Z' })
    const { overrides, name, notes } = readSchedule(text, {})
    expect(overrides.map(({ person }) => person)).toEqual([{ name: 'Engineer B', login: 'PB' }])
    expect({ name, notes }).toEqual({ name: 'Primary', notes: [] })
  })

  it('says which layers cannot be expressed, and why', () => {
    const text = pagerDuty([
      layer([['PA', 'Engineer A']], { name: 'Nights', restrictions: [{ type: 'daily_restriction' }] }),
      layer([['PA', 'Engineer A']], { name: 'Days', rotation_turn_length_seconds: 86400 }),
      layer([['PA', 'Engineer A']], { name: 'Old', end: '2025-01-01T00:00:00Z' }),
    ])
    expect(readSchedule(text, {}).notes).toEqual([
      '"Nights" holds only at some hours or days, and was left out.',
      '"Days" does not change hands once a week from one person to the next, and was left out.',
    ])
  })

  it('says who has two turns in a round, which no rota can express', () => {
    const text = pagerDuty([
      layer([
        ['PA', 'Engineer A'],
        ['PB', 'Engineer B'],
        ['PA', 'Engineer A'],
      ]),
    ])
    expect(order(text)).toBe('Engineer A has more than one turn in a round: a rota gives everybody one.')
  })

  it('a weekly rotation of Opsgenie is one, as its API or its backup writes it', () => {
    const schedule = {
      id: '1',
      name: 'Primary',
      timezone: 'Europe/Berlin',
      rotations: [
        {
          name: 'R',
          startDate: '2026-01-05T08:00:00Z',
          type: 'weekly',
          length: 1,
          participants: [
            { type: 'user', username: 'engineer.a@example.com' },
            { type: 'user', username: 'engineer.b@example.com' },
          ],
        },
      ],
    }
    const expected = { people: 'engineer.a engineer.b', anchor: '2026-01-05T08:00:00.000Z' }
    expect(order(JSON.stringify({ data: schedule }))).toEqual(expected)
    expect(order(JSON.stringify(schedule))).toEqual(expected)
    expect(
      order(
        JSON.stringify({ data: { ...schedule, rotations: [{ ...schedule.rotations[0], type: 'daily' }] } }),
      ),
    ).toBe(
      'The file has no weekly rotation that a rota could follow. "R" does not change hands once a week from one person to the next, and was left out.',
    )
  })

  it('a weekly handover of incident.io is one', () => {
    const text = JSON.stringify({
      schedule: {
        name: 'Primary',
        timezone: 'Europe/London',
        config: {
          rotations: [
            {
              name: 'R',
              handover_start_at: '2026-01-05T09:00:00Z',
              handovers: [{ interval: 1, interval_type: 'weekly' }],
              layers: [{ id: 'l' }],
              users: [
                { id: 'U1', name: 'Engineer A', email: 'a@example.com' },
                { id: 'U2', name: 'Engineer B' },
              ],
            },
          ],
        },
      },
    })
    expect(order(text)).toEqual({ people: 'Engineer A Engineer B', anchor: '2026-01-05T09:00:00.000Z' })
  })

  it('rolling shifts of Grafana OnCall are one, and its final shifts show one', () => {
    const rolling = {
      id: 'O1',
      name: 'Weekly',
      type: 'rolling_users',
      start: '2026-01-05T09:00:00',
      duration: 604800,
      frequency: 'weekly',
      interval: 1,
      time_zone: 'UTC',
      rolling_users: [['U1'], ['U2']],
      start_rotation_from_user_index: 1,
    }
    expect(order(JSON.stringify({ results: [rolling] }))).toEqual({
      people: 'U2 U1',
      anchor: '2026-01-05T09:00:00.000Z',
    })
    const days = ['05', '12', '19', '26']
    const final = days.map((day, index) => ({
      user_pk: 'U',
      user_email: '',
      user_username: index % 2 ? 'b' : 'a',
      shift_start: `2026-01-${day}T09:00:00Z`,
      shift_end: index === 3 ? '2026-02-02T09:00:00Z' : `2026-01-${days[index + 1] ?? ''}T09:00:00Z`,
    }))
    expect(order(JSON.stringify({ results: final }), { timeZone: 'UTC' })).toEqual({
      people: 'a b',
      anchor: '2026-01-05T09:00:00.000Z',
    })
  })

  it('a table shows one, with the second, whatever its separator and its line of names', () => {
    const rows = [
      '2026-01-05,Engineer A,Engineer B',
      '2026-01-12,Engineer B,Engineer C',
      '2026-01-19,Engineer C,Engineer A',
      '2026-01-26,Engineer A,Engineer B',
    ]
    const expected = {
      people: 'Engineer A Engineer B Engineer C',
      anchor: '2026-01-05T09:00:00.000Z',
      second: 'next',
    }
    expect(order(rows.join('\n'))).toEqual(expected)
    expect(
      order(`\uFEFFWeek Commencing;Primary;Secondary\r\n${rows.join('\r\n').replaceAll(',', ';')}\r\n`),
    ).toEqual(expected)
    expect(order(rows.map((row) => row.replace(/[^,]+/g, '"$&"')).join('\n'))).toEqual(expected)
  })

  it('an iCalendar file gives its shifts: in zones, folded, as days, and without what is no shift', () => {
    const event = (lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
    const text = [
      'BEGIN:VCALENDAR',
      'X-WR-TIMEZONE:Europe/Berlin',
      ...event([
        'DTSTART;TZID=Europe/Berlin:20260105T090000',
        'DTEND;TZID=Europe/Berlin:20260112T090000',
        'SUMMARY:On Call - Engi',
        ' neer A - Primary',
      ]),
      ...event([
        'DTSTART:20260112T080000Z',
        'DURATION:P7D',
        'SUMMARY:Engineer B on call\\, covering Engineer A',
      ]),
      ...event(['DTSTART;VALUE=DATE:20260113', 'DTEND;VALUE=DATE:20260114', 'SUMMARY:Engineer B: day off']),
      ...event([
        'DTSTART:20260119T080000Z',
        'DTEND:20260126T080000Z',
        'STATUS:CANCELLED',
        'SUMMARY:On Call - Nobody',
      ]),
      'END:VCALENDAR',
    ].join('\r\n')
    const { turns, notes } = readSchedule(text, {})
    expect(
      turns.map(({ start, end, person }) => [
        new Date(start).toISOString(),
        new Date(end).toISOString(),
        person.name,
      ]),
    ).toEqual([
      ['2026-01-05T08:00:00.000Z', '2026-01-12T08:00:00.000Z', 'Engineer A'],
      ['2026-01-12T08:00:00.000Z', '2026-01-19T08:00:00.000Z', 'Engineer B'],
    ])
    expect(notes).toEqual(['1 event is no shift, and left out.'])
  })

  it.each([
    ['', 'The file is empty.'],
    ['{', 'The file is no JSON'],
    ['{"schedule":{"name":"x"}}', 'The file is no schedule that is known here.'],
    ['{"schedules":[{},{}]}', 'The file has 2 schedules.'],
    ['start,person\n', 'The table has no turns.'],
    ['2026-02-30,a', 'Line 1: "2026-02-30" is no date.'],
    ['2026-01-05,a\n2026-01-05,b', 'Line 2 does not start after the line before it.'],
    ['2026-01-05,', 'Line 1 names nobody.'],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'The calendar has no event that could be a shift.'],
  ])('%j cannot be read: %s', (text, message) => {
    expect(() => readSchedule(text, {})).toThrow(message)
  })
})
