import ICAL from 'ical.js'
import { afterEach, describe, expect, it } from 'vitest'
import { engineerFeed, rotaFeed } from '../../../src/calendar/feeds/ical.ts'
import { read, rota, source } from './sources.ts'

const runbooks = {
  onboarding: { minutes: 30, runbooks: ['Engagement'] },
  monthEnd: { runbooks: ['Aggregate'] },
}
const feed = rotaFeed(source(rota(), runbooks))
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

let inZone = false
/** Whether a line is part of the explanation of the zone; asked line by line. */
function isOfZone(line: string): boolean {
  if (line === 'BEGIN:VTIMEZONE') inZone = true
  const is = inZone
  if (line === 'END:VTIMEZONE') inZone = false
  return is
}

describe('a feed is a calendar that applications refresh', () => {
  it('named, published and to be read again after twelve hours', () => {
    expect(
      lines(feed)
        .filter((line) => !isOfZone(line))
        .slice(0, 8),
    ).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Watchbook//On-call//EN',
      'METHOD:PUBLISH',
      'NAME:Data Engineering on call',
      'X-WR-CALNAME:Data Engineering on call',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'X-PUBLISHED-TTL:PT12H',
    ])
  })

  it('with times as the clock of the rota shows them, in a zone that the feed explains; stamps in UTC, no alarm', () => {
    expect(feed).not.toMatch(/VALARM|X-WR-TIMEZONE/)
    expect(lines(feed).filter((line) => line === 'TZID:America/New_York')).toHaveLength(1)
    expect(lines(feed)).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU')
    const time = /^DT(START|END)(;VALUE=DATE:\d{8}|;TZID=America\/New_York:\d{8}T\d{6})$/
    const events = feed.slice(feed.indexOf('BEGIN:VEVENT'))
    expect(lines(events).filter((line) => /^DT(START|END)/.test(line) && !time.test(line))).toEqual([])
    expect(
      lines(events).filter((line) => /^(DTSTAMP|LAST-MODIFIED)/.test(line) && !line.endsWith('Z')),
    ).toEqual([])
  })

  it.each(['America/New_York', 'Etc/UTC', 'Asia/Kolkata'])(
    'that is valid for somebody in %s who is never on call: it has a component, and no event',
    (timeZone) => {
      const engineers = { ...rota().engineers, 'engineer-d': { name: 'Engineer D', from: '2050-01-01' } }
      const empty = engineerFeed(source(rota({ timeZone, engineers })), 'engineer-d')
      const calendar = new ICAL.Component(ICAL.parse(empty) as unknown[])
      expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
      expect(empty.endsWith('END:VTIMEZONE\r\nEND:VCALENDAR\r\n')).toBe(true)
    },
  )

  it('in UTC where the rota is, and where a time comes twice in one night', () => {
    expect(rotaFeed(source(rota({ timeZone: 'Etc/UTC' })))).not.toMatch(/TZID|VTIMEZONE/)
    const twice = rotaFeed(
      source(
        rota({
          overrides: [{ from: '2026-10-31T22:00', to: '2026-11-01T01:30', engineer: 'engineer-c' }],
        }),
      ),
    )
    expect(lines(twice)).toContain('DTEND:20261101T053000Z')
  })

  it('whose lines all end in a line break and are at most 75 octets', () => {
    expect(feed.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...feed.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  })

  it('in which a shift keeps nobody busy, and a day off is away', () => {
    const property = (summary: RegExp, name: string) =>
      new Set(
        feed
          .replaceAll('\r\n ', '')
          .split('BEGIN:VEVENT')
          .filter((event) => summary.test(event))
          .map((event) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(event)?.[1]),
      )
    expect([...property(/SUMMARY:.* on call/, 'TRANSP')]).toEqual(['TRANSPARENT'])
    expect([...property(/SUMMARY:.* on call/, 'X-MICROSOFT-CDO-BUSYSTATUS')]).toEqual(['FREE'])
    expect([...property(/SUMMARY:.*: day off/, 'TRANSP')]).toEqual(['OPAQUE'])
    expect([...property(/SUMMARY:.*: day off/, 'X-MICROSOFT-CDO-BUSYSTATUS')]).toEqual(['OOF'])
  })

  it('that is linked to the page of each year, where the address is known', () => {
    const linked = rotaFeed(
      source(rota(), { pageUrl: (year) => `https://example.org/oncall/data-engineering/${String(year)}/` }),
    )
    expect(lines(linked)).toContain(
      'URL;VALUE=URI:https://example.org/oncall/data-engineering/2027/#d-2027-08-02',
    )
    expect(feed).not.toContain('URL')
  })
})

describe('a revision of the content', () => {
  it('gives the same bytes for the same content', () => {
    expect(rotaFeed(source(rota(), runbooks))).toBe(feed)
  })

  it('dates the events, and a later one raises their sequence', () => {
    const later = rotaFeed(source(rota(), { ...runbooks, revision: new Date('2026-11-01T10:00:01Z') }))
    expect(lines(feed)).toContain('DTSTAMP:20261101T100000Z')
    expect(lines(later)).toContain('LAST-MODIFIED:20261101T100001Z')
    const sequence = (text: string) => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1])
    expect(sequence(later)).toBeGreaterThan(sequence(feed))
    expect(sequence(later)).toBeLessThan(2 ** 31)
  })

  describe('reads the same in any zone of the machine', () => {
    const before = process.env['TZ']
    afterEach(() => {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    })

    it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Australia/Lord_Howe'])('%s', (zone) => {
      process.env['TZ'] = zone
      expect(rotaFeed(source(rota(), runbooks))).toBe(feed)
    })
  })
})

