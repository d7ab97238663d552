import type { Level } from './planner/proof.ts'

/**
 * The JSON contract of a calendar year, `/oncall/<rota>/<year>.json`, as types. Its schema is `calendar/contract.ts`.
 * Dates are `YYYY-MM-DD`; instants are ISO 8601 with a numeric offset; engineers are ids.
 */
export interface CalendarYear {
  version: 1
  rota: string
  year: number
  timeZone: string
  /** Whether the year's plan is proved to be the least of R5 in every level: `proved` is `all`. */
  optimal: boolean
  /** R5: the last level up to which no order is better. */
  proved: Level
  weeks: Week[]
  shifts: Shift[]
  /** R12: in order, with gaps where nobody is second; absent where the rota has no second. */
  seconds?: Second[] | undefined
  daysOff: DayOff[]
  owed: Owed[]
  ledger: LedgerRow[]
  roundRobin: RoundRobinRow[]
}

export interface Week {
  start: string
  engineer: string
  /** Whose week it is in the undisturbed plan (R5.8). */
  plain: string
  published: boolean
  /** R10: absent where the rota carries no month-end watch. */
  monthEnd?: boolean | undefined
  /** Worked, by whoever holds the day. */
  holidays: WorkedHoliday[]
}

export interface WorkedHoliday {
  date: string
  name: string
  engineer: string
  /** What it weighs in R5. */
  weight: number
  /** On a substitute day: the date that it stands for. */
  observedFor?: string | undefined
  /** False on the own date of a great holiday that has a substitute day; absent where a credit is earned. */
  credit?: false | undefined
}

interface ShiftSpan {
  start: string
  end: string
  engineer: string
}

export type Shift =
  | (ShiftSpan & { kind: 'rotation' })
  | (ShiftSpan & { kind: 'cover'; for: string; reason: 'day off' | 'absence' })
  | (ShiftSpan & { kind: 'override'; reason?: string | undefined; hours?: true | undefined })

export type Second = ShiftSpan

export interface DayOff {
  engineer: string
  date: string
  cover: string
  for: { date: string; name: string }
}

export interface Owed {
  engineer: string
  for: { date: string; name: string }
}

export interface LedgerRow {
  engineer: string
  weeks: number
  dutyDays: number
  holidays: number
  weekendDays: number
  /** Absent where the rota carries no month-end watch. */
  monthEndWeeks?: number | undefined
  daysOff: number
  covers: number
  owed: number
  repeats: number
  /** R5.3: great holidays held soon after another one. */
  greatPairs: number
  balance: number
}

export interface RoundRobinRow {
  engineer: string
  holidays: number
  repeats: number
}
