/** The oracle's input and output as plain JSON. Dates are `YYYY-MM-DD`, ids are engineers' ids. */

export interface DateRange {
  from: string
  to: string
  reason?: string
}

export interface OracleEngineer {
  name: string
  calendar?: string
  from?: string
  until?: string
  unavailable?: DateRange[]
}

export interface OracleOverride extends DateRange {
  engineer: string
}

/** One week of `content/published/<rota>.yaml` (R11). */
export interface PublishedWeek {
  start: string
  engineer: string
  cycle: string
  /** In the first week of a cycle; older files have none. */
  members?: string[]
  plain: string
  holidays: Record<string, string>
  daysOff: { date: string; cover: string; for: string; name?: string }[]
  absences: { date: string; cover: string }[]
}

export interface OracleInput {
  id: string
  timeZone: string
  start: string
  handoffTime: string
  rotation: string[]
  second?: 'next' | 'previous' | 'none'
  monthEnd?: boolean
  calendar: string
  holidayTypes: string[]
  holidays: {
    add: { date: string; name: string; calendar?: string }[]
    remove: { date: string; calendar?: string }[]
    weights?: Record<string, number>
    substitutes?: 'instead' | 'also'
  }
  overrides: OracleOverride[]
  engineers: Record<string, OracleEngineer>
  published: PublishedWeek[]
}

export interface NamedDate {
  date: string
  name: string
}

export interface Shift {
  start: string
  end: string
  engineer: string
  kind: 'rotation' | 'cover' | 'override'
  for?: string
  reason?: string
  hours?: true
}

export interface LedgerRow {
  engineer: string
  weeks: number
  dutyDays: number
  holidays: number
  weekendDays: number
  monthEndWeeks?: number
  daysOff: number
  covers: number
  owed: number
  repeats: number
  greatPairs: number
  balance: number
}

/** The JSON contract of DESIGN section 4. */
export interface CalendarYear {
  version: 1
  rota: string
  year: number
  timeZone: string
  optimal: boolean
  proved: string
  weeks: {
    start: string
    engineer: string
    plain: string
    published: boolean
    monthEnd?: boolean
    holidays: (NamedDate & { engineer: string; weight: number; observedFor?: string; credit?: false })[]
  }[]
  shifts: Shift[]
  seconds?: { start: string; end: string; engineer: string }[]
  daysOff: { engineer: string; date: string; cover: string; for: NamedDate }[]
  owed: { engineer: string; for: NamedDate }[]
  ledger: LedgerRow[]
  roundRobin: { engineer: string; holidays: number; repeats: number }[]
}