describe('names arrive as they are written', () => {
  it.each([
    "O'Brien",
    'A & B',
    'Smith, J; QA',
    'Łukasz',
    '🧯 Fire Marshal 👩‍🚒',
    'back\\slash',
    '"quoted": with a colon',
    'a very long name of a person or a team that needs folding, even twice, Łukasz Łukasz Łukasz Łukasz 🧯🧯🧯🧯🧯🧯🧯',
  ])('%s', (name) => {
    const of = source(rota({ engineers: { ...rota().engineers, 'engineer-a': { name } } }), {
      ...runbooks,
      name,
    })
    const text = engineerFeed(of, 'engineer-a')
    for (const property of ['NAME', 'X-WR-CALNAME']) {
      expect(unescaped(new RegExp(`^${property}:(.*)$`, 'm').exec(lines(text).join('\n'))?.[1])).toBe(
        `${name}: ${name} on call`,
      )
    }
    expect(read(text).get('data-engineering-2025-12-29@watchbook')?.summary).toBe(`On call: ${name}`)
    expect(read(rotaFeed(of)).get('data-engineering-2025-12-29@watchbook')?.summary).toBe(`${name} on call`)
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    // Folded inside a character, a line would not be text in UTF-8.
    expect(Buffer.from(text).toString()).toBe(text)
    expect(text).not.toContain('\uFFFD')
  })
})

it('a backslash before an n is no line break', () => {
  const text = rotaFeed(
    source(rota({ engineers: { ...rota().engineers, 'engineer-a': { name: 'C:\\new' } } })),
  )
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(events.map((event) => new ICAL.Event(event).summary)).toContain('C:\\new on call')
  // node-ical 0.27 unescapes in the wrong order; the feed itself is right.
  expect(read(text).get('data-engineering-2025-12-29@watchbook')?.summary).toBe('C:\\\new on call')
})

/** TEXT of RFC 5545, section 3.3.11. Both parsers leave the names of calendars as they are. */
function unescaped(text = ''): string {
  return text.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))
}

describe('what the runbooks ask of who is on call', () => {
  const events = read(feed)

  it('is an onboarding at each handoff between two people, as long as the runbook says', () => {
    const session = events.get('data-engineering-2026-01-05-onboarding@watchbook')
    expect(session?.summary).toBe('Onboarding: Data Engineering, Engineer A to Engineer B')
    expect(session?.start.toISOString()).toBe('2026-01-05T14:00:00.000Z')
    expect(session?.end?.toISOString()).toBe('2026-01-05T14:30:00.000Z')
    const starts = source(rota()).years.flatMap((year) => source(rota()).calendar.year(year).weeks)
    expect([...events.keys()].filter((uid) => uid.endsWith('-onboarding@watchbook'))).toHaveLength(
      starts.length,
    )
  })

  it('which waits until the end of a day off', () => {
    const { date, engineer } = source(rota()).calendar.year(2026).daysOff[0] ?? { date: '', engineer: '' }
    const session = events.get(`data-engineering-${date}-onboarding@watchbook`)
    expect(session?.start.toISOString().slice(0, 10)).toBe(
      new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10),
    )
    expect(session?.summary).toMatch(new RegExp(`to Engineer ${engineer.slice(-1).toUpperCase()}$`))
  })

  it('which is in the calendar of who leaves and of who comes, and of nobody else', () => {
    const has = (engineer: string) =>
      read(engineerFeed(source(rota(), runbooks), engineer)).has(
        'data-engineering-2026-01-05-onboarding@watchbook',
      )
    expect(['engineer-a', 'engineer-b', 'engineer-c', 'engineer-d'].map(has)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('is a watch over the last seven dates of each month, for who holds them', () => {
    const watches = read(rotaFeed(source(rota({ monthEnd: true }), runbooks)))
    const february = [...watches].filter(([uid]) => uid.startsWith('data-engineering-2026-02-month-end'))
    // Sunday the 22nd is the last day of a week, the 23rd the first of the next.
    expect(february.map(([uid, { summary }]) => [uid, summary])).toEqual([
      ['data-engineering-2026-02-month-end-2026-02-22@watchbook', 'Engineer D: month-end watch: Aggregate'],
      [
        'data-engineering-2026-02-month-end@watchbook',
        expect.stringMatching(/^Engineer [ABC]: month-end watch: Aggregate$/),
      ],
    ])
    expect(february[1]?.[1].description).toMatch(
      /^Sun 22 Feb 2026: Engineer .\nMon 23 Feb 2026: Engineer .\n(.*\n){4}Sat 28 Feb 2026: Engineer .$/,
    )
    expect(
      [...watches.keys()].filter((uid) => /^data-engineering-2026-\d\d-month-end@/.test(uid)),
    ).toHaveLength(12)
  })

  it('comes without a runbook too where the rota has a watch, and in words for its reader', () => {
    const of = source(rota({ monthEnd: true }))
    expect(lines(rotaFeed(of))).toContain('SUMMARY:Engineer B: month-end watch')
    expect(lines(engineerFeed(of, 'engineer-b'))).toContain('SUMMARY:Month-end watch')
  })

  it('is left out where neither a runbook nor the rota asks for it', () => {
    expect(rotaFeed(source(rota()))).not.toMatch(/Onboarding|month-end/i)
  })
})
