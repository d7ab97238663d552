import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
  escape,
  type ICalEventData,
} from 'ical-generator'
import { eventsOf, type FeedEvent, type FeedSource } from './events.ts'

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

function render(source: FeedSource, name: string, events: readonly FeedEvent[]): string {
  const calendar = ical({
    prodId: { company: 'Watchbook', product: 'On-call', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes the texts of events but not the name of the calendar.
    name: escape(name, false),
    ttl: TWELVE_HOURS,
    events: events.map((event) => toICal(source, event)),
  })
  // RFC 5545 ends every line, the last too, with a line break; the library leaves it out.
  return `${calendar.toString()}\r\n`
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
    start: event.time.start,
    end: event.time.end,
    allDay: event.time.allDay,
    summary: event.summary,
    description: event.description,
    url: event.url ?? null,
    ...BUSY[event.busy],
  }
}

/** Seconds since 2020: grows with the content, and stays within iCalendar's 32-bit integers until 2088. */
function sequenceOf(revision: Date): number {
  return Math.max(0, Math.floor((revision.getTime() - Date.UTC(2020, 0, 1)) / 1000))
}
