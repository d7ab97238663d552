import { toDay, toWallClock } from './dates.ts'
import { dutyDayAt, wallClockInstant } from './handoff.ts'
import type { Override, RotaInput } from './types.ts'

/** R9: an override of whole duty days, as day numbers. */
export interface DaysOverride {
  /** Index into `RotaInput.overrides`. */
  index: number
  first: number
  last: number
  engineer: string
  reason: string | undefined
}

/** R9: an override of hours, as instants in milliseconds; `end` is not included. */
export interface HoursOverride {
  index: number
  start: number
  end: number
  engineer: string
  reason: string | undefined
}

/** R9: an override with times changes who is on call in a window, and nothing else. */
export function hasHours(override: Override): boolean {
  return override.from.includes('T') || override.to.includes('T')
}

export function daysOverrides(rota: RotaInput): DaysOverride[] {
  return rota.overrides.flatMap((override, index) =>
    hasHours(override)
      ? []
      : [
          {
            index,
            first: toDay(override.from),
            last: toDay(override.to),
            engineer: override.engineer,
            reason: override.reason,
          },
        ],
  )
}

/** In order of time. Those that name no real window are left out: they are mistakes of their own. */
export function hoursOverrides(rota: RotaInput): HoursOverride[] {
  const windows = rota.overrides.flatMap((override, index): HoursOverride[] => {
    const from = toWallClock(override.from)
    const to = toWallClock(override.to)
    if (!from || !to) return []
    const start = wallClockInstant(from.day, from.minutes, rota.timeZone)
    const end = wallClockInstant(to.day, to.minutes, rota.timeZone)
    return [{ index, start, end, engineer: override.engineer, reason: override.reason }]
  })
  return windows.sort((a, b) => a.start - b.start)
}

/** The duty days that a window touches. */
export function daysTouched(rota: RotaInput, window: HoursOverride): { first: number; last: number } {
  return {
    first: dutyDayAt(window.start, rota.timeZone, rota.handoffTime),
    last: dutyDayAt(window.end - 1, rota.timeZone, rota.handoffTime),
  }
}

/** R9: of several overrides on one day the shorter applies: cover of a cover. */
export function overrideOf<Entry extends DaysOverride>(
  overrides: readonly Entry[],
  day: number,
): Entry | undefined {
  let shortest: Entry | undefined
  for (const override of overrides) {
    if (day < override.first || override.last < day) continue
    if (!shortest || override.last - override.first < shortest.last - shortest.first) shortest = override
  }
  return shortest
}
