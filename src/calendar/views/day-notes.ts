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
  ]
}
