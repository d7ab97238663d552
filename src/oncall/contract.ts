/**
 * The JSON contract of a calendar year, `/oncall/<rota>/<year>.json`, as types. Its schema is `calendar/contract.ts`.
 * Dates are `YYYY-MM-DD`; instants are ISO 8601 with a numeric offset; engineers are ids.
 */
export interface CalendarYear {
  version: 1
  rota: string
  year: number
  timeZone: string
  /** Whether the year's plan was proved to be the least of R5. */
  optimal: boolean
  weeks: Week[]
  shifts: Shift[]
  daysOff: DayOff[]
  owed: Owed[]
  ledger: LedgerRow[]
  roundRobin: RoundRobinRow[]
}

export interface Week {
  start: string
  engineer: string
  /** Whose week it is in the undisturbed plan (R5.6). */
  plain: string
  published: boolean
  monthEnd: boolean
  /** Worked, by whoever holds the day. */
  holidays: { date: string; name: string; engineer: string }[]
}

interface ShiftSpan {
  start: string
  end: string
  engineer: string
}

export type Shift =
  | (ShiftSpan & { kind: 'rotation' })
  | (ShiftSpan & { kind: 'cover'; for: string; reason: 'day off' | 'absence' })
  | (ShiftSpan & { kind: 'override'; reason?: string | undefined })

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
  monthEndWeeks: number
  daysOff: number
  covers: number
  owed: number
  repeats: number
  balance: number
}

export interface RoundRobinRow {
  engineer: string
  holidays: number
  repeats: number
}
