import { DateTime } from 'luxon'
import { isTimeZone } from '../../oncall/zones.ts'
import { tidyTitle, withoutCovered } from './covered.ts'
import { namesIn } from './titles.ts'
import { zoneOf } from './rules.ts'
import { isBesideAName, plain } from './people.ts'
import type { Person, Schedule, Turn } from './schedule.ts'
import { ScheduleError, inOrder, keyOf } from './schedule.ts'

/** An event of a calendar, as far as a rota needs it. */
interface Event {
  summary: string
  start: number
  end: number
  isAllDay: boolean
  attendee?: Person
  /** Several people attend: none of them is meant alone. */
  isShared: boolean
}

interface Line {
  name: string
  parameters: Readonly<Record<string, string>>
  value: string
}

/**
 * The shifts of an iCalendar file (RFC 5545): one event each.
 *
 * @param zone of times without one, where the file itself names none that is known
 * @throws ScheduleError where it has no shifts, or names a zone that is not known and `zone` is not given
 */
export function readIcs(text: string, zone: string | undefined): Schedule {
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => parseLine(line) ?? [])
  const head = (name: string) => lines.find((line) => line.name === name)?.value
  const zones = zonesOf(lines, zone)
  const named = head('X-WR-TIMEZONE') ?? head('TZID')
  const timeZone = named === undefined ? zone : zones(named)
  const notes: string[] = []
  let isFloating = false
  const events = eventsOf(
    lines,
    (name) => {
      if (name !== undefined) return zones(name)
      isFloating ||= timeZone === undefined
      return timeZone ?? 'utc'
    },
    notes,
  )
  if (isFloating) notes.push('Some times are in no time zone: they were read as UTC.')
  // Every note until here is about a shift that is missing, or whose times are not certain.
  const isUncertain = notes.length > 0
  if (events.length === 0) {
    throw new ScheduleError(
      'The calendar has no event that could be a shift.',
      'Export the shifts of the schedule.',
    )
  }
  // A feed can hold days off and reminders beside the shifts: where some events say "on call", those are the shifts.
  const timed = events.filter(({ isAllDay }) => !isAllDay)
  const some = timed.length > 0 ? timed : events
  const said = some.filter(({ summary }) => ON_CALL.test(summary))
  const shifts = said.length > 0 ? said : some
  const left = events.length - shifts.length
  if (left > 0)
    notes.push(`${left === 1 ? '1 event is' : `${String(left)} events are`} no shift, and left out.`)
  const shared = shifts.filter(({ isShared }) => isShared).length
  if (shared > 0) {
    notes.push(
      `${shared === 1 ? '1 event has' : `${String(shared)} events have`} more than one attendee: who is on call was read from the title.`,
    )
  }
  const name = head('X-WR-CALNAME') ?? head('NAME')
  const personIn = namesIn(shifts.map(({ summary }) => summary))
  const turns = shifts.map(({ start, end, summary, attendee, isShared }) => ({
    start,
    end,
    person: attendee ?? { name: personIn(summary), title: withoutCovered(summary) },
    namesSomebody:
      attendee !== undefined ||
      !(isBesideAName(personIn(summary)) || (isShared && isPartOf(personIn(summary), name ?? ''))),
  }))
  const nameless = turns.filter(({ namesSomebody }) => !namesSomebody).length
  if (nameless === turns.length) {
    throw new ScheduleError(
      'No event of the calendar names who is on call.',
      'Export the shifts with one attendee each, or with the name in the title.',
    )
  }
  if (nameless > 0) {
    notes.push(
      `${nameless === 1 ? '1 event does not name' : `${String(nameless)} events do not name`} who is on call: no shift was made of that.`,
    )
  }
  return {
    tool: 'an iCalendar file',
    ...(name !== undefined && { name: unescape(name) }),
    ...(timeZone !== undefined && { timeZone }),
    turns: inOrder(
      turns
        .filter(({ namesSomebody }) => namesSomebody)
        .map(({ start, end, person }): Turn => ({ start, end, person })),
    ),
    overrides: [],
    notes,
    ...((isUncertain || nameless > 0) && { isUncertain: true }),
  }
}

/** Whether a calendar is called so: `Payments` of `Payments on call` is the rota, and no person who attends. */
function isPartOf(name: string, calendar: string): boolean {
  return ` ${plain(calendar)} `.includes(` ${plain(name)} `)
}

const ON_CALL = /\bon[- ]?call\b/i

/** No name of a zone is longer, also behind the address that some tools write before it. */
const MAX_ZONE = 100

