import { DateTime } from 'luxon'
import { stringify } from 'yaml'
import {
  createCalendar,
  type HolidaySource,
  type Override,
  type PublishedWeek,
  type RotaInput,
} from '../../oncall/index.ts'
import { addDays } from '../../text/dates.ts'
import { updatePublished } from '../publish/published-yaml.ts'
import { deviations, gaps } from './deviations.ts'
import type { Identified } from './identify.ts'
import type { Person, Turn } from './schedule.ts'
import type { WeeklyOrder } from './weekly.ts'

export interface ImportOptions {
  /** Id of the rota that is written. */
  rota: string
  team: string
  timeZone: string
  /** Holiday calendar: no tool knows it. */
  calendar: string
  now: Date
  holidays: HolidaySource
}

/** Files below the content folder, and what people should know. */
export interface Imported {
  files: { path: string; text: string }[]
  notes: string[]
}

/**
 * A schedule as the files of a rota: its engineers, the rota, the weeks that have begun, and what was agreed otherwise.
 *
 * @throws RotaError where no calendar can be made of them
 */
export function toContent(identified: Identified, weekly: WeeklyOrder, options: ImportOptions): Imported {
  const { rota, timeZone, now } = options
  const { schedule, names, added } = identified
  const rotation = weekly.people.map(idOf)
  const anchor = DateTime.fromMillis(weekly.anchor, { zone: timeZone })
  const size = weekly.people.length
  const current = weeksSince(anchor, DateTime.fromJSDate(now, { zone: timeZone }))
  // History begins with the round of the first shift that the file lists, else with the one that is under way.
  const [listed] = schedule.turns
  const known = listed ? weeksSince(anchor, DateTime.fromMillis(listed.start, { zone: timeZone })) : current
  const first = Math.max(0, Math.floor(Math.min(known, current) / size) * size)
  const start = anchor.plus({ weeks: first })
  const handoffTime = start.toFormat('HH:mm')
  const firstDay = dutyDay(start)
  const begun = Math.max(0, current - first + 1)
  const weeks = Array.from({ length: begun }, (_, week): PublishedWeek => {
    const place = week % size
    const engineer = rotation[place] ?? ''
    return {
      start: addDays(firstDay, week * 7),
      engineer,
      cycle: addDays(firstDay, (week - place) * 7),
      ...(place === 0 && { members: rotation }),
      plain: engineer,
      holidays: {},
      daysOff: [],
      absences: [],
    }
  })
  const overrides = deviations(schedule, weekly, { start, begun, first }, timeZone).map((turn) =>
    toOverride(turn, timeZone, handoffTime),
  )
  const fields = {
    name: schedule.name ?? rota,
    team: options.team,
    timeZone,
    start: start.toISODate() ?? '',
    handoffTime,
    rotation,
    ...(weekly.second && { second: weekly.second }),
    calendar: options.calendar,
  }
  const input: RotaInput = {
    ...fields,
    id: rota,
    holidayTypes: ['public'],
    holidays: { add: [], remove: [] },
    overrides,
    engineers: Object.fromEntries([...names].map(([id, name]) => [id, { name }])),
    published: weeks,
  }
  const published = createCalendar(input, options.holidays).amended()
  const used = new Set<string>()
  return {
    files: [
      ...added.map(({ id, person }) => ({
        path: `engineers/${id}.yaml`,
        text: stringify({
          name: person.name,
          team: options.team,
          ...(person.login && { login: person.login }),
          ...(person.email && { contact: { email: person.email } }),
        }),
      })),
      { path: `rotas/${rota}.yaml`, text: withQuotedTime(stringify(fields)) },
      ...(published.length > 0
        ? [{ path: `published/${rota}.yaml`, text: updatePublished('', published) }]
        : []),
      ...overrides.map((override) => {
        let name = `${override.from.slice(0, 10)}-${override.engineer}`
        for (let number = 2; used.has(name); number++)
          name = `${override.from.slice(0, 10)}-${override.engineer}-${String(number)}`
        used.add(name)
        return {
          path: `overrides/${name}.yaml`,
          text: stringify({ rota, ...override, reason: `Imported from ${schedule.tool}` }),
        }
      }),
    ],
    notes: [...schedule.notes, ...weekly.notes, ...gaps(schedule, start.toMillis(), timeZone)],
  }
}

function toOverride(turn: Turn, zone: string, handoff: string): Override {
  const [start, end] = [turn.start, turn.end].map((instant) => DateTime.fromMillis(instant, { zone }))
  const isWhole = start?.toFormat('HH:mm') === handoff && end?.toFormat('HH:mm') === handoff
  if (!start || !end) throw new Error('a turn has a start and an end')
  const write = (at: DateTime) => at.toFormat("yyyy-MM-dd'T'HH:mm")
  return isWhole
    ? { from: dutyDay(start), to: addDays(dutyDay(end), -1), engineer: idOf(turn.person) }
    : { from: write(start), to: write(end), engineer: idOf(turn.person) }
}

/** In quotes, since other readers of YAML take 17:00 for a number of seconds. */
const withQuotedTime = (text: string) => text.replace(/^handoffTime: (\d\d:\d\d)$/m, "handoffTime: '$1'")

const weeksSince = (anchor: DateTime, at: DateTime) => Math.floor(at.diff(anchor, 'weeks').weeks)

/** R1: a handoff after 12:00 starts the duty day of the day after. */
function dutyDay(handoff: DateTime): string {
  const date = handoff.toISODate() ?? ''
  return handoff.toFormat('HH:mm') > '12:00' ? addDays(date, 1) : date
}

const idOf = ({ id }: Person): string => id ?? ''
