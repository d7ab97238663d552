import { describe, expect, it } from 'vitest'
import { externalRota } from '../../../src/calendar/views/external-rota.ts'
import { checkContent } from '../../../src/content/check/check.ts'
import { factsOf } from '../../../src/content/facts/entries.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { withFiles } from '../../support/content-folder.ts'

const event = (start: string, end: string, who: string) =>
  [
    'BEGIN:VEVENT',
    `DTSTART;TZID=Europe/Berlin:${start}T090000`,
    `DTEND;TZID=Europe/Berlin:${end}T090000`,
    who.includes('@') ? `ATTENDEE:mailto:${who}` : `SUMMARY:On Call - ${who} - Payments`,
    'END:VEVENT',
  ].join('\r\n')
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'X-WR-TIMEZONE:Europe/Berlin', ...events, 'END:VCALENDAR'].join('\r\n')
const WEEKS = [
  event('20261109', '20261116', 'Engineer X'),
  event('20261116', '20261123', 'Engineer A'),
  event('20261123', '20261130', 'Engineer X'),
]
const files = (text: string | undefined, ics = 'files/pager.ics') => ({
  'teams/ops.yaml': 'name: Ops\nsummary: Runs it.\n',
  'engineers/a.yaml': 'name: Engineer A\nteam: ops\n',
  'rotas/pager.yaml': `name: Pager\nteam: ops\nexternal: https://pager.example.com/ops\nics: ${ics}\n`,
  ...(text !== undefined && { 'files/pager.ics': text }),
})
const read = (text: string | undefined, ics?: string) =>
  withFiles(files(text, ics), (root) => externalRota(factsOf(loadContent(root)), 'pager', '2026-11-20'))

