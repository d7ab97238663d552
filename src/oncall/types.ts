/**
 * What the engine reads. Dates are `YYYY-MM-DD` strings, times of day `HH:MM`, engineers are ids.
 * The content model builds it from a team's files; the engine itself knows no files.
 */
export interface RotaInput {
  id: string
  /** IANA zone in which handoffs happen. */
  timeZone: string
  /** Date of the first handoff (R1). */
  start: string
  handoffTime: string
  rotation: readonly string[]
  /** R12; `none` where left out. */
  second?: 'next' | 'previous' | 'none' | undefined
  /** R10: whether this rota carries a month-end watch. */
  monthEnd?: boolean | undefined
  /** COUNTRY, COUNTRY-STATE or COUNTRY-STATE-REGION, for engineers without a calendar of their own. */
  calendar: string
  holidayTypes: readonly string[]
  holidays: HolidayRules
  /** R9: whole days, or hours where `from` and `to` carry a time. */
  overrides: readonly Override[]
  /** Every engineer of the content, in the rotation or not: any of them can hold an override. */
  engineers: Readonly<Record<string, EngineerInput>>
  /** Weeks already announced, in order, from the first week of the rota. */
  published: readonly PublishedWeek[]
}

/** R4: what a team corrects in its calendars. */
export interface HolidayRules {
  /** For the rota's own calendar, unless the entry names another one or `all`. */
  add: readonly (NamedDate & { calendar?: string | undefined })[]
  remove: readonly { date: string; calendar?: string | undefined }[]
  /** By the holiday's name, 1 to 9; 1 where nothing is said. 2 or more is a great holiday. */
  weights?: Readonly<Record<string, number>> | undefined
  /** Whether a substitute day counts instead of the day itself (`instead`, where left out), or both days count. */
  substitutes?: 'instead' | 'also' | undefined
}

export interface NamedDate {
  date: string
  name: string
}

export interface DateRange {
  from: string
  to: string
}

/**
 * R9: `engineer` holds the duty days `from`–`to` (inclusive), whoever was planned; or, where both carry a time of the
 * rota's wall clock (`2026-03-04T18:00`), is on call in that window, `to` not included.
 */
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
  /** The members of the cycle, in its first week; files written earlier lack them. */
  members?: readonly string[] | undefined
  /** Whose week it is in the undisturbed plan. */
  plain: string
  /** Date → name of the holidays worked this week by whoever holds the day. */
  holidays: Readonly<Record<string, string>>
  /** `for` and `name` are the date and the name of the holiday that the day off pays back. */
  daysOff: readonly { date: string; cover: string; for: string; name?: string | undefined }[]
  absences: readonly { date: string; cover: string }[]
}
