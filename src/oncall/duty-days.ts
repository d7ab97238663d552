import { isMonthEnd, toDate } from './dates.ts'
import type { HandoffClock } from './handoff.ts'
import type { Roster } from './roster.ts'
import { at } from './roster.ts'
import type { HeldDay, SettledWeek } from './settlement.ts'

/** One duty day with everything that a calendar shows of it. Engineers are ids. */
export interface DutyDay {
  date: string
  /** Instants: ISO 8601 with numeric offset, in the rota's zone. */
  start: string
  end: string
  /** Index into `year().weeks`. */
  week: number
  planned: string
  holder: string
  kind: 'rotation' | 'cover' | 'override'
  reason?: string | undefined
  /** Set on a day off of the planned engineer: the holiday that it pays back. */
  dayOff?: { date: string; name: string } | undefined
  /** The planned engineer is unavailable, and covered. */
  absence: boolean
  /** The holder's holiday, by their own calendar: it earns them a credit. */
  holiday?: string | undefined
  /** Every holiday of that day in the calendars of the rotation, and whose it is. */
  holidays: { name: string; engineers: string[] }[]
  monthEnd: boolean
}

export function toDutyDay(
  roster: Roster,
  startOf: HandoffClock,
  held: HeldDay,
  week: number,
  settledWeek: SettledWeek,
): DutyDay {
  const holidays = new Map<string, string[]>()
  for (let engineer = 0; engineer < roster.rotationSize; engineer++) {
    const name = roster.holiday(engineer, held.day)
    if (name === undefined || !roster.isActive(engineer, held.day)) continue
    holidays.set(name, [...(holidays.get(name) ?? []), at(roster.ids, engineer)])
  }
  const dayOff = settledWeek.daysOff.find(({ day }) => day === held.day)
  const reason = typeof held.reason === 'object' ? held.reason.override : held.reason
  return {
    date: toDate(held.day),
    start: startOf(held.day),
    end: startOf(held.day + 1),
    week,
    planned: at(roster.ids, held.planned),
    holder: at(roster.ids, held.holder),
    kind: held.kind,
    ...(reason !== undefined && { reason }),
    ...(dayOff && { dayOff: { date: toDate(dayOff.for.day), name: dayOff.for.name } }),
    absence: held.reason === 'absence',
    holiday: roster.countedHoliday(held.holder, held.day),
    holidays: [...holidays].map(([name, engineers]) => ({ name, engineers })),
    monthEnd: isMonthEnd(held.day),
  }
}
