import { DateTime } from 'luxon'
import type { DutyDay, RotaCalendar } from '../../oncall/index.ts'
import { day, list, moment, plusDays } from '../../text/wording.ts'
import { whyText, type Why } from '../describe-day.ts'
import { secondPieces } from './second-slots.ts'
import { piecesOf, weeksOf, type Piece, type Segment, type Week } from './slots.ts'

/** What a feed is made of: one rota, as far as it is built, and what its runbooks ask of who is on call. */
export interface FeedSource {
  /** The rota's name, for people. */
  name: string
  /** The site in the ids of events: two teams whose rotas have one id do not overwrite each other's events. */
  site?: string | undefined
  calendar: RotaCalendar
  /** In order, without a gap. */
  years: readonly number[]
  /** A session at each handoff, where a runbook asks for one. */
  onboarding?: { minutes: number; runbooks: readonly string[]; url?: string | undefined } | undefined
  /** The runbooks whose coverage is the month's end. */
  monthEnd?: { runbooks: readonly string[] } | undefined
  /** When the content last changed. */
  revision: Date
  /** Address of a year's page, where the site's address is known. */
  pageUrl?: ((year: number) => string) | undefined
}

/** An event before it is written as iCalendar. `engineers` are those whom it concerns, by id. */
export interface FeedEvent {
  slot: string
  summary: string
  description: string
  url?: string | undefined
  engineers: readonly string[]
  /** Whether it takes the time of whom it concerns; a shift does not, or nobody could be invited all week. */
  busy: 'free' | 'busy' | 'away'
  /** Instants, or dates with the end exclusive. */
  time: { start: string; end: string; allDay: boolean }
}

/** Everything in a rota's calendar, in order of time. With `reader`, what concerns that engineer, in words for them. */
export function eventsOf(source: FeedSource, reader?: string): FeedEvent[] {
  const writer = new EventWriter(source, reader)
  const events = [
    ...writer.shifts(),
    ...writer.daysOff(),
    ...writer.onboardings(),
    ...writer.monthEnds(),
    // For everybody they have a feed of their own: two calendars in one would show every week twice.
    ...(reader === undefined ? [] : writer.seconds()),
  ]
  return inOrder(events.filter((event) => reader === undefined || event.engineers.includes(reader)))
}

/** R12: who is second on call, in order of time. */
export function secondEventsOf(source: FeedSource): FeedEvent[] {
  return inOrder(new EventWriter(source, undefined).seconds())
}

function inOrder(events: readonly FeedEvent[]): FeedEvent[] {
  return events.toSorted((a, b) => compare(sortKey(a), sortKey(b)))
}

/** Writes the events of one source for one reader (or for everybody). */
class EventWriter {
  readonly #source: FeedSource
  readonly #reader: string | undefined
  readonly #weeks: readonly Week[]
  readonly #pieces: readonly Piece[]
  readonly #days: readonly DutyDay[]
  readonly #turnStarts: ReadonlySet<Piece>

  constructor(source: FeedSource, reader: string | undefined) {
    this.#source = source
    this.#reader = reader
    this.#weeks = weeksOf(source.calendar, source.years)
    const pieces = this.#weeks.map(piecesOf)
    this.#pieces = pieces.flat()
    this.#days = this.#weeks.flatMap((week) => week.days)
    this.#turnStarts = new Set(pieces.flatMap(turnStart))
  }

