import nodeIcal, { type VEvent } from 'node-ical'
import { dateHolidays } from '../../../src/oncall/date-holidays.ts'
import { createCalendar, type RotaCalendar, type RotaInput } from '../../../src/oncall/index.ts'
import type { FeedSource } from '../../../src/calendar/feeds/ical.ts'

const ROTATION = ['engineer-a', 'engineer-b', 'engineer-c', 'engineer-d']

/** The real rota of four, with any part of it replaced. */
export function rota(parts: Partial<RotaInput> = {}): RotaInput {
  return {
    id: 'data-engineering',
    timeZone: 'America/New_York',
    start: '2025-12-29',
    handoffTime: '09:00',
    rotation: ROTATION,
    calendar: 'US',
    holidayTypes: ['public'],
    holidays: { add: [], remove: [] },
    overrides: [],
    engineers: Object.fromEntries(
      ROTATION.map((id) => [id, { name: `Engineer ${id.slice(-1).toUpperCase()}` }]),
    ),
    published: [],
    ...parts,
  }
}

const planned = new Map<string, RotaCalendar>()

/** A calendar is a function of its rota, and most tests are of the same few: each rota is planned once for all that share a process. */
export function calendarOf(input: RotaInput): RotaCalendar {
  const key = JSON.stringify(input)
  const calendar = planned.get(key) ?? createCalendar(input, dateHolidays)
  planned.set(key, calendar)
  return calendar
}

export function source(input: RotaInput, parts: Partial<FeedSource> = {}): FeedSource {
  return {
    name: 'Data Engineering',
    calendar: calendarOf(input),
    years: [2026, 2027],
    revision: new Date('2026-11-01T10:00:00Z'),
    ...parts,
  }
}

/** The feed's events as `node-ical` reads them, by UID. */
export function read(feed: string): Map<string, VEvent> {
  const events = Object.values(nodeIcal.sync.parseICS(feed)).filter((part) => part?.type === 'VEVENT')
  return new Map(events.map((event) => [event.uid, event]))
}

export function uids(feed: string): string[] {
  return [...feed.replaceAll('\r\n ', '').matchAll(/^UID:(.*)\r$/gm)].map((match) => match[1] ?? '')
}
