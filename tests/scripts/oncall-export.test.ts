import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { mistakesOf } from '../support/json-schema.ts'
import { createWorkspace } from './workspace.ts'

const PERIOD = ['--from', '2026-11-01', '--to', '2026-11-30']

const withLogins = () => {
  const workspace = createWorkspace()
  for (const letter of ['a', 'b', 'c', 'd'])
    workspace.append(`engineers/engineer-${letter}.yaml`, `login: login.${letter}\n`)
  return workspace
}

const exported = async (format: string, ...args: string[]) => {
  const { stdout, stderr, code } = await withLogins().run([
    'export',
    '--format',
    format,
    ...(args.length > 0 ? args : PERIOD),
  ])
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  return stdout
}

/** The start and end of each shift, and who has it. */
const SHIFTS = [
  ['2026-11-01T00:00:00-04:00', '2026-11-02T09:00:00-05:00', 'a'],
  ['2026-11-02T09:00:00-05:00', '2026-11-09T09:00:00-05:00', 'b'],
  ['2026-11-09T09:00:00-05:00', '2026-11-10T09:00:00-05:00', 'a'],
  ['2026-11-10T09:00:00-05:00', '2026-11-16T09:00:00-05:00', 'c'],
  ['2026-11-16T09:00:00-05:00', '2026-11-23T09:00:00-05:00', 'd'],
  ['2026-11-23T09:00:00-05:00', '2026-11-30T09:00:00-05:00', 'a'],
  ['2026-11-30T09:00:00-05:00', '2026-12-01T00:00:00-05:00', 'b'],
] as const

/** The body of PagerDuty's `POST /schedules/{id}/overrides`, as its published OpenAPI description has it (docs/export.md). */
const PAGERDUTY = {
  type: 'object',
  required: ['overrides'],
  properties: {
    overrides: {
      type: 'array',
      items: {
        type: 'object',
        required: ['start', 'end', 'user'],
        properties: {
          start: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$` },
          end: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$` },
          user: {
            type: 'object',
            required: ['id', 'type'],
            properties: { id: { type: 'string', minLength: 1 }, type: { const: 'user_reference' } },
          },
          time_zone: { type: 'string' },
        },
      },
    },
  },
}

/** The body of Opsgenie's `POST /v2/schedules/{id}/overrides`, as its page has it (docs/export.md). */
const OPSGENIE = {
  type: 'object',
  required: ['user', 'startDate', 'endDate'],
  properties: {
    alias: { type: 'string', minLength: 1 },
    user: {
      type: 'object',
      required: ['type', 'username'],
      properties: { type: { const: 'user' }, username: { type: 'string', minLength: 1 } },
    },
    startDate: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$` },
    endDate: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$` },
  },
}

