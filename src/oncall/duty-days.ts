import { isMonthEnd, toDate } from './dates.ts'
import type { HandoffClock } from './handoff.ts'
import { toInstant } from './handoff.ts'
import type { HoursOverride } from './overrides.ts'
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
  /** R4: the great holiday whose own date this is for the holder; its substitute day earns the credit. */
  ownDate?: string | undefined
  /** R12: who is called next. */
  second?: string | undefined
  /** R9: who is on call for a part of the day, in order. */
  hours: { start: string; end: string; engineer: string; reason?: string | undefined }[]
  /** Every holiday of that day in the calendars of the rotation, and whose it is. */
  holidays: { name: string; engineers: string[] }[]
  /** R10: one of the last 7 dates of its month, where the rota carries a month-end watch. */
  monthEnd: boolean
}

export interface DutyDayInput {
  roster: Roster
  timeZone: string
  startOf: HandoffClock
  windows: readonly HoursOverride[]
  secondOf: (held: HeldDay) => string | undefined
}

export function toDutyDay(
  { roster, timeZone, startOf, windows, secondOf }: DutyDayInput,
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
  const [start, end] = [startOf(held.day), startOf(held.day + 1)]
  const worked = roster.worked(held.holder, held.day)
  const second = secondOf(held)
  const reason = typeof held.reason === 'object' ? held.reason.override : held.reason
  return {
    date: toDate(held.day),
    start: toInstant(start, timeZone),
    end: toInstant(end, timeZone),
    week,
    planned: at(roster.ids, held.planned),
    holder: at(roster.ids, held.holder),
    kind: held.kind,
    ...(reason !== undefined && { reason }),
    ...(dayOff && { dayOff: { date: toDate(dayOff.for.day), name: dayOff.for.name } }),
    absence: held.reason === 'absence',
    holiday: worked?.credit ? worked.name : undefined,
    ...(worked?.credit === false && { ownDate: worked.name }),
    ...(second !== undefined && { second }),
    hours: windows
      .filter((window) => window.start < end && start < window.end)
      .map((window) => ({
        start: toInstant(Math.max(start, window.start), timeZone),
        end: toInstant(Math.min(end, window.end), timeZone),
        engineer: window.engineer,
        ...(window.reason !== undefined && { reason: window.reason }),
      })),
    holidays: [...holidays].map(([name, engineers]) => ({ name, engineers })),
    monthEnd: roster.monthEnd && isMonthEnd(held.day),
  }
}
