import { DateTime } from 'luxon'
import type { Facts } from '../../content/facts/entries.ts'
import { addDays, longDate, zoneName } from '../../text/dates.ts'
import { links } from '../../site/site-links.ts'
import { externalCalendar, type ExternalShift } from '../external/calendar.ts'
import { uniqueMarks } from '../people.ts'
import { certainStretch } from '../certain-shifts.ts'
import type { Watch } from './on-call-now.ts'
import type { PackedShift } from './packed-shift.ts'
import { waysOf } from './watch-of.ts'
import { zoneOffsets } from './zone-offsets.ts'

/** What a page shows of the calendar of a rota that is kept elsewhere. */
export interface ExternalRota {
  zone: string
  /** Those that end on the date asked for or later, in order. */
  shifts: ExternalShift[]
  /** Who is on call now, where one person is at every time. */
  watch?: Watch
  /** What the file says and is not shown, in sentences. */
  notes: string[]
  /** Why nothing can be shown, in a sentence. */
  problem?: string
}

/**
 * The shifts of the committed calendar of a rota that is kept elsewhere.
 *
 * @param date `YYYY-MM-DD` of the build
 * @returns `undefined` where the rota is planned here or has no such file
 */
export function externalRota(facts: Facts, rota: string, date: string): ExternalRota | undefined {
  const calendar = externalCalendar(facts.content, rota)
  if (!calendar) return undefined
  const { file, zone, notes, problem } = calendar
  if (problem !== undefined) return { zone, shifts: [], notes: [], problem: `${file}: ${problem}` }
  const from = addDays(date, -8)
  const since = (day: string) => calendar.shifts.filter(({ end }) => end.slice(0, 10) >= day)
  const shifts = since(date)
  const watch = calendar.isUncertain
    ? undefined
    : watchOfShifts(facts, rota, zone, since(from), DateTime.fromISO(date, { zone }).toMillis())
  return {
    zone,
    shifts,
    notes: notes.map((note) => `${file}: ${note}`),
    ...(watch && { watch }),
    ...(shifts.length === 0 && {
      problem: `${file} has no shift from ${longDate(date)} on. Export the calendar again.`,
    }),
  }
}

/** Nobody is shown as on call in a gap or an overlap: who it is would not be certain. */
function watchOfShifts(
  facts: Facts,
  rota: string,
  zone: string,
  shifts: readonly ExternalShift[],
  instant: number,
): Watch | undefined {
  const joined = certainStretch(shifts, instant)
  const [first, last] = [joined.at(0), joined.at(-1)]
  if (!first || !last) return undefined
  const { data } = facts.rotas.get(rota)
  const team = facts.teams.get(data.team)
  const names = [...new Set(joined.map(({ shift }) => shift.name))]
  const marks = uniqueMarks(names)
  const minutes = (milliseconds: number) => milliseconds / 60_000
  const ended = DateTime.fromMillis(last.end, { zone })
  return {
    zone,
    offsets: zoneOffsets(zone, minutes(first.start), minutes(last.end)),
    calendar: data.external ?? '',
    people: names.map((name, place) => {
      const engineer = joined.find(({ shift }) => shift.name === name)?.shift.engineer
      return {
        name,
        mark: marks[place] ?? '',
        href: data.external ?? '',
        ...waysOf(facts.engineers.find(engineer ?? '')?.data.contact),
      }
    }),
    team: { name: team.data.name, href: links.team(team.id), ...waysOf(team.data.contact) },
    ...waysOf(data.contact),
    start: minutes(first.start),
    shifts: joined.map(({ start, end, shift }): PackedShift => [
      minutes(end - start) / 60,
      names.indexOf(shift.name),
    ]),
    end: minutes(last.end),
    ended: `${longDate(ended.toISODate() ?? '')} ${ended.toFormat('HH:mm')} ${zoneName(zone)}`,
    ...(shifts.some(({ end }) => Date.parse(end) > last.end) && { more: true as const }),
  }
}