describe('the committed calendar of a rota that is kept elsewhere', () => {
  it('gives its shifts from today on, with the names of engineers, in the zone of the calendar', async () => {
    const found = await read(calendar(...WEEKS))
    expect(found?.zone).toBe('Europe/Berlin')
    expect(found?.shifts).toEqual([
      {
        start: '2026-11-16T09:00:00+01:00',
        end: '2026-11-23T09:00:00+01:00',
        name: 'Engineer A',
        engineer: 'a',
      },
      { start: '2026-11-23T09:00:00+01:00', end: '2026-11-30T09:00:00+01:00', name: 'Engineer X' },
    ])
    expect(found?.watch?.people.map(({ name }) => name)).toEqual(['Engineer X', 'Engineer A'])
    expect(found?.watch?.shifts).toEqual([
      [168, 0],
      [168, 1],
      [168, 0],
    ])
    expect(found?.watch?.ended).toContain('30 Nov 2026 09:00')
  })

  it.each([
    ['a gap', [WEEKS[1] ?? '', event('20261124', '20261130', 'Engineer X')], [168]],
    // The second shift begins a day before the first ends: the last day is not certain.
    ['two people at once', [WEEKS[1] ?? '', event('20261122', '20261130', 'Engineer X')], [144]],
    ['a shift within another', [WEEKS[1] ?? '', event('20261121', '20261122', 'Engineer X')], [120]],
  ])('names nobody as on call in or behind %s', async (_what, events, hours) => {
    const found = await read(calendar(...events))
    expect(found?.watch?.shifts).toEqual(hours.map((each) => [each, 0]))
    expect(found?.watch?.people.map(({ name }) => name)).toEqual(['Engineer A'])
    expect(found?.shifts).toHaveLength(2)
    // Behind it the calendar goes on: "no rota after" would be wrong.
    expect(found?.watch?.more).toBe(true)
  })

  it('has nothing more behind its last shift', async () => {
    const found = await read(calendar(...WEEKS))
    expect(found?.watch).toBeDefined()
    expect(found?.watch).not.toHaveProperty('more')
  })

  it('names nobody where two people are on call all the time', async () => {
    const found = await read(calendar(WEEKS[1] ?? '', event('20261116', '20261123', 'Engineer X')))
    expect(found?.shifts).toHaveLength(2)
    expect(found?.watch).toBeUndefined()
  })

  it.each([
    ['a gap', event('20261110', '20261114', 'Engineer X'), WEEKS[1] ?? '', '2026-11-16T08:00Z', [168]],
    ['an overlap', event('20261110', '20261117', 'Engineer X'), WEEKS[1] ?? '', '2026-11-17T08:00Z', [144]],
  ])('begins again behind %s that is over', async (_what, before, present, start, hours) => {
    const found = await read(calendar(before, present))
    expect(found?.watch?.people.map(({ name }) => name)).toEqual(['Engineer A'])
    expect(found?.watch?.start).toBe(Date.parse(start) / 60_000)
    expect(found?.watch?.shifts).toEqual(hours.map((each) => [each, 0]))
  })

  it.each([
    ['repeat by a rule', 'RRULE:FREQ=WEEKLY;INTERVAL=2\r\nSUMMARY', '1 event repeats by a rule'],
    ['repeat on dates', 'RDATE:20261121T090000Z\r\nSUMMARY', '1 event repeats by a rule'],
    ['have no name', 'DESCRIPTION', '1 event has no start, end or name'],
  ])('says that events %s, and names nobody as on call', async (_what, line, note) => {
    const other = event('20261130', '20261207', 'Engineer X').replace('SUMMARY', line)
    const found = await read(calendar(...WEEKS, other))
    expect(found?.notes.join()).toContain(`files/pager.ics: ${note}`)
    expect(found?.shifts.length).toBeGreaterThan(1)
    expect(found?.watch).toBeUndefined()
  })

  it('names nobody where the times are in no zone, and says so', async () => {
    const found = await read(
      calendar(...WEEKS)
        .replaceAll(';TZID=Europe/Berlin', '')
        .replace('X-WR-TIMEZONE:Europe/Berlin\r\n', ''),
    )
    expect(found?.notes).toEqual(['files/pager.ics: Some times are in no time zone: they were read as UTC.'])
    expect(found?.watch).toBeUndefined()
  })

  it('says what was left out that is no shift', async () => {
    const dayOff = 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261117\r\nSUMMARY:Day off\r\nEND:VEVENT'
    const found = await read(calendar(...WEEKS, dayOff))
    expect(found?.notes).toEqual(['files/pager.ics: 1 event is no shift, and left out.'])
    expect(found?.watch?.shifts).toHaveLength(3)
  })

  it('an event that is there twice is one shift', async () => {
    const found = await read(calendar(...WEEKS, ...WEEKS))
    expect(found?.watch?.shifts).toEqual([
      [168, 0],
      [168, 1],
      [168, 0],
    ])
  })

  it('shows no e-mail in full', async () => {
    const found = await read(calendar(event('20261116', '20261123', 'x@example.com')))
    expect(JSON.stringify(found)).not.toContain('@example.com')
    expect(found?.shifts[0]?.name).toBe('x')
  })

  it.each([
    [
      calendar(WEEKS[0] ?? ''),
      'files/pager.ics has no shift from 20 Nov 2026 on. Export the calendar again.',
    ],
    ['nonsense', 'files/pager.ics: The calendar has no event that could be a shift.'],
    ['', 'files/pager.ics: The calendar has no event'],
    [undefined, 'files/pager.ics: The file cannot be read.'],
    [
      calendar(...WEEKS).replaceAll('Europe/Berlin', 'Eastern Standard Time'),
      'files/pager.ics: The file names the time zone "Eastern Standard Time", which is no IANA name. Export the calendar with the time zone of a place, such as Europe/London.',
    ],
  ])('says why it shows nothing: %#', async (text, problem) => {
    const found = await read(text)
    expect(found?.shifts).toEqual([])
    expect(found?.problem).toContain(problem)
  })

  it('is nothing of a feed, which no build fetches', async () => {
    expect(await read(undefined, 'https://example.com/pager.ics')).toBeUndefined()
  })

  it.each([
    [calendar(...WEEKS), 'files/pager.ics', []],
    [undefined, 'files/pager.ics', ['unknown-reference There is no file files/pager.ics']],
    [undefined, 'https://example.com/pager.ics', []],
  ])('is checked: %#', async (text, ics, expected) => {
    const found = await withFiles(files(text, ics), (root) =>
      checkContent(loadContent(root), { today: '2026-11-20' }),
    )
    const errors = found.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule, message }) => `${rule} ${message}`)).toEqual(expected)
  })

  it.each(['../secret.ics', 'files/../../x.ics', '/etc/passwd.ics', 'files/pager.txt'])(
    'is no file outside files/: %j',
    async (ics) => {
      const found = await withFiles(files(undefined, ics), (root) =>
        checkContent(loadContent(root), { today: '2026-11-20' }),
      )
      expect(found.map(({ message }) => message).join()).toContain('a file in files/ of the content')
    },
  )
})
