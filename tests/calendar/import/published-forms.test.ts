import { describe, expect, it } from 'vitest'
import { readSchedule } from '../../../src/calendar/import/read-schedule.ts'
import { mistakesOf } from '../../support/json-schema.ts'
import { GRAFANA_FINAL_SHIFTS, GRAFANA_SHIFTS, INCIDENT_IO, OPSGENIE, PAGERDUTY } from './published-forms.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')

/** What is read of a file that has the published form of its tool. */
function read(schema: object, file: object, timeZone?: string) {
  expect(mistakesOf(schema, file, false)).toEqual([])
  const {
    weekly,
    notes,
    turns,
    overrides,
    name,
    timeZone: zone,
  } = readSchedule(JSON.stringify(file), {
    now: NOW,
    ...(timeZone !== undefined && { timeZone }),
  })
  return {
    name,
    zone,
    notes,
    people: weekly?.people.map((person) => person.name).join(' '),
    anchor: weekly && new Date(weekly.anchor).toISOString(),
    turns: turns.length,
    overrides: overrides.length,
  }
}

describe('a file of PagerDuty, as its OpenAPI description has it', () => {
  const user = (id: string, summary: string) => ({
    id,
    type: 'user_reference',
    summary,
    self: `https://api.pagerduty.com/users/${id}`,
    html_url: null,
  })
  const [ann, ben] = [user('PA', 'Ann'), user('PB', 'Ben')]
  const layer = (more: object) => ({
    id: 'L',
    name: 'Layer',
    start: '2026-01-05T08:00:00-05:00',
    end: null,
    rotation_virtual_start: '2026-01-05T09:00:00-05:00',
    rotation_turn_length_seconds: 604_800,
    users: [{ user: ann }, { user: ben }],
    restrictions: [],
    rendered_schedule_entries: [],
    rendered_coverage_percentage: null,
    ...more,
  })
  const schedule = (layers: object[], final: object[] = []) => ({
    schedule: {
      id: 'P1',
      type: 'schedule',
      summary: 'Payments',
      name: 'Payments',
      description: null,
      time_zone: 'America/New_York',
      schedule_layers: layers,
      overrides_subschedule: {
        name: 'Overrides',
        rendered_schedule_entries: [],
        rendered_coverage_percentage: 0,
      },
      final_schedule: {
        name: 'Final Schedule',
        rendered_schedule_entries: final,
        rendered_coverage_percentage: 100,
      },
    },
  })

  it('is a rota, whatever layers have ended before', () => {
    const old = layer({ name: 'Old', end: '2026-01-05T09:00:00-05:00', users: [{ user: ben }] })
    expect(read(PAGERDUTY, schedule([layer({}), old]))).toEqual({
      ...{ name: 'Payments', zone: 'America/New_York', notes: [], people: 'Ann Ben' },
      ...{ anchor: '2026-01-05T14:00:00.000Z', turns: 0, overrides: 0 },
    })
  })

  it('says that a layer is going to end, and makes no rota of it', () => {
    const found = read(
      PAGERDUTY,
      schedule(
        [layer({ end: '2026-12-28T09:00:00-05:00' })],
        [{ start: '2026-11-16T09:00:00-05:00', end: '2026-11-23T09:00:00-05:00', user: ann }],
      ),
    )
    expect(found).toMatchObject({ people: undefined, turns: 1 })
    expect(found.notes).toEqual([
      '"Layer" ends on 2026-12-28, and was left out: the rotation of a rota goes on.',
    ])
  })

  it('may have an entry that does not end, and one without a person', () => {
    const found = read(
      PAGERDUTY,
      schedule(
        [layer({})],
        [
          { start: '2026-11-16T09:00:00-05:00', end: '2026-11-23T09:00:00-05:00', user: ann },
          { start: '2026-11-23T09:00:00-05:00', end: null, user: ben },
          { start: '2026-11-09T09:00:00-05:00', end: '2026-11-16T09:00:00-05:00' },
        ],
      ),
    )
    expect(found).toMatchObject({ people: 'Ann Ben', turns: 1 })
    expect(found.notes).toEqual(['Shifts without a start and an end after it: 1. They were left out.'])
  })
})

describe('a file of Opsgenie, as its OpenAPI description has it', () => {
  const rotation = (more: object) => ({
    id: 'r',
    name: 'Weekly',
    startDate: '2026-01-05T08:00:00Z',
    type: 'weekly',
    length: 1,
    participants: [
      { type: 'user', id: 'u1', username: 'ann@example.com' },
      { type: 'user', id: 'u2', username: 'ben@example.com' },
    ],
    ...more,
  })
  const schedule = (...rotations: object[]) => ({
    data: {
      id: 's',
      name: 'Payments',
      description: '',
      timezone: 'Europe/Berlin',
      enabled: true,
      ownerTeam: { id: 't', name: 'Payments' },
      rotations,
    },
    took: 0.1,
    requestId: 'x',
  })

  it.each([
    ['of one week', {}],
    ['of seven days, which is a week', { type: 'daily', length: 7 }],
  ])('with turns %s is a rota', (_, more) => {
    expect(read(OPSGENIE, schedule(rotation(more)))).toMatchObject({
      people: 'ann ben',
      anchor: '2026-01-05T08:00:00.000Z',
      notes: [],
    })
  })

  it.each([
    [
      'nobody in its order',
      { participants: [{ type: 'none' }, { type: 'user', username: 'ann@example.com' }] },
      'does not change hands once a week from one person to the next',
    ],
    [
      'a team in it',
      {
        participants: [
          { type: 'team', id: 't', name: 'T' },
          { type: 'user', username: 'a@example.com' },
        ],
      },
      'does not change hands once a week from one person to the next',
    ],
    ['turns of two weeks', { length: 2 }, 'does not change hands once a week'],
    [
      'hours of the day',
      {
        timeRestriction: {
          type: 'time-of-day',
          restriction: { startHour: 8, startMin: 0, endHour: 18, endMin: 0 },
        },
      },
      'holds only at some hours or days',
    ],
    ['an end that is ahead', { endDate: '2027-01-04T08:00:00Z' }, 'ends on 2027-01-04'],
  ])('with %s is none, and says why', (_, more, why) => {
    const found = read(OPSGENIE, schedule(rotation(more), rotation({ name: 'B' })))
    expect(found.notes.join()).toContain(why)
    expect(found.people).toBe('ann ben')
  })
})