/** The zone that a name of the file means: an IANA name, as it is or at its end, or what its definition says of it. */
function zonesOf(lines: readonly Line[], given: string | undefined): (name: string) => string {
  const places = new Map<string, string>()
  let defined: string | undefined
  for (const { name, value } of lines) {
    if (name === 'BEGIN') defined = undefined
    if (name === 'TZID') defined = value
    if (name === 'X-LIC-LOCATION' && defined !== undefined) places.set(defined, value)
  }
  return (name) => {
    // The pattern takes the square of the length of what it is asked about.
    const [, end] = /([A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)$/.exec(name.slice(-MAX_ZONE)) ?? []
    const known = [name, places.get(name), end, end?.replace(/^[^/]+\//, '')].find(
      (each) => each !== undefined && isTimeZone(each),
    )
    return known ?? zoneOf(name.length > MAX_ZONE ? `${name.slice(0, MAX_ZONE)}…` : name, given)
  }
}

function eventsOf(
  lines: readonly Line[],
  zoneNamed: (name: string | undefined) => string,
  notes: string[],
): Event[] {
  const events: Event[] = []
  let current: Line[] | undefined
  // An alarm within an event has people and times of its own.
  let within = 0
  let recurring = 0
  let unclear = 0
  for (const line of lines) {
    if (line.name === 'BEGIN' && current) within += 1
    else if (line.name === 'END' && current && within > 0) within -= 1
    else if (line.name === 'BEGIN' && line.value === 'VEVENT') current = []
    else if (line.name === 'END' && current) {
      if (current.some(({ name }) => name === 'RRULE' || name === 'RDATE')) recurring += 1
      const event = toEvent(current, zoneNamed)
      if (event === 'unclear') unclear += 1
      else if (event) events.push(event)
      current = undefined
    } else if (within === 0) current?.push(line)
  }
  if (recurring > 0) {
    notes.push(
      `${recurring === 1 ? '1 event repeats' : `${String(recurring)} events repeat`} by a rule: only the first time is read. Export the final shifts instead.`,
    )
  }
  if (unclear > 0) {
    notes.push(
      `${unclear === 1 ? '1 event has' : `${String(unclear)} events have`} no start, end or name that can be read: no shift was made of that.`,
    )
  }
  return events
}

function toEvent(
  lines: readonly Line[],
  zoneNamed: (name: string | undefined) => string,
): Event | 'unclear' | undefined {
  const find = (name: string) => lines.find((line) => line.name === name)
  const [start, end, duration] = [find('DTSTART'), find('DTEND'), find('DURATION')]
  if (find('STATUS')?.value === 'CANCELLED') return undefined
  if (!start) return 'unclear'
  const isAllDay = start.parameters['VALUE'] === 'DATE' || /^\d{8}$/.test(start.value)
  const from = timeOf(start, zoneNamed)
  // Days and weeks are those of the wall clock in the zone of the start, hours are exact.
  const until = end
    ? timeOf(end, zoneNamed)
    : from.plus(duration ? durationOf(duration.value) : isAllDay ? { days: 1 } : {})
  if (!(until.toMillis() > from.toMillis())) return 'unclear'
  const attendees = attendeesOf(lines.filter(({ name }) => name === 'ATTENDEE'))
  const attendee = attendees.length === 1 ? attendees[0] : undefined
  const summary = tidyTitle(unescape(find('SUMMARY')?.value ?? ''))
  if (summary === '' && !attendee) return 'unclear'
  return {
    summary,
    start: from.toMillis(),
    end: until.toMillis(),
    isAllDay,
    isShared: attendees.length > 1,
    ...(attendee && { attendee }),
  }
}

function timeOf({ value, parameters }: Line, zoneNamed: (name: string | undefined) => string): DateTime {
  const zone = value.endsWith('Z') ? 'utc' : zoneNamed(parameters['TZID'])
  const format = value.includes('T') ? "yyyyMMdd'T'HHmmss" : 'yyyyMMdd'
  return DateTime.fromFormat(value.replace('Z', ''), format, { zone })
}

function durationOf(text: string) {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)
  const [weeks, days, hours, minutes, seconds] = (match?.slice(1) ?? []).map((part) => Number(part || 0))
  return match ? { weeks, days, hours, minutes, seconds } : {}
}

/** The people who attend, each once: no rooms, no groups and no devices. */
function attendeesOf(lines: readonly Line[]): Person[] {
  const people = lines
    .filter(({ parameters }) => /^(?:individual)?$/i.test(parameters['CUTYPE'] ?? ''))
    .flatMap(({ value, parameters }): Person[] => {
      const email = /^mailto:(.+)$/i.exec(value)?.[1]?.trim()
      const called = parameters['CN']?.trim()
      // A name can be there and empty.
      const name = called === '' ? email : (called ?? email)
      return name === undefined ? [] : [{ name, ...(email !== undefined && { email }) }]
    })
  return [...new Map(people.map((person) => [keyOf(person).toLowerCase(), person])).values()]
}

function parseLine(line: string): Line | undefined {
  // What is quoted can be read in one way only: two would double the time with every parameter.
  const match = /^([A-Za-z-]+)((?:;[^=;:]+=(?:"[^"]*"|(?!")[^;:]*))*):(.*)$/.exec(line)
  if (!match) return undefined
  const [, name = '', written = '', value = ''] = match
  const parameters = Object.fromEntries(
    [...written.matchAll(/;([^=;:]+)=(?:"([^"]*)"|([^;:]*))/g)].map(([, key = '', quoted, plain = '']) => [
      key.toUpperCase(),
      quoted ?? plain,
    ]),
  )
  return { name: name.toUpperCase(), parameters, value }
}

function unescape(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, char: string) => (/n/i.test(char) ? ' ' : char))
}
