/**
 * What the engine reads. Dates are `YYYY-MM-DD` strings, times of day `HH:MM`, engineers are ids.
 * `src/content/facts/rota-input.ts` builds it from a team's files; the engine itself knows no files.
 */
export interface RotaInput {
  id: string
  /** IANA zone in which handoffs happen. */
  timeZone: string
  /** First duty day of Week 1. */
  start: string
  handoffTime: string
  rotation: readonly string[]
  /** COUNTRY, COUNTRY-STATE or COUNTRY-STATE-REGION, for engineers without a calendar of their own. */
  calendar: string
  holidayTypes: readonly string[]
  holidays: { add: readonly NamedDate[]; remove: readonly string[] }
  overrides: readonly Override[]
  /** Every engineer of the content, in the rotation or not: any of them can hold an override. */
  engineers: Readonly<Record<string, EngineerInput>>
  /** Weeks already announced, in order, from the first week of the rota. */
  published: readonly PublishedWeek[]
}

export interface NamedDate {
  date: string
  name: string
}

export interface DateRange {
  from: string
  to: string
}

/** R9: `engineer` holds the duty days `from`–`to` (inclusive), whoever was planned. */
export interface Override extends DateRange {
  engineer: string
  reason?: string | undefined
}

export interface EngineerInput {
  name: string
  calendar?: string | undefined
  /** First and last day in the rotation. */
  from?: string | undefined
  until?: string | undefined
  unavailable?: readonly Absence[] | undefined
}

export interface Absence extends DateRange {
  reason?: string | undefined
}

/** R11: one announced week, with everything decided in it. */
export interface PublishedWeek {
  start: string
  engineer: string
  /** First week of the week's cycle. */
  cycle: string
  /** Whose week it is in the undisturbed plan. */
  plain: string
  /** Date → name of the holidays worked this week by whoever holds the day. */
  holidays: Readonly<Record<string, string>>
  /** `for` is the date of the holiday that the day off pays back. */
  daysOff: readonly { date: string; cover: string; for: string }[]
  absences: readonly { date: string; cover: string }[]
}