describe('a file of incident.io, as the description of its API has it', () => {
  const person = (id: string, name: string) => ({ id, name, email: `${id}@example.com`, role: 'responder' })
  const rotation = (more: object) => ({
    id: 'r1',
    name: 'Primary',
    handover_start_at: '2026-01-05T09:00:00Z',
    handovers: [{ interval: 1, interval_type: 'weekly' }],
    layers: [{ id: 'l1', name: 'Layer 1' }],
    users: [person('a', 'Ann'), person('b', 'Ben')],
    ...more,
  })
  const schedule = (...rotations: object[]) => ({
    schedule: {
      ...{ id: 's', name: 'Payments', timezone: 'Europe/London', annotations: {} },
      ...{ created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' },
      config: { rotations },
    },
  })

  it('has the version of a rotation that holds now, and says when it changes', () => {
    const versions = [
      rotation({ users: [person('c', 'Cleo')] }),
      rotation({ effective_from: '2027-01-04T09:00:00Z', users: [person('d', 'Dan')] }),
      rotation({ effective_from: '2026-06-01T09:00:00Z', handover_start_at: '2026-06-01T09:00:00Z' }),
    ]
    expect(read(INCIDENT_IO, schedule(...versions))).toMatchObject({
      people: 'Ann Ben',
      anchor: '2026-06-01T09:00:00.000Z',
      notes: [
        '"Primary" changes on 2027-01-04, and what comes then was left out: import the schedule again after that day, or change the rota by hand.',
      ],
    })
  })

  it.each([
    ['two people at once', { layers: [{ id: 'l1' }, { id: 'l2' }] }, 'does not change hands once a week'],
    [
      'hours of its own',
      { working_intervals: [{ weekday: 'monday', start_time: '09:00', end_time: '17:00' }] },
      'holds only at some hours or days',
    ],
    [
      'turns of changing length',
      {
        handovers: [
          { interval: 5, interval_type: 'daily' },
          { interval: 2, interval_type: 'daily' },
        ],
      },
      'does not change hands once a week',
    ],
  ])('with %s is no rota, and says why', (_, more, why) => {
    const found = read(INCIDENT_IO, schedule(rotation({ id: 'r0', ...more }), rotation({ name: 'Second' })))
    expect(found.notes.join()).toContain(why)
    expect(found.people).toBe('Ann Ben')
  })
})

describe('a file of Grafana OnCall, as the documentation of its API has it', () => {
  const shift = (more: object) => ({
    ...{
      id: 'O1',
      name: 'Weekly',
      type: 'rolling_users',
      team_id: null,
      time_zone: 'Europe/Berlin',
      level: 0,
    },
    ...{
      start: '2026-01-05T09:00:00',
      duration: 604_800,
      frequency: 'weekly',
      interval: 1,
      week_start: 'MO',
    },
    ...{ until: null, by_day: null, by_month: null, by_monthday: null, rolling_users: [['UA'], ['UB']] },
    ...{ start_rotation_from_user_index: 0 },
    ...more,
  })
  const page = (results: object[]) => ({
    ...{ count: results.length, next: null, previous: null },
    results,
    ...{ current_page_number: 1, page_size: 50, total_pages: 1 },
  })

  it('has shifts whose rotation is a rota, were there an earlier one that has ended', () => {
    const file = page([
      shift({ id: 'O0', name: 'Old', until: '2026-01-05T09:00:00', rolling_users: [['UX']] }),
      shift({}),
      {
        id: 'O2',
        name: 'One day',
        type: 'single_event',
        team_id: null,
        time_zone: null,
        level: 1,
        start: '2026-12-24T09:00:00',
        duration: 86_400,
        users: ['UB'],
      },
    ])
    expect(read(GRAFANA_SHIFTS, file)).toMatchObject({
      people: 'UA UB',
      anchor: '2026-01-05T08:00:00.000Z',
      notes: ['"One day" does not change hands once a week from one person to the next, and was left out.'],
    })
  })

  it('has final shifts, which are who was on call', () => {
    const days = ['02', '09', '16', '23', '30']
    const file = page(
      days.slice(0, 4).map((day, index) => ({
        user_pk: index % 2 ? 'UB' : 'UA',
        user_email: index % 2 ? 'ben@example.com' : 'ann@example.com',
        user_username: index % 2 ? 'ben' : 'ann',
        shift_start: `2026-11-${day}T09:00:00Z`,
        shift_end: `2026-11-${days[index + 1] ?? ''}T09:00:00Z`,
      })),
    )
    expect(read(GRAFANA_FINAL_SHIFTS, file, 'UTC')).toMatchObject({ turns: 4, notes: [] })
  })
})
