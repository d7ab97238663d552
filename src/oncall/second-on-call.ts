import type { Second } from './contract.ts'
import type { HandoffClock } from './handoff.ts'
import { toInstant } from './handoff.ts'
import type { HoursOverride } from './overrides.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import { DAYS_PER_WEEK, at, weekOf, yearOfWeek } from './roster.ts'
import type { HeldDay } from './settlement.ts'

/** R12: who is called when the first does not answer. */

export interface SecondsInput {
  roster: Roster
  planner: Planner
  direction: 'next' | 'previous'
  /** Days on which the planned engineer has a day off. */
  isDayOff: (day: number) => boolean
}

/** The second of a duty day: who holds the same day of the next week (or the one before), or a later one (an earlier one). */
export function secondOf(
  { roster, planner, direction, isDayOff }: SecondsInput,
  { day, planned, holder }: HeldDay,
): number | undefined {
  const week = weekOf(roster, day)
  const lastYear = yearOfWeek(roster, week) + 1
  for (let step = 1; step <= roster.rotationSize; step++) {
    const other = direction === 'next' ? week + step : week - step
    if (other < 0 || !planner.isPlannedBy(lastYear, other)) return undefined
    const sameDay = day + (other - week) * DAYS_PER_WEEK
    const engineer = roster.override(sameDay)?.engineer ?? planner.holder(other)
    const isAway =
      engineer === holder ||
      !roster.isActive(engineer, day) ||
      roster.isUnavailable(engineer, day) ||
      (engineer === planned && isDayOff(day))
    if (!isAway) return engineer
  }
  return undefined
}

/** The seconds over the days, in order; a day without one is a gap. */
export function mergeSeconds(
  input: SecondsInput,
  timeZone: string,
  startOf: HandoffClock,
  days: readonly HeldDay[],
  windows: readonly HoursOverride[],
): Second[] {
  const { roster } = input
  const spans: { start: number; end: number; engineer: string }[] = []
  const add = (start: number, end: number, engineer: string | undefined) => {
    if (engineer === undefined || start >= end) return
    const last = spans.at(-1)
    if (last?.engineer === engineer && last.end === start) last.end = end
    else spans.push({ start, end, engineer })
  }
  for (const held of days) {
    const index = secondOf(input, held)
    const second = index === undefined ? undefined : at(roster.ids, index)
    const holder = at(roster.ids, held.holder)
    const dayEnd = startOf(held.day + 1)
    let start = startOf(held.day)
    for (const window of windows) {
      if (window.end <= start || dayEnd <= window.start) continue
      add(start, window.start, second)
      const end = Math.min(window.end, dayEnd)
      add(Math.max(start, window.start), end, window.engineer === holder ? second : holder)
      start = end
    }
    add(start, dayEnd, second)
  }
  return spans.map(({ start, end, engineer }) => ({
    start: toInstant(start, timeZone),
    end: toInstant(end, timeZone),
    engineer,
  }))
}
