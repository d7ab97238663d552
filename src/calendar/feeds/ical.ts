import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
  escape,
  type ICalEventData,
} from 'ical-generator'
import { DateTime } from 'luxon'
import { eventsOf, secondEventsOf, type FeedEvent, type FeedSource } from './events.ts'
import { isShownOnce, timeZoneComponent } from './time-zone.ts'

export type { FeedSource } from './events.ts'

const TWELVE_HOURS = 12 * 60 * 60

const BUSY = {
  free: { transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE },
  busy: { transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.BUSY },
  away: { transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.OOF },
}

/** `/oncall/<rota>.ics`: everybody's shifts, covers and days off, onboarding and month-end watch, as iCalendar text. */
export function rotaFeed(source: FeedSource): string {
  return render(source, onCallName(source.name), eventsOf(source))
}

/** `/oncall/<rota>/<engineer>.ics`: what concerns one engineer (by id), worded for them. */
export function engineerFeed(source: FeedSource, engineer: string): string {
  const name = source.calendar.rota.engineers[engineer]?.name ?? engineer
  return render(source, `${name}: ${onCallName(source.name)}`, eventsOf(source, engineer))
}

/** `/oncall/<rota>/second.ics`: who is second on call. */
export function secondFeed(source: FeedSource): string {
  return render(source, `${source.name}: second on call`, secondEventsOf(source))
}

function render(source: FeedSource, name: string, events: readonly FeedEvent[]): string {
  const { years, calendar: rotaCalendar } = source
  const first = years[0] ?? rotaCalendar.firstYear
  const zone = (id: string) => timeZoneComponent(id, first, years.at(-1) ?? first)
  const calendar = ical({
    prodId: { company: 'Watchbook', product: 'On-call', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes the texts of events but not the name of the calendar.
    name: escape(name, false),
    ttl: TWELVE_HOURS,
    // Without a name: the events name the zone, and stamps stay in UTC.
    timezone: {
      name: null,
      generator: zone,
    },
    events: events.map((event) => toICal(source, event)),
  })
  const text = calendar.toString()
  // RFC 5545 wants one component at least: somebody who is never on call has a calendar all the same.
  const filled =
    events.length > 0
      ? text
      : text.replace(/END:VCALENDAR$/, `${zone(rotaCalendar.rota.timeZone)}\r\nEND:VCALENDAR`)
  // It ends every line, the last too, with a line break; the library leaves it out.
  return `${filled}\r\n`
}

/** `Payments on call`; a rota that is called "On call" needs no more words. */
function onCallName(rota: string): string {
  return /\bon.?call$/i.test(rota) ? rota : `${rota} on call`
}

function toICal({ calendar, revision, site = 'watchbook' }: FeedSource, event: FeedEvent): ICalEventData {
  return {
    id: `${calendar.rota.id}-${event.slot}@${site}`,
    // The build's own time would make every build another file, and every event a changed one.
    sequence: sequenceOf(revision),
    stamp: revision,
    lastModified: revision,
    ...timesOf(event, calendar.rota.timeZone),
    summary: event.summary,
    description: event.description,
    url: event.url ?? null,
    ...BUSY[event.busy],
  }
}

/**
 * Times as the rota's clock shows them, so that a program that shows times as they are written shows those that people
 * know; in UTC where the clock shows one of them twice.
 */
function timesOf({ time: { start, end, allDay } }: FeedEvent, zone: string) {
  if (allDay) return { start, end, allDay, timezone: 'UTC' }
  const isPlain = !isUtc(zone) && isShownOnce(start, zone) && isShownOnce(end, zone)
  return {
    // With the offset that it has: what the clock of this machine shows is of no use, and slow to find out.
    start: DateTime.fromISO(start, { setZone: true }),
    end: DateTime.fromISO(end, { setZone: true }),
    allDay,
    timezone: isPlain ? zone : 'UTC',
  }
}

function isUtc(zone: string): boolean {
  return /^(?:Etc\/)?(?:UTC|GMT|Zulu|Universal|UCT)$/i.test(zone)
}

/** Seconds since 2020: grows with the content, and stays within iCalendar's 32-bit integers until 2088. */
function sequenceOf(revision: Date): number {
  return Math.max(0, Math.floor((revision.getTime() - Date.UTC(2020, 0, 1)) / 1000))
}
