import { reasonOf } from '../describe-day.ts'
import type { Calendar } from '../calendars.ts'
import type { DayOff, LedgerRow, Owed, Shift } from '../../oncall/index.ts'
import { addDays } from '../../text/dates.ts'

/** What one engineer's page shows of a year. */
export interface EngineerYear {
  year: number
  weeks: { start: string; end: string; notes: string[] }[]
  daysOff: DayOff[]
  covers: { start: string; length: string; planned?: string; reason: string }[]
  owed: Owed[]
  /** R12: when they are second on call; absent where the rota has no second. */
  seconds?: { start: string; end: string }[]
  ledger: LedgerRow | undefined
}

export function engineerYear({ calendar }: Calendar, year: number, engineer: string): EngineerYear {
  const { weeks, shifts, seconds, daysOff, owed, ledger } = calendar.year(year)
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
      const length = lengthOf(shift)
      return shift.kind === 'cover'
        ? [{ start, length, planned: shift.for, reason: shift.reason }]
        : [{ start, length, reason: reasonOf(shift) }]
    }),
    owed: owed.filter((credit) => credit.engineer === engineer),
    ...(seconds && { seconds: seconds.filter((second) => second.engineer === engineer) }),
    ledger: ledger.find((row) => row.engineer === engineer),
  }
}

/** `3 days`; of some hours `18:00 to 22:00`; nothing for one day. */
function lengthOf({ start, end, ...shift }: Shift): string {
  if (shift.kind === 'override' && shift.hours) return `${start.slice(11, 16)} to ${end.slice(11, 16)}`
  const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000)
  return days > 1 ? `${String(days)} days` : ''
}
