import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { DateTime } from 'luxon'
import { isCalendarFile } from '../../content/model/rota.ts'
import type { Content } from '../../content/read/load.ts'
import { readIcs } from '../import/ics.ts'
import { knownEngineers } from '../import/known-engineers.ts'
import { engineerOf } from '../import/people.ts'
import { ScheduleError, UnknownZoneError, type Person } from '../import/schedule.ts'

/** A shift of another tool; instants as ISO 8601 in the zone of its calendar. */
export interface ExternalShift {
  start: string
  end: string
  name: string
  /** Of the engineer of the content who is meant, where that is certain. */
  engineer?: string
}

/** What the committed calendar file of a rota says that is kept elsewhere. */
export interface ExternalCalendar {
  /** As the rota names it: `files/pager.ics`. */
  file: string
  zone: string
  /** All of them, in order. */
  shifts: ExternalShift[]
  /** What the file says and is not shown, in sentences. */
  notes: string[]
  /** Shifts may be missing, or their times are not clear: who is on call is not certain at any time. */
  isUncertain: boolean
  /** Why nothing can be shown, in a sentence. */
  problem?: string
}

/** A page has no option to say the zone with. */
const ZONE_HINT = 'Export the calendar with the time zone of a place, such as Europe/London.'

/** What was read, by rota, with the stamp of its file: every page of a site asks for it. */
const known = new WeakMap<Content, Map<string, { stamp: string; calendar: ExternalCalendar }>>()

/** @returns `undefined` where the rota is planned here or has no such file */
export function externalCalendar(content: Content, rota: string): ExternalCalendar | undefined {
  const data = content.rotas.get(rota)?.data
  if (data?.external === undefined || !isCalendarFile(data.ics)) return undefined
  const stamp = stampOf(path.join(content.root, data.ics))
  const ofContent = known.get(content) ?? new Map<string, { stamp: string; calendar: ExternalCalendar }>()
  known.set(content, ofContent)
  const read = ofContent.get(rota)
  if (read?.stamp === stamp) return read.calendar
  const calendar = readCalendar(content, data.ics)
  ofContent.set(rota, { stamp, calendar })
  return calendar
}

/** A file that is not there has a stamp too. */
function stampOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false })
  return status ? [status.mtimeMs, status.ctimeMs, status.size].join(' ') : ''
}

/** @param ics the file, from the content folder */
function readCalendar(content: Content, ics: string): ExternalCalendar {
  try {
    const file = path.join(content.root, ics)
    // Links and devices are no files of the content.
    if (!content.assets.has(file)) throw new Error(`There is no file ${ics}`)
    const schedule = readIcs(readFileSync(file, 'utf8'), undefined)
    const zone = schedule.timeZone ?? 'UTC'
    const write = (instant: number) =>
      DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
    const personOf = namesOf(content)
    return {
      file: ics,
      zone,
      shifts: schedule.turns.map(({ start, end, person }) => ({
        start: write(start),
        end: write(end),
        ...personOf(person),
      })),
      notes: schedule.notes,
      isUncertain: schedule.isUncertain === true,
    }
  } catch (error) {
    const problem =
      error instanceof ScheduleError
        ? `${error.message} ${error instanceof UnknownZoneError ? ZONE_HINT : error.hint}`
        : 'The file cannot be read. Add it to the content, or name the address of the feed.'
    return { file: ics, zone: 'UTC', shifts: [], notes: [], isUncertain: true, problem }
  }
}

function namesOf(content: Content): (person: Person) => Pick<ExternalShift, 'name' | 'engineer'> {
  const engineers = knownEngineers(content)
  const names = new Map(engineers.map(({ id, name }) => [id, name]))
  return (person) => {
    const engineer = engineerOf(person, engineers)
    return {
      // An e-mail that the file has for a name is not shown in full.
      name: names.get(engineer ?? '') ?? person.name.replace(/@.*$/, ''),
      ...(engineer !== undefined && { engineer }),
    }
  }
}
