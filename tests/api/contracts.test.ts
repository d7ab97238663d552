import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { jsonText } from '../../src/api/contract.ts'
import { CONTRACTS } from '../../src/api/contracts.ts'
import { apiFiles } from '../../src/api/documents.ts'
import type { HolidaysDocument } from '../../src/api/holidays.ts'
import type { OncallDocument } from '../../src/api/oncall.ts'
import type { PagesDocument } from '../../src/api/pages.ts'
import { getCalendars } from '../../src/calendar/calendars.ts'
import { factsOf } from '../../src/content/facts/entries.ts'
import { loadContent, type Content } from '../../src/content/read/load.ts'
import { buildDate } from '../../src/site/build-date.ts'
import { createLinks } from '../../src/site/links.ts'
import { addDays } from '../../src/text/dates.ts'
import { ISSUE_BODY, contentOf, page, withFiles } from '../support/content-folder.ts'
import { mistakesOf } from '../support/json-schema.ts'
import { writeManyIssues } from '../support/many-issues.ts'

const filesOf = (content: Content) =>
  apiFiles({
    facts: factsOf(content),
    calendars: getCalendars(content),
    links: createLinks('/handbook'),
    absolute: (path) => new URL(path, 'https://example.com').href,
    today: buildDate,
  })

const TEAM = 'name: Payments\nsummary: Owns payments.\ncontact: { phone: "+1 555 0100", chat: "#payments" }\n'
const engineer = (name: string, more = '') =>
  `name: ${name}\nteam: payments\nlogin: ${name.toLowerCase().replace(' ', '.')}@example.com\ncontact: { phone: "+1 555 0199" }\n${more}`
const ROTA = `name: Payments
team: payments
timeZone: Australia/Lord_Howe
start: 2025-12-29
handoffTime: '17:30'
rotation: [a, b, c]
calendar: AU-NSW
second: next
monthEnd: true
contact: { page: https://example.com/page }
holidays:
  add: [{ date: 2026-11-27, name: Day after, calendar: all }]
  remove: [{ date: 2026-01-26 }]
  weights: { Christmas Day: 3 }
overrides:
  - { from: 2026-03-04, to: 2026-03-05, engineer: d, reason: Swap }
`
const rotas = (site: string) => ({
  'site.yaml': `name: Site\ndescription: A site.\n${site}`,
  'teams/payments.yaml': TEAM,
  'engineers/a.yaml': engineer('Engineer A'),
  'engineers/b.yaml': engineer('Engineer B', 'calendar: IN\n'),
  'engineers/c.yaml': engineer('Engineer C', 'unavailable: [{ from: 2026-06-01, to: 2026-06-20 }]\n'),
  'engineers/d.yaml': engineer('Engineer D'),
  'rotas/payments.yaml': ROTA,
  'rotas/elsewhere.yaml':
    'name: Else\nteam: payments\nexternal: https://example.com/else\nics: https://example.com/e.ics\n',
  'overrides/evening.yaml':
    'rota: payments\nfrom: 2026-03-10T18:00\nto: 2026-03-10T22:00\nengineer: d\nreason: Concert\n',
})

const folders: [string, () => Promise<Content>][] = [
  ['nothing but a name', () => contentOf({})],
  [
    'runbooks and issues without a rota',
    () =>
      contentOf({
        'teams/payments.yaml': TEAM,
        'runbooks/warehouse/orders.md': page({
          title: 'Orders — "late"',
          reviewed: '2026-01-31',
          reviewEvery: 'P30D',
        }),
        'issues/late.md': page(
          { alerts: ['OrdersLate', 'a b/c'], aliases: ['/docs/late/'], severity: 'sev2', owner: 'payments' },
          ISSUE_BODY,
        ),
      }),
  ],
  ['two rotas, one of them kept elsewhere', () => contentOf(rotas(''))],
  [
    'many issues',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'many-'))
      try {
        writeManyIssues(folder, 60)
        return Promise.resolve(loadContent(folder))
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  ],
]

describe.each(folders)('the files for programs of a folder with %s', (_, load) => {
  it('are what their published schemas say, field by field', async () => {
    const content = await load()
    const files = filesOf(content)
    for (const name of ['pages', 'alerts', 'oncall', 'holidays']) {
      const schema = files.get(`${name}.schema`) as object
      expect(mistakesOf(schema, files.get(name)), name).toEqual([])
    }
    for (const { calendar, years } of getCalendars(content).values()) {
      for (const year of years)
        expect(mistakesOf(files.get('year.schema') as object, calendar.year(year))).toEqual([])
    }
  })
})

