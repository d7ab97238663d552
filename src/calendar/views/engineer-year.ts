import type { Calendar } from '../calendars.ts'
import type { DayOff, LedgerRow, Owed } from '../../oncall/index.ts'
import { addDays } from '../../text/dates.ts'

/** What one engineer's page shows of a year. */
export interface EngineerYear {
  year: number
  weeks: { start: string; end: string; notes: string[] }[]
  daysOff: DayOff[]
  covers: { start: string; days: number; planned?: string; reason: string }[]
  owed: Owed[]
  ledger: LedgerRow | undefined
}

export function engineerYear({ calendar }: Calendar, year: number, engineer: string): EngineerYear {
  const { weeks, shifts, daysOff, owed, ledger } = calendar.year(year)
  return {
    year,
    weeks: weeks
      .filter((week) => week.engineer === engineer)
      .map((week) => ({
        start: week.start,
        end: addDays(week.start, 6),
        notes: [
          ...week.holidays.filter((holiday) => holiday.engineer === engineer).map(({ name }) => name),
          ...(week.monthEnd ? ['month-end'] : []),
        ],
      })),
    daysOff: daysOff.filter((off) => off.engineer === engineer),
    covers: shifts.flatMap((shift) => {
      if (shift.engineer !== engineer || shift.kind === 'rotation') return []
      const start = shift.start.slice(0, 10)
      const days = Math.round((Date.parse(shift.end) - Date.parse(shift.start)) / 86_400_000)
      return shift.kind === 'cover'
        ? [{ start, days, planned: shift.for, reason: shift.reason }]
        : [{ start, days, reason: shift.reason ?? 'override' }]
    }),
    owed: owed.filter((credit) => credit.engineer === engineer),
    ledger: ledger.find((row) => row.engineer === engineer),
  }
}
