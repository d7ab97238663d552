import type { Calendar } from '../calendars.ts'
import type { Second } from '../../oncall/index.ts'
import { addDays, longDate, zoneName } from '../../text/dates.ts'
import { links } from '../../site/site-links.ts'
import { peopleOf } from '../people.ts'
import { yearAround } from '../year-around.ts'
import { SHIFT_KINDS, type PackedSecond, type PackedShift } from './packed-shift.ts'
import type { ZoneOffsets } from './zone-offsets.ts'
import { zoneOffsets } from './zone-offsets.ts'

/** A link that reaches somebody: what a tap does, and where it leads; the bare name of a channel leads nowhere. */
export type PackedWay = [label: string, href?: string]

/**
 * Who is on call, as data in a page: the browser decides what "now" is, since a page may be days old when it is read.
 * Kept small, for it is in every issue page: times are minutes since 1970, people are places in a list.
 */
export interface Watch {
  zone: string
  /** The zone's clock through the data. */
  offsets: ZoneOffsets
  calendar: string
  /** In the order of their colors. */
  people: { name: string; mark: string; href: string; ways?: PackedWay[] }[]
  /** Who is woken when neither the first nor the second answers. */
  team: { name: string; href: string; ways?: PackedWay[] }
  /** How to reach whoever is on call, whoever that is. */
  ways?: PackedWay[]
  /** Where the data begins. */
  start: number
  /** Contiguous and in order. */
  shifts: PackedShift[]
  /** R12: who is called when the first does not answer, from `start` on; absent where the rota has no second. */
  seconds?: PackedSecond[]
  /** Where the data ends. */
  end: number
  /** The same in words: `3 Jan 2028 09:00 New York`. */
  ended: string
  /** Behind it there are shifts, and who is on call is not certain; only of a rota that is kept elsewhere. */
  more?: true
}

/** The shifts from a week before `date` (a reader's clock may be behind) to the end of what was built. */
export function watchFrom(calendar: Calendar, date: string, team: Watch['team']): Watch {
  const people = [...peopleOf(calendar).values()]
  const place = (id: string) => people.findIndex((person) => person.id === id)
  const from = addDays(date, -8)
  const shifts = calendar.years
    .flatMap((year) => calendar.calendar.year(year).shifts)
    .filter((shift) => shift.end > from)
  const [first, last] = [shifts.at(0), shifts.at(-1)]
  const zone = calendar.calendar.rota.timeZone
  return {
    zone,
    offsets: first && last ? zoneOffsets(zone, minutes(first.start), minutes(last.end)) : [],
    calendar: links.year(calendar.id, yearAround(calendar, date)),
    people: people.map(({ id, name, mark }) => ({
      name,
      mark,
      href: links.engineer(calendar.id, id),
    })),
    team,
    start: first ? minutes(first.start) : 0,
    shifts: shifts.map((shift): PackedShift => {
      const hours = (minutes(shift.end) - minutes(shift.start)) / 60
      const person = place(shift.engineer)
      const kind = SHIFT_KINDS.indexOf(shift.kind)
      if (shift.kind === 'rotation') return [hours, person]
      if (shift.kind === 'cover') return [hours, person, kind, place(shift.for), shift.reason]
      return shift.reason === undefined ? [hours, person, kind] : [hours, person, kind, -1, shift.reason]
    }),
    ...(calendar.calendar.rota.second !== undefined &&
      calendar.calendar.rota.second !== 'none' &&
      first && { seconds: packedSeconds(secondsFrom(calendar, first.start), minutes(first.start), place) }),
    end: last ? minutes(last.end) : 0,
    ended: last ? `${longDate(last.end.slice(0, 10))} ${last.end.slice(11, 16)} ${zoneName(zone)}` : '',
  }
}

/** The seconds that are in force at an instant or later, in order. */
export function secondsFrom({ calendar, years }: Calendar, instant: string): Second[] {
  const from = Date.parse(instant)
  return years
    .flatMap((year) => calendar.year(year).seconds ?? [])
    .filter(({ end }) => Date.parse(end) > from)
}

/** Without a gap: a time without a second has person -1. */
function packedSeconds(
  seconds: readonly Second[],
  start: number,
  place: (id: string) => number,
): PackedSecond[] {
  let from = start
  return seconds.flatMap((second): PackedSecond[] => {
    const begins = Math.max(minutes(second.start), from)
    const gap = begins - from
    from = minutes(second.end)
    return [
      ...(gap > 0 ? [[gap / 60, -1] satisfies PackedSecond] : []),
      [(from - begins) / 60, place(second.engineer)],
    ]
  })
}

/** The end of the last shift that was built of a calendar, ISO 8601. */
export function dataEnd({ calendar, years }: Calendar): string {
  return calendar.year(years.at(-1) ?? calendar.firstYear).shifts.at(-1)?.end ?? ''
}

/** The start of the first shift of a calendar, ISO 8601. */
export function dataStart({ calendar }: Calendar): string {
  return calendar.year(calendar.firstYear).shifts[0]?.start ?? ''
}

const minutes = (instant: string) => Date.parse(instant) / 60_000