describe('oncall export', () => {
  it('csv has a line for each shift, cut at the period, with logins', async () => {
    const [head, ...lines] = (await exported('csv')).trim().split(/\r?\n/)
    expect(head).toBe('start,end,engineer,login,name,kind,for,reason')
    expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual(
      SHIFTS.map(([start, end, who]) => [start, end, `engineer-${who}`, `login.${who}`]),
    )
  })

  it('json has the shifts with who holds them', async () => {
    const { shifts, ...head } = JSON.parse(await exported('json')) as { shifts: Record<string, string>[] }
    expect(head).toEqual({
      version: 1,
      rota: 'data-engineering',
      name: 'Data Engineering',
      timeZone: 'America/New_York',
      from: '2026-11-01T00:00:00-04:00',
      until: '2026-12-01T00:00:00-05:00',
    })
    expect(shifts.map(({ start, end, login }) => [start, end, login])).toEqual(
      SHIFTS.map(([start, end, who]) => [start, end, `login.${who}`]),
    )
  })

  it('pagerduty is the body that its API takes', async () => {
    const body = JSON.parse(await exported('pagerduty')) as {
      overrides: { start: string; user: { id: string } }[]
    }
    expect(mistakesOf(PAGERDUTY, body)).toEqual([])
    expect(body.overrides.map(({ start, user }) => [start, user.id])).toEqual(
      SHIFTS.map(([start, , who]) => [start, `login.${who}`]),
    )
  })

  it('opsgenie is a list of the bodies that its API takes, each with an alias of its own that stays', async () => {
    const bodies = JSON.parse(await exported('opsgenie')) as { alias: string; user: { username: string } }[]
    for (const body of bodies) expect(mistakesOf(OPSGENIE, body)).toEqual([])
    expect(bodies.map(({ user }) => user.username)).toEqual(SHIFTS.map(([, , who]) => `login.${who}`))
    expect(new Set(bodies.map(({ alias }) => alias)).size).toBe(bodies.length)
    expect(bodies[1]?.alias).toBe('watchbook-data-engineering-2026-11-02T14:00Z')
  })

  it.each([
    ['grafana', (who: string) => `login.${who}`],
    ['ics', (who: string) => `Engineer ${who.toUpperCase()} on call`],
  ])('%s is a calendar that another parser reads, one event a shift', async (format, title) => {
    const calendar = new ICAL.Component(ICAL.parse(await exported(format)))
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
    expect(
      events.map(({ summary, startDate, endDate }) => [summary, startDate.toJSDate(), endDate.toJSDate()]),
    ).toEqual(SHIFTS.map(([start, end, who]) => [title(who), new Date(start), new Date(end)]))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  })

  it('hours add up to the period, the hour of the clock change too', async () => {
    const lines = (await exported('hours')).trim().split(/\r?\n/)
    expect(lines[0]).toBe('engineer,login,name,kind,planned,cover,override,hours,minutes')
    expect(lines.at(-1)).toBe(`total,,,,697,24,0,721,${String(721 * 60)}`)
    const minutes = lines.slice(1, -1).map((line) => Number(line.split(',').at(-1)))
    expect(minutes.reduce((a, b) => a + b)).toBe(721 * 60)
    expect(lines).toContain('engineer-a,login.a,Engineer A,holiday-1,24,0,0,24,1440')
  })

  it('hours take the nights of the rota', async () => {
    const workspace = withLogins()
    workspace.append('rotas/data-engineering.yaml', "nightHours: { from: '00:00', to: '01:00' }\n")
    const { stdout } = await workspace.run([
      'export',
      '--format',
      'hours',
      '--from',
      '2026-11-03',
      '--to',
      '2026-11-03',
    ])
    expect(stdout).toContain('engineer-b,login.b,Engineer B,night,1,0,0,1,60')
  })

  it.each([
    ['Asia/Kathmandu', "calendar: IN\nhandoffTime: '23:30'", 365 * 1440],
    [
      'Asia/Kolkata',
      "calendar: IN\nhandoffTime: '23:30'\nholidays: { weights: { Republic Day: 3 } }",
      365 * 1440,
    ],
    ['Pacific/Chatham', "calendar: NZ\nhandoffTime: '23:30'\nsecond: next", 365 * 1440],
    // Its clocks change by half an hour, in the night of the rota; this period has one of the two changes.
    [
      'Australia/Lord_Howe',
      "calendar: AU-NSW\nhandoffTime: '01:45'\nnightHours: { from: '23:00', to: '02:15' }",
      181 * 1440 + 30,
      '2026-06-30',
    ],
    // The hour of the handoff is there twice, or not at all.
    ['America/New_York', "calendar: US\nhandoffTime: '02:30'", 181 * 1440 - 60, '2026-06-30'],
    // A midnight is missing.
    ['America/Santiago', "calendar: CL\nhandoffTime: '00:00'", 365 * 1440],
  ])(
    'hours in %s with %j are those of the shifts, and add up to the period',
    async (zone, fields, length, to = '2026-12-31') => {
      const workspace = withLogins()
      workspace.write(
        'rotas/data-engineering.yaml',
        `name: R\nteam: data-engineering\ntimeZone: ${zone}\nstart: 2025-12-29\nrotation: [engineer-a, engineer-b, engineer-c]\n${fields}\n`,
      )
      workspace.write(
        'overrides/2026-03-08.yaml',
        'rota: data-engineering\nfrom: 2026-03-07T23:45\nto: 2026-03-08T03:15\nengineer: engineer-d\n',
      )
      const period = ['--from', '2026-01-01', '--to', to]
      const json = await workspace.run(['export', '--format', 'json', ...period])
      const { shifts } = JSON.parse(json.stdout) as {
        shifts: { start: string; end: string; engineer: string }[]
      }
      const expected: Record<string, number> = {}
      for (const { start, end, engineer } of shifts)
        expected[engineer] = (expected[engineer] ?? 0) + (Date.parse(end) - Date.parse(start)) / 60_000
      const hours = await workspace.run(['export', '--format', 'hours', ...period])
      const found: Record<string, number> = {}
      for (const line of hours.stdout.trim().split(/\r?\n/).slice(1)) {
        const [engineer = '', ...cells] = line.split(',')
        found[engineer] = (found[engineer] ?? 0) + Number(cells.at(-1))
      }
      expect(found).toEqual({ ...expected, total: length })
      expect(expected['engineer-d']).toBeGreaterThan(0)
    },
  )

  it.each(['O\'Brien; "Q", A', 'Łukasz \\n Żółć', '👩‍🚒 Ann', 'שלום', 'name: with colons # and marks'])(
    'a login %j arrives whole in every form',
    async (login) => {
      const workspace = createWorkspace()
      for (const letter of ['a', 'b', 'c', 'd'])
        workspace.append(`engineers/engineer-${letter}.yaml`, `login: ${JSON.stringify(login)}\n`)
      const of = async (format: string) =>
        (await workspace.run(['export', '--format', format, ...PERIOD])).stdout
      const cell = /["]/.test(login) ? `"${login.replaceAll('"', '""')}"` : login
      expect(await of('csv')).toContain(`,engineer-a,${cell},Engineer A,`)
      expect(await of('hours')).toContain(`engineer-a,${cell},Engineer A,`)
      for (const format of ['json', 'pagerduty', 'opsgenie']) {
        const texts: unknown[] = []
        JSON.parse(await of(format), (_, value: unknown) => texts.push(value))
        expect(texts, format).toContain(login)
      }
      const calendar = new ICAL.Component(ICAL.parse(await of('grafana')))
      const titles = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each).summary)
      expect(new Set(titles)).toEqual(new Set([login]))
    },
  )

  it('without dates goes from today to the end of the plan', async () => {
    const { shifts } = JSON.parse((await withLogins().run(['export', '--format', 'json'])).stdout) as {
      shifts: { start: string; end: string }[]
    }
    expect(shifts[0]?.start).toBe('2026-11-20T00:00:00-05:00')
    expect(shifts.at(-1)?.end).toBe('2028-01-03T09:00:00-05:00')
  })

  it('for a tool that pages names everybody who has no login', async () => {
    const workspace = createWorkspace()
    workspace.append('engineers/engineer-a.yaml', 'login: a\n')
    const { stderr, stdout, code } = await workspace.run(['export', '--format', 'pagerduty', ...PERIOD])
    expect({ stderr, stdout, code }).toEqual({
      stderr:
        'engineers/engineer-b.yaml, engineers/engineer-c.yaml and engineers/engineer-d.yaml have no login, by which pagerduty knows people.\n    Add `login` with the id of their user in PagerDuty, as PEYSGVA.\n',
      stdout: '',
      code: 1,
    })
  })

  it.each([
    [['export'], 'Which format?', 2],
    [['export', '--format', 'pagerdty'], 'Did you mean "pagerduty"?', 2],
    [['export', '--format', 'hours', '--from', '2026-11-01'], 'Hours are those of a period.', 2],
    [['export', '--format', 'csv', '--from', '2026-11-31'], '--from takes a date that exists', 2],
    [
      ['export', '--format', 'csv', '--from', '2026-11-02', '--to', '2026-11-01'],
      'The period ends before it begins',
      2,
    ],
    [['export', '--format', 'csv', '--from', '2025-12-01', '--to', '2025-12-31'], 'does not cover all of', 1],
    [['export', '--format', 'csv', '--to', '2099-01-01'], 'has no plan for 2099', 2],
  ])('%j is refused with what to do', async (args, words, expected) => {
    const { stderr, stdout, code } = await createWorkspace().run(args)
    expect(stderr).toContain(words)
    expect({ stdout, code }).toEqual({ stdout: '', code: expected })
  })
})