it('pages.json and alerts.json are as large as /api/ says: about 1 KB for each page, 0.5 KB for each alert', () => {
  const folder = mkdtempSync(join(tmpdir(), 'many-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  writeManyIssues(folder, 200)
  const files = filesOf(loadContent(folder))
  for (const { name, most } of [
    { name: 'pages', most: 1.15 * 1024 },
    { name: 'alerts', most: 0.5 * 1024 },
  ]) {
    const entries = (files.get(name) as Record<string, unknown[]>)[name] ?? []
    expect(entries.length).toBeGreaterThan(200)
    expect(jsonText(files.get(name)).length / entries.length, name).toBeLessThan(most)
  }
})

describe('a published schema', () => {
  it.each(CONTRACTS.map(({ name }) => name))(
    'of %s allows fields that are added later, and nothing less',
    async (name) => {
      const content = await contentOf(rotas(''))
      const files = filesOf(content)
      const schema = files.get(`${name}.schema`) as object
      const document = (
        name === 'year' ? getCalendars(content).get('payments')?.calendar.year(2026) : files.get(name)
      ) as Record<string, unknown>
      expect(mistakesOf(schema, { ...document, later: true }, false)).toEqual([])
      expect(mistakesOf(schema, { ...document, version: 2 }, false)).not.toEqual([])
      for (const field of Object.keys(document).filter(
        (each) => each !== 'seconds' && each !== 'defaultRota',
      )) {
        const less = Object.fromEntries(Object.entries(document).filter(([name]) => name !== field))
        expect(mistakesOf(schema, less, false), field).not.toEqual([])
      }
    },
  )

  it('has its own address as its id', async () => {
    expect(filesOf(await contentOf({})).get('oncall.schema')).toMatchObject({
      $id: 'https://example.com/handbook/api/oncall.schema.json',
    })
  })
})

describe('oncall.json', () => {
  const oncall = async (site = '') => filesOf(await contentOf(rotas(site))).get('oncall') as OncallDocument

  it('answers who is on call at any instant by a binary search, as the engine does', async () => {
    const content = await contentOf(rotas(''))
    const engine = getCalendars(content).get('payments')?.calendar
    const rota = (filesOf(content).get('oncall') as OncallDocument).rotas.find(
      ({ rota: id }) => id === 'payments',
    )
    const from = Date.parse(rota?.data?.from ?? '')
    const until = Date.parse(rota?.data?.until ?? '')
    expect(from).toBeLessThanOrEqual(Date.parse(`${addDays(buildDate, -7)}T00:00Z`))
    for (let at = from; at < until; at += 5 * 60 * 60 * 1000) {
      const shifts = rota?.shifts ?? []
      let [low, high] = [0, shifts.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (Date.parse(shifts[middle]?.start ?? '') <= at) low = middle
        else high = middle - 1
      }
      expect(shifts[low]?.engineer, new Date(at).toISOString()).toBe(
        engine?.shiftAt(new Date(at).toISOString())?.engineer,
      )
    }
    expect(engine?.shiftAt(new Date(until).toISOString())?.start ?? rota?.data?.until).toBe(rota?.data?.until)
  })

  it('has no gap and no overlap, ends where it says, and names everybody whom it mentions', async () => {
    const [, rota] = (await oncall()).rotas
    expect(rota?.shifts.slice(1).map(({ start }) => start)).toEqual(
      rota?.shifts.slice(0, -1).map(({ end }) => end),
    )
    expect(rota?.data).toEqual({ from: rota?.shifts[0]?.start, until: rota?.shifts.at(-1)?.end })
    expect(rota?.seconds?.length).toBeGreaterThan(10)
    for (const shift of [...(rota?.shifts ?? []), ...(rota?.seconds ?? [])])
      expect(Object.keys(rota?.engineers ?? {})).toContain(shift.engineer)
  })

  it('holds the contacts of teams and rotas, and those of persons only where the site shows them', async () => {
    const hidden = JSON.stringify(await oncall())
    expect(hidden).toContain('+1 555 0100')
    expect(hidden).toContain('https://example.com/page')
    expect(hidden).not.toContain('555 0199')
    expect(hidden).not.toContain('@example.com')
    const shown = await oncall('personalContacts: show\n')
    expect(shown.rotas[1]?.engineers['a']).toMatchObject({
      login: 'engineer.a@example.com',
      contact: { phone: '+1 555 0199' },
    })
  })

  it('says of a rota that is kept elsewhere where it is, and claims no shift', async () => {
    expect((await oncall()).rotas[0]).toMatchObject({
      rota: 'elsewhere',
      external: true,
      url: 'https://example.com/else',
      ics: 'https://example.com/e.ics',
      data: null,
      shifts: [],
    })
  })
})

describe('oncall.json of a rota that is kept elsewhere, whose calendar lies in the content', () => {
  // From three days before the build on.
  const day = (days: number) => addDays(buildDate, days - 3)
  const event = (start: number, end: number, who: string) =>
    `BEGIN:VEVENT\r\nDTSTART:${day(start).replaceAll('-', '')}T090000Z\r\nDTEND:${day(end).replaceAll('-', '')}T090000Z\r\nSUMMARY:On call: ${who}\r\nEND:VEVENT\r\n`
  const shift = (start: number, end: number, engineer: string) => ({
    start: `${day(start)}T09:00:00+00:00`,
    end: `${day(end)}T09:00:00+00:00`,
    engineer,
    kind: 'rotation',
  })
  const read = (...events: string[]) =>
    withFiles(
      {
        ...rotas(''),
        'rotas/elsewhere.yaml':
          'name: Elsewhere\nteam: payments\nexternal: https://example.com/else\nics: files/e.ics\n',
        'files/e.ics': `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`,
      },
      (root) => {
        const files = filesOf(loadContent(root))
        expect(mistakesOf(files.get('oncall.schema') as object, files.get('oncall'))).toEqual([])
        return (files.get('oncall') as OncallDocument).rotas[0]
      },
    )

  it('has its shifts, by the ids of the engineers whom they name, and by name where somebody has none', async () => {
    const found = await read(event(0, 7, 'Engineer A'), event(7, 14, 'Sam Stranger'))
    expect(found).toMatchObject({
      external: true,
      timeZone: 'UTC',
      ics: 'https://example.com/handbook/files/e.ics',
      data: { from: `${day(0)}T09:00:00+00:00`, until: `${day(14)}T09:00:00+00:00` },
      shifts: [shift(0, 7, 'a'), shift(7, 14, 'Sam Stranger')],
    })
    expect(Object.entries(found?.engineers ?? {}).map(([id, { name }]) => [id, name])).toEqual([
      ['Sam Stranger', 'Sam Stranger'],
      ['a', 'Engineer A'],
    ])
  })

  it.each([
    ['a gap', [event(0, 7, 'Engineer A'), event(8, 14, 'Engineer B')], [shift(0, 7, 'a')]],
    ['two people at once', [event(0, 7, 'Engineer A'), event(6, 14, 'Engineer B')], [shift(0, 6, 'a')]],
    [
      'a rule that repeats',
      [event(0, 7, 'Engineer A').replace('SUMMARY', 'RRULE:FREQ=DAILY\r\nSUMMARY')],
      [],
    ],
    ['nothing that can be read', [], []],
  ])('names nobody in or behind %s', async (_what, events, shifts) => {
    const found = await read(...events)
    expect(found?.shifts).toEqual(shifts)
    expect(found?.data === null).toBe(shifts.length === 0)
  })
})

describe('holidays.json', () => {
  it('lists the holidays of each calendar with their source, weight and corrections', async () => {
    const { source, rotas: listed } = filesOf(await contentOf(rotas(''))).get('holidays') as HolidaysDocument
    expect(source).toMatchObject({ name: 'date-holidays', version: '3.37.0' })
    const [rota] = listed
    expect(rota?.corrections).toEqual({
      add: [{ date: '2026-11-27', name: 'Day after', calendar: 'all' }],
      remove: [{ date: '2026-01-26', calendar: 'AU-NSW' }],
    })
    expect(rota?.calendars.map(({ calendar, engineers }) => [calendar, engineers])).toEqual([
      ['AU-NSW', ['a', 'c', 'd']],
      ['IN', ['b']],
    ])
    const own = rota?.calendars[0]?.holidays ?? []
    expect(own.find(({ date }) => date === '2026-01-26')).toBeUndefined()
    expect(own.find(({ date }) => date === '2026-11-27')).toMatchObject({ source: 'added', credit: true })
    expect(own.find(({ date }) => date === '2026-12-25')).toMatchObject({
      name: 'Christmas Day',
      weight: 3,
      source: 'calendar',
    })
    expect(rota?.calendars[1]?.holidays.find(({ date }) => date === '2026-01-26')?.name).toBe('Republic Day')
  })
})

describe('pages.json', () => {
  it('has every page of an entry once, with absolute addresses', async () => {
    const content = await contentOf({
      'teams/payments.yaml': TEAM,
      'issues/late.md': page({ alerts: ['OrdersLate'], aliases: ['old'] }, ISSUE_BODY),
      'runbooks/a/orders.md': page({}),
    })
    const { pages } = filesOf(content).get('pages') as PagesDocument
    expect(pages.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'runbook a/orders',
      'issue late',
      'team payments',
    ])
    expect(pages[1]).toMatchObject({
      url: 'https://example.com/handbook/issues/late/',
      markdown: 'https://example.com/handbook/issues/late/index.md',
      alerts: ['OrdersLate'],
      aliases: ['old'],
    })
  })
})
