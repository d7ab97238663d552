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
}

/** The one weekly rotation among the rules of a tool, and what cannot be expressed. */
export function fromRules(rules: readonly TurnRule[]): Pick<Schedule, 'weekly' | 'notes'> {
  const fits = rules.filter(
    (rule) => rule.isWeekly && !rule.isLimited && rule.people.length > 0 && Number.isFinite(rule.anchor),
  )
  const [only] = fits
  const called = (rule: TurnRule) => (rule.name === '' ? 'A part without a name' : `"${rule.name}"`)
  const notes = rules
    .filter((rule) => rule !== only)
    .map((rule) =>
      rule.isLimited
        ? `${called(rule)} holds only at some hours or days, and was left out.`
        : rule.isWeekly
          ? `${called(rule)} is a further weekly rotation, and was left out: a rota has one.`
          : `${called(rule)} does not change hands once a week from one person to the next, and was left out.`,
    )
  return { notes, ...(only && { weekly: { people: only.people, anchor: only.anchor } }) }
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
