import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { engineerFeed, rotaFeed, secondFeed, type FeedSource } from '../../../src/calendar/feeds/ical.ts'
import type { RotaInput } from '../../../src/oncall/index.ts'
import { rota, source } from './sources.ts'

interface ReadEvent {
  summary: string
  start: number
  end: number
  allDay: boolean
}

const PARSERS: Record<string, (feed: string) => ReadEvent[]> = {
  'ical.js': (feed) =>
    new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      return {
        summary: event.summary,
        start: instantOf(event.startDate),
        end: instantOf(event.endDate),
        allDay: event.startDate.isDate,
      }
    }),
  'node-ical': (feed) =>
    Object.values(nodeIcal.sync.parseICS(feed)).flatMap((event) => {
      if (event?.type !== 'VEVENT') return []
      const allDay = event.datetype === 'date'
      const instant = (date: Date) =>
        allDay ? Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) : date.getTime()
      return {
        summary: String(event.summary),
        start: instant(event.start),
        end: instant(event.end ?? event.start),
        allDay,
      }
    }),
  'ts-ics': (feed) =>
    convertIcsCalendar(undefined, feed).events?.map(({ summary, start, end }) => ({
      summary,
      start: start.date.getTime(),
      end: (end ?? start).date.getTime(),
      allDay: start.type === 'DATE',
    })) ?? [],
}

function instantOf(time: ICAL.Time): number {
  return time.isDate ? Date.UTC(time.year, time.month - 1, time.day) : time.toUnixTime() * 1000
}

/** What the contract says of who is on call when, in the feed's words, cut where weeks meet. */
function contractShifts({ calendar, years }: FeedSource): Omit<ReadEvent, 'allDay'>[] {
  const name = (id: string) => calendar.rota.engineers[id]?.name ?? id
  const handoffs = years.flatMap((year) => {
    const starts = new Set(calendar.year(year).weeks.map((week) => week.start))
    return calendar
      .days(year)
      .filter((day) => starts.has(day.date))
      .map((day) => Date.parse(day.start))
  })
  return years.flatMap((year) =>
    calendar.year(year).shifts.flatMap((shift) => {
      const start = Date.parse(shift.start)
      const end = Date.parse(shift.end)
      const cuts = [start, ...handoffs.filter((handoff) => handoff > start && handoff < end), end]
      const why =
        shift.kind === 'cover'
          ? `, covering ${name(shift.for)} (${shift.reason})`
          : shift.kind === 'override'
            ? ` (${shift.reason ?? 'override'})`
            : ''
      return cuts.slice(1).map((cut, index) => ({
        summary: `${name(shift.engineer)} on call${why}`,
        start: cuts[index] ?? start,
        end: cut,
      }))
    }),
  )
}

const INPUTS: Record<string, RotaInput> = {
  'the real rota': rota(),
  'leave, an override without a reason and one with': rota({
    engineers: {
      ...rota().engineers,
      'engineer-b': { name: 'Engineer B', unavailable: [{ from: '2026-07-06', to: '2026-08-09' }] },
      'engineer-x': { name: 'Engineer X' },
    },
    overrides: [
      { from: '2026-03-03', to: '2026-03-04', engineer: 'engineer-x' },
      {
        from: '2026-06-11',
        to: '2026-07-02',
        engineer: 'engineer-c',
        reason: 'Parental leave, part 1; of 2',
      },
    ],
  }),
  'hours on two evenings, one of them across a change of the clocks': rota({
    overrides: [
      { from: '2026-03-04T18:00', to: '2026-03-04T22:00', engineer: 'engineer-c', reason: 'Dentist' },
      { from: '2026-03-07T23:00', to: '2026-03-08T12:00', engineer: 'engineer-d' },
      { from: '2026-07-03T09:00', to: '2026-07-04T09:00', engineer: 'engineer-d' },
    ],
  }),
  'one engineer, whose year is one shift': rota({ rotation: ['engineer-a'] }),
  'an evening handoff, Wednesday weeks and a zone of half an hour': rota({
    start: '2025-12-31',
    handoffTime: '17:30',
    timeZone: 'Australia/Lord_Howe',
    calendar: 'AU-NSW',
  }),
}