  /** One event for each shift, covers and overrides too. */
  shifts(): FeedEvent[] {
    const zone = this.#source.calendar.rota.timeZone
    return this.#pieces.map((piece) => {
      const [first] = piece.segments
      const holidays = piece.segments.flatMap(({ day: { date }, holiday }) =>
        holiday === undefined ? [] : [`${holiday} (${day(date)})`],
      )
      return {
        slot: piece.slot,
        summary: this.#shiftTitle(first),
        description: [
          `${this.#source.name}: ${this.#name(first.holder)} is on call from ${moment(piece.start, zone)} to ${moment(piece.end, zone)} (${zone}).`,
          ...(first.kind === 'cover' ? [`${this.#name(first.day.planned)} is back after that.`] : []),
          ...(first.isHours ? [`${this.#name(first.day.holder)} is on call before and after.`] : []),
          ...(holidays.length > 0 ? [`Holidays worked: ${list(holidays)}. Each earns a day off.`] : []),
          piece.published ? 'Published: this week does not move.' : 'Planned: this week may still move.',
        ].join('\n'),
        url: this.#url(first.day.date),
        engineers: [first.holder],
        busy: 'free',
        time: { start: piece.start, end: piece.end, allDay: false },
      }
    })
  }

  /** R12: one event for each time as second. */
  seconds(): FeedEvent[] {
    const { calendar, years, name } = this.#source
    const zone = calendar.rota.timeZone
    return secondPieces(calendar, years, this.#weeks).map(({ engineer, start, end, week, slot }) => ({
      slot,
      summary:
        this.#reader === engineer ? `Second on call: ${name}` : `${this.#name(engineer)} is second on call`,
      description: `${name}: ${this.#name(engineer)} is called when whoever is on call does not answer, from ${moment(start, zone)} to ${moment(end, zone)} (${zone}).`,
      url: this.#url(week),
      engineers: [engineer],
      busy: 'free' as const,
      time: { start, end, allDay: false },
    }))
  }

  /** The days that pay back a holiday, for whom they are. */
  daysOff(): FeedEvent[] {
    return this.#days.flatMap(({ date, dayOff, planned, holder }) => {
      if (!dayOff) return []
      return {
        slot: `day-off-${dayOff.date}`,
        summary:
          (this.#reader === planned ? 'Day off' : `${this.#name(planned)}: day off`) + ` for ${dayOff.name}`,
        description: `${this.#name(planned)} worked on ${dayOff.name} (${day(dayOff.date)}). ${this.#name(holder)} covers this day.`,
        url: this.#url(date),
        engineers: [planned],
        busy: 'away' as const,
        time: { start: date, end: plusDays(date, 1), allDay: true },
      }
    })
  }

  /** The session at the handoff to the week's own engineer, with whom they take over from. */
  onboardings(): FeedEvent[] {
    const onboarding = this.#source.onboarding
    if (!onboarding) return []
    return this.#pieces.flatMap((piece, index) => {
      const [first] = piece.segments
      const from = this.#pieces[index - 1]?.segments.at(-1)?.day.holder
      if (!this.#turnStarts.has(piece) || from === first.holder) return []
      const people = from === undefined ? [first.holder] : [from, first.holder]
      return {
        slot: `${piece.week}-onboarding`,
        summary: `Onboarding: ${this.#source.name}, ${people.map((id) => this.#name(id)).join(' to ')}`,
        description: `${String(onboarding.minutes)} minutes at the handoff, for ${list(onboarding.runbooks)}.`,
        url: onboarding.url ?? this.#url(first.day.date),
        engineers: people,
        busy: 'busy' as const,
        time: { start: piece.start, end: minutesAfter(piece.start, onboarding.minutes), allDay: false },
      }
    })
  }

  /** The last seven dates of each month, as all-day events for who watches when. */
  monthEnds(): FeedEvent[] {
    const runbooks = this.#source.monthEnd?.runbooks ?? []
    const what = runbooks.length > 0 ? `: ${list(runbooks)}` : ''
    const months = Map.groupBy(
      this.#days.filter((each) => each.monthEnd),
      (each) => each.date.slice(0, 7),
    )
    return [...months].flatMap(([month, days]) => {
      const runs = runsOfHolder(days)
      const main = runs.toSorted((a, b) => b.length - a.length)[0]
      return runs.map((run) => {
        const { holder } = run[0]
        const watch = this.#reader === holder ? 'Month-end watch' : `${this.#name(holder)}: month-end watch`
        return {
          slot: run === main ? `${month}-month-end` : `${month}-month-end-${run[0].date}`,
          summary: `${watch}${what}`,
          description: days.map((each) => `${day(each.date)}: ${this.#name(each.holder)}`).join('\n'),
          url: this.#url(run[0].date),
          engineers: [holder],
          busy: 'free' as const,
          time: { start: run[0].date, end: plusDays((run.at(-1) ?? run[0]).date, 1), allDay: true },
        }
      })
    })
  }

  #shiftTitle(segment: Segment): string {
    const { holder } = segment
    const who =
      this.#reader === holder
        ? /^on.?call$/i.test(this.#source.name)
          ? 'On call'
          : `On call: ${this.#source.name}`
        : `${this.#name(holder)} on call`
    return who + whyText(whyOf(segment), (id) => this.#name(id))
  }

  #name(id: string): string {
    return this.#source.calendar.rota.engineers[id]?.name ?? id
  }

  #url(date: string): string | undefined {
    const page = this.#source.pageUrl?.(this.#source.calendar.yearOf(date))
    return page === undefined ? undefined : `${page}#d-${date}`
  }
}

function whyOf({ kind, reason, day: { planned, absence } }: Segment): Why {
  if (kind === 'cover') return { kind, for: planned, reason: absence ? 'absence' : 'day off' }
  return kind === 'override' ? { kind, reason } : { kind }
}

function runsOfHolder(days: readonly DutyDay[]): [DutyDay, ...DutyDay[]][] {
  const runs: [DutyDay, ...DutyDay[]][] = []
  for (const each of days) {
    const run = runs.at(-1)
    if (run?.[0].holder === each.holder) run.push(each)
    else runs.push([each])
  }
  return runs
}

/** Where the turn of a week's own engineer starts: their first piece of it, else (all overridden) the week's first. */
function turnStart(week: readonly Piece[]): readonly Piece[] {
  return [...week.filter(({ segments }) => segments[0].kind === 'rotation'), ...week].slice(0, 1)
}

function minutesAfter(instant: string, minutes: number): string {
  return (
    DateTime.fromISO(instant, { setZone: true }).plus({ minutes }).toISO({ suppressMilliseconds: true }) ??
    instant
  )
}

function sortKey({ time, slot }: FeedEvent): string {
  return `${new Date(time.start).toISOString()} ${slot}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
