import type { DutyDay } from '../../oncall/index.ts'
import { shortDate } from '../../text/dates.ts'
import type { Person } from '../people.ts'

/** What there is to say of a duty day beyond who holds it, in a reader's words. */
export function dayNotes(day: DutyDay, people: ReadonlyMap<string, Person>): string[] {
  const name = (id: string) => people.get(id)?.name ?? id
  const everyone = people.size
  return [
    ...day.holidays.map(({ name: holiday, engineers }) =>
      engineers.length < everyone ? `${holiday} (${engineers.map(name).join(', ')})` : holiday,
    ),
    ...(day.dayOff
      ? [`day off for ${name(day.planned)}, for ${day.dayOff.name} (${shortDate(day.dayOff.date)})`]
      : []),
    ...(day.absence ? [`${name(day.planned)} is away`] : []),
    ...(day.kind === 'cover' ? [`${name(day.holder)} covers`] : []),
    ...(day.kind === 'override' ? [day.reason ?? `${name(day.holder)} by override`] : []),
    ...day.hours.map((hours) => hoursNote(hours, name)),
    ...(day.second === undefined ? [] : [`second: ${name(day.second)}`]),
  ]
}

/** An override of hours, in the rota's own time: `18:00 to 22:00: Engineer C (dentist)`. */
export function hoursNote(
  { start, end, engineer, reason }: DutyDay['hours'][number],
  name: (id: string) => string,
): string {
  const why = reason === undefined ? '' : ` (${reason})`
  return `${start.slice(11, 16)} to ${end.slice(11, 16)}: ${name(engineer)}${why}`
}