/** What each parser reads: the feeds of a rota, written once. */
const ROTAS = Object.entries(INPUTS).map(([name, input]) => {
  const of = source(input)
  const withSecond = source({ ...input, second: 'next' })
  const people = Object.entries(input.engineers).map(([id, { name: person }]) => ({
    id,
    person,
    feed: engineerFeed(of, id),
    feedWithSeconds: engineerFeed(withSecond, id),
  }))
  return [name, { of, withSecond, people, feed: rotaFeed(of), seconds: secondFeed(withSecond) }] as const
})

describe.each(Object.entries(PARSERS))('read by %s, the feed says what the JSON says', (_, parse) => {
  it.each(ROTAS)('of %s: who is on call when, and why', (_name, { of, feed }) => {
    const shifts = parse(feed)
      .filter((event) => !event.allDay)
      .map(({ summary, start, end }) => ({ summary, start, end }))
    expect(shifts).toEqual(contractShifts(of))
  })

  it.each(ROTAS)('of %s: each day off, on its date', (_name, { of, feed }) => {
    const daysOff = parse(feed).filter((event) => event.allDay)
    expect(daysOff).toEqual(
      of.years.flatMap((year) =>
        of.calendar.year(year).daysOff.map(({ engineer, date, for: holiday }) => ({
          summary: `${of.calendar.rota.engineers[engineer]?.name ?? ''}: day off for ${holiday.name}`,
          start: Date.parse(`${date}T00:00Z`),
          end: Date.parse(`${date}T00:00Z`) + 86_400_000,
          allDay: true,
        })),
      ),
    )
  })

  it.each(ROTAS)(
    'of %s: an engineer reads their own shifts and days off, and no others',
    (_name, { feed, people }) => {
      const whole = parse(feed)
      for (const { person, feed: ownFeed } of people) {
        const own = parse(ownFeed)
        const times = (events: ReadEvent[]) =>
          events.map(({ start, end, allDay }) => ({ start, end, allDay }))
        expect(times(own)).toEqual(
          times(
            whole.filter(
              ({ summary }) => summary.startsWith(`${person} on call`) || summary.startsWith(`${person}: `),
            ),
          ),
        )
        expect(
          own.filter((event) => !/^(On call: Data Engineering|Day off for )/.test(event.summary)),
        ).toEqual([])
      }
    },
  )
})

describe.each(Object.entries(PARSERS))(
  'read by %s, the feed of seconds says what the JSON says',
  (_, parse) => {
    it.each(ROTAS)('of %s', (_name, { withSecond, people, seconds: feed }) => {
      const seconds = withSecond.years.flatMap((year) => withSecond.calendar.year(year).seconds ?? [])
      const read = parse(feed)
      const hours = (spans: { start: number; end: number }[]) =>
        spans.reduce((sum, { start, end }) => sum + end - start, 0)
      for (const { id, person, feedWithSeconds } of people) {
        const theirs = seconds
          .filter(({ engineer }) => engineer === id)
          .map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
        const ofAll = read.filter(({ summary }) => summary === `${person} is second on call`)
        const own = parse(feedWithSeconds).filter(({ summary }) => summary.startsWith('Second on call'))
        const spans = (events: ReadEvent[]) => events.map(({ start, end }) => ({ start, end }))
        expect(spans(own)).toEqual(spans(ofAll))
        // Events are cut where weeks meet: the time is the same, and each lies in one of the contract.
        expect(hours(ofAll)).toBe(hours(theirs))
        expect(
          ofAll.filter(({ start, end }) => !theirs.some((span) => span.start <= start && end <= span.end)),
        ).toEqual([])
      }
    })
  },
)
