import type { Roster } from './roster.ts'

/** R5.5: a holiday counts as the same one again when it comes back this many days later. */
export const REPEAT_AFTER = { least: 300, most: 430 }

/** R5.5: whether `engineer`, who holds the day, also held a holiday of that name about a year before. */
export function isRepeat(
  roster: Roster,
  holderOf: (day: number) => number | undefined,
  engineer: number,
  day: number,
): boolean {
  const name = roster.countedHoliday(engineer, day)
  if (name === undefined) return false
  const first = Math.max(roster.start, day - REPEAT_AFTER.most)
  for (let earlier = first; earlier <= day - REPEAT_AFTER.least; earlier++) {
    if (roster.countedHoliday(engineer, earlier) === name && holderOf(earlier) === engineer) return true
  }
  return false
}
