import { isTimeZone } from '../../oncall/zones.ts'
import type { Person, Schedule } from './schedule.ts'
import { UnknownZoneError } from './schedule.ts'

/** A layer, rotation or shift of a tool, in the same words for all of them. */
export interface TurnRule {
  name: string
  isWeekly: boolean
  isLimited: boolean
  people: Person[]
  anchor: number
  /** When it ends, as the file writes it; absent where it goes on. */
  ends?: string | null | undefined
}

/**
 * The one weekly rotation among the rules of a tool, and what cannot be expressed. What has ended is history.
 *
 * @param now in milliseconds
 */
export function fromRules(all: readonly TurnRule[], now: number): Pick<Schedule, 'weekly' | 'notes'> {
  const rules = all.filter(({ ends }) => !ends || Date.parse(ends) > now)
  const fits = rules.filter(
    (rule) =>
      rule.isWeekly &&
      !rule.isLimited &&
      !rule.ends &&
      rule.people.length > 0 &&
      Number.isFinite(rule.anchor),
  )
  const [only] = fits
  const called = (rule: TurnRule) => (rule.name === '' ? 'A part without a name' : `"${rule.name}"`)
  const notes = rules
    .filter((rule) => rule !== only)
    .map((rule) =>
      rule.ends
        ? `${called(rule)} ends on ${rule.ends.slice(0, 10)}, and was left out: the rotation of a rota goes on.`
        : rule.isLimited
          ? `${called(rule)} holds only at some hours or days, and was left out.`
          : rule.isWeekly
            ? `${called(rule)} is a further weekly rotation, and was left out: a rota has one.`
            : `${called(rule)} does not change hands once a week from one person to the next, and was left out.`,
    )
  return { notes, ...(only && { weekly: { people: only.people, anchor: only.anchor } }) }
}

/** Whether turns of so many days or weeks are weeks. Those of 168 hours move where the clocks change. */
export function isWeek(unit: string, count: number): boolean {
  return (unit === 'weekly' && count === 1) || (unit === 'daily' && count === 7)
}

export function nameOfEmail(email: string | undefined): string | undefined {
  return email?.replace(/@.*$/, '')
}

/**
 * @param given what people said instead, for a zone that is not known
 * @throws UnknownZoneError for a zone that is no IANA name, where nothing else is given
 */
export function zoneOf(zone: string, given?: string): string {
  if (isTimeZone(zone)) return zone
  if (given !== undefined) return given
  throw new UnknownZoneError(zone)
}
