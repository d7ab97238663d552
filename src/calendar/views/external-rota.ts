import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DateTime } from 'luxon'
import type { Facts } from '../../content/facts/entries.ts'
import { isCalendarFile } from '../../content/model/rota.ts'
import { addDays, longDate, zoneName } from '../../text/dates.ts'
import { links } from '../../site/site-links.ts'
import { readIcs } from '../import/ics.ts'
import { knownEngineers } from '../import/known-engineers.ts'
import { engineerOf } from '../import/people.ts'
import { ScheduleError, UnknownZoneError } from '../import/schedule.ts'
import { uniqueMarks } from '../people.ts'
import { certainStretch } from './certain-shifts.ts'
import type { Watch } from './on-call-now.ts'
import type { PackedShift } from './packed-shift.ts'
import { waysOf } from './watch-of.ts'
import { zoneOffsets } from './zone-offsets.ts'

/** A shift of another tool; instants as ISO 8601 in the zone of its calendar. */
export interface ExternalShift {
  start: string
  end: string
  name: string
  /** Of the engineer of the content who is meant, where that is certain. */
  engineer?: string
}

/** What the calendar of a rota that is kept elsewhere says. */
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

/** A page has no option to say the zone with. */
const ZONE_HINT = 'Export the calendar with the time zone of a place, such as Europe/London.'

/**
 * The shifts of the committed calendar of a rota that is kept elsewhere.
 *
 * @param date `YYYY-MM-DD` of the build
 * @returns `undefined` where the rota is planned here or has no such file
 */
export function externalRota(facts: Facts, rota: string, date: string): ExternalRota | undefined {
  const { data } = facts.rotas.get(rota)
  if (data.external === undefined || !isCalendarFile(data.ics)) return undefined
  try {
    const file = path.join(facts.content.root, data.ics)
    // Links and devices are no files of the content.
    if (!facts.content.assets.has(file)) throw new Error(`There is no file ${data.ics}`)
    const schedule = readIcs(readFileSync(file, 'utf8'), undefined)
    const zone = schedule.timeZone ?? 'UTC'
    const engineers = knownEngineers(facts.content)
    const names = new Map(engineers.map(({ id, name }) => [id, name]))
    const all = schedule.turns.map(({ start, end, person }): ExternalShift => {
      const engineer = engineerOf(person, engineers)
      const write = (instant: number) => DateTime.fromMillis(instant, { zone }).toISO() ?? ''
      return {
        start: write(start),
        end: write(end),
        // An e-mail that the file has for a name is not shown in full.
        name: names.get(engineer ?? '') ?? person.name.replace(/@.*$/, ''),
        ...(engineer !== undefined && { engineer }),
      }
    })
    const from = addDays(date, -8)
    const shifts = all.filter(({ end }) => end.slice(0, 10) >= date)
    const watch = schedule.isUncertain
      ? undefined
      : watchOfShifts(
          facts,
          rota,
          zone,
          all.filter(({ end }) => end.slice(0, 10) >= from),
          DateTime.fromISO(date, { zone }).toMillis(),
        )
    return {
      zone,
      shifts,
      notes: schedule.notes.map((note) => `${data.ics}: ${note}`),
      ...(watch && { watch }),
      ...(shifts.length === 0 && {
        problem: `${data.ics} has no shift from ${longDate(date)} on. Export the calendar again.`,
      }),
    }
  } catch (error) {
    const why =
      error instanceof ScheduleError
        ? `${error.message} ${error instanceof UnknownZoneError ? ZONE_HINT : error.hint}`
        : 'The file cannot be read. Add it to the content, or name the address of the feed.'
    return { zone: 'UTC', shifts: [], notes: [], problem: `${data.ics}: ${why}` }
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
  }
}
