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
  plain: string
  holidays: Record<string, string>
  daysOff: { date: string; cover: string; for: string }[]
  absences: { date: string; cover: string }[]
}

export interface OracleInput {
  id: string
  timeZone: string
  start: string
  handoffTime: string
  rotation: string[]
  calendar: string
  holidayTypes: string[]
  holidays: { add: { date: string; name: string }[]; remove: string[] }
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

/** The JSON contract of DESIGN section 4. */
export interface CalendarYear {
  version: 1
  rota: string
  year: number
  timeZone: string
  optimal: boolean
  weeks: {
    start: string
    engineer: string
    plain: string
    published: boolean
    monthEnd: boolean
    holidays: (NamedDate & { engineer: string })[]
  }[]
  shifts: Shift[]
  daysOff: { engineer: string; date: string; cover: string; for: NamedDate }[]
  owed: { engineer: string; for: NamedDate }[]
  ledger: LedgerRow[]
  roundRobin: { engineer: string; holidays: number; repeats: number }[]
}
