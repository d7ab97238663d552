import { DateTime } from 'luxon'
import type { Person, Schedule } from './schedule.ts'
import { ScheduleError, inOrder } from './schedule.ts'

/** An event of a calendar, as far as a rota needs it. */
interface Event {
  summary: string
  start: number
  end: number
  isAllDay: boolean
  attendee?: Person
}

interface Line {
  name: string
  parameters: Readonly<Record<string, string>>
  value: string
}

/**
 * The shifts of an iCalendar file (RFC 5545): one event each.
 *
 * @param zone of times without one, where the file itself names none
 */
export function readIcs(text: string, zone: string | undefined): Schedule {
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => parseLine(line) ?? [])
  const head = (name: string) => lines.find((line) => line.name === name)?.value
  const timeZone = head('X-WR-TIMEZONE') ?? head('TZID') ?? zone
  const notes: string[] = []
  const events = eventsOf(lines, timeZone ?? 'utc', notes)
  if (events.length === 0) {
    throw new ScheduleError(
      'The calendar has no event that could be a shift.',
      'Export the shifts of the schedule.',
    )
  }
  // A feed can hold days off and reminders beside the shifts: where some events say "on call", those are the shifts.
  const timed = events.filter(({ isAllDay }) => !isAllDay)
  const some = timed.length > 0 ? timed : events
  const named = some.filter(({ summary }) => /\bon[- ]?call\b/i.test(summary))
  const shifts = named.length > 0 ? named : some
  const left = events.length - shifts.length
  if (left > 0) notes.push(`${String(left)} events are no shifts, and were left out.`)
  const name = head('X-WR-CALNAME') ?? head('NAME')
  return {
    tool: 'an iCalendar file',
    ...(name !== undefined && { name: unescape(name) }),
    ...(timeZone !== undefined && { timeZone }),
    turns: inOrder(
      shifts.map(({ start, end, summary, attendee }) => ({
        start,
        end,
        person: attendee ?? { name: personIn(summary) },
      })),
    ),
    overrides: [],
    notes,
  }
}

function eventsOf(lines: readonly Line[], zone: string, notes: string[]): Event[] {
  const events: Event[] = []
  let current: Line[] | undefined
  let recurring = 0
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') current = []
    else if (line.name === 'END' && line.value === 'VEVENT') {
      if (current?.some(({ name }) => name === 'RRULE')) recurring += 1
      const event = current && toEvent(current, zone)
      if (event) events.push(event)
      current = undefined
    } else current?.push(line)
  }
  if (recurring > 0) {
    notes.push(
      `${String(recurring)} events repeat by a rule: only the first time of each is read. Export the final shifts instead.`,
    )
  }
  return events
}

function toEvent(lines: readonly Line[], zone: string): Event | undefined {
  const find = (name: string) => lines.find((line) => line.name === name)
  const [start, end, duration] = [find('DTSTART'), find('DTEND'), find('DURATION')]
  if (!start || find('STATUS')?.value === 'CANCELLED') return undefined
  const from = instantOf(start, zone)
  const isAllDay = start.parameters['VALUE'] === 'DATE' || /^\d{8}$/.test(start.value)
  const until = end
    ? instantOf(end, zone)
    : duration
      ? DateTime.fromMillis(from).plus(durationOf(duration.value)).toMillis()
      : from + (isAllDay ? 86_400_000 : 0)
  if (!(until > from)) return undefined
  const attendee = attendeeOf(find('ATTENDEE'))
  return {
    summary: unescape(find('SUMMARY')?.value ?? ''),
    start: from,
    end: until,
    isAllDay,
    ...(attendee && { attendee }),
  }
}

function instantOf({ value, parameters }: Line, zone: string): number {
  const isUtc = value.endsWith('Z')
  const format = /T/.test(value) ? "yyyyMMdd'T'HHmmss" : 'yyyyMMdd'
  const named = parameters['TZID']
  const known = named !== undefined && DateTime.local({ zone: named }).isValid ? named : zone
  return DateTime.fromFormat(value.replace('Z', ''), format, { zone: isUtc ? 'utc' : known }).toMillis()
}

function durationOf(text: string) {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)
  const [weeks, days, hours, minutes, seconds] = (match?.slice(1) ?? []).map((part) => Number(part || 0))
  return { weeks, days, hours, minutes, seconds }
}

function attendeeOf(line: Line | undefined): Person | undefined {
  const email = line && /^mailto:(.+)$/i.exec(line.value)?.[1]
  const name = line?.parameters['CN'] ?? email
  return name === undefined ? undefined : { name, ...(email !== undefined && { email }) }
}

/** `On Call - Jane Doe - Primary`, `Jane Doe on call, covering …`, `Jane Doe`. */
function personIn(summary: string): string {
  const [, rest = summary] = /^on[- ]?call\s*[-:–]\s*(.+)$/i.exec(summary) ?? []
  const [first = rest] = rest.split(/\s+[-–]\s+|\s+(?:is )?on[- ]?call\b/i)
  return first.trim()
}

function parseLine(line: string): Line | undefined {
  const match = /^([A-Za-z-]+)((?:;[^=;:]+=(?:"[^"]*"|[^;:]*))*):(.*)$/.exec(line)
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
