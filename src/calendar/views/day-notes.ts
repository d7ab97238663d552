import type { DutyDay } from '../../oncall/index.ts'
import { shortDate } from '../../text/dates.ts'
import { describeDay, type DayDescription } from '../describe-day.ts'
import type { Person } from '../people.ts'

/** What there is to say of a duty day beyond who holds it, in a reader's words. */
export function dayNotes(day: DutyDay, people: ReadonlyMap<string, Person>): string[] {
  const name = (id: string) => people.get(id)?.name ?? id
  const { holidays, off, instead, hours, second } = describeDay(day)
  return [
    ...holidays.map((holiday) => holidayText(holiday, people)),
    ...(off ? [offText(off, name)] : []),
    ...(instead?.by === 'cover' ? [`${name(instead.engineer)} covers`] : []),
    ...(instead?.by === 'override' ? [instead.reason ?? `${name(instead.engineer)} by override`] : []),
    ...hours.map((each) => hoursNote(each, name)),
    ...(second === undefined ? [] : [`second: ${name(second)}`]),
  ]
}

/** `Columbus Day`, or with whose it is where not everybody has it: `Reformation Day (Engineer B)`. */
export function holidayText(
  { name, engineers }: DayDescription['holidays'][number],
  people: ReadonlyMap<string, Person>,
): string {
  if (engineers.length >= people.size) return name
  return `${name} (${engineers.map((id) => people.get(id)?.name ?? id).join(', ')})`
}

function offText(off: NonNullable<DayDescription['off']>, name: (id: string) => string): string {
  return off.why === 'absence'
    ? `${name(off.engineer)} is away`
    : `day off for ${name(off.engineer)}, for ${off.holiday.name} (${shortDate(off.holiday.date)})`
}

/** An override of hours, in the rota's own time: `18:00 to 22:00: Engineer C (dentist)`. */
export function hoursNote(
  { start, end, engineer, reason }: DutyDay['hours'][number],
  name: (id: string) => string,
): string {
  const why = reason === undefined ? '' : ` (${reason})`
  return `${start.slice(11, 16)} to ${end.slice(11, 16)}: ${name(engineer)}${why}`
}
