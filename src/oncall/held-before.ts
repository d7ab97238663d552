import { CLOSE_DAYS, isAgain, isClosePair, repeatWindow } from './memory.ts'
import type { Roster } from './roster.ts'

/** R10: what the ledger counts of R5.3 and R5.6, from a finished plan. */

type HolderOf = (day: number) => number | undefined

/** Whether `engineer`, who holds the day, also held that holiday a year before, or within the years that it is remembered. */
export function isRepeat(
  roster: Roster,
  holderOf: HolderOf,
  engineer: number,
  day: number,
  members: number,
): boolean {
  const later = roster.weighed(engineer, day)
  if (!later?.remembered) return false
  const { first, last } = repeatWindow(later, members)
  for (let earlier = Math.max(roster.start, day - last); earlier <= day - first; earlier++) {
    const before = roster.weighed(engineer, earlier)
    if (before && isAgain(before, later) && holderOf(earlier) === engineer) return true
  }
  return false
}

/** Whether `engineer`, who holds the day, held another great holiday shortly before it. */
export function isGreatPair(roster: Roster, holderOf: HolderOf, engineer: number, day: number): boolean {
  const later = roster.weighed(engineer, day)
  if (!later) return false
  for (let earlier = Math.max(roster.start, day - CLOSE_DAYS); earlier < day; earlier++) {
    const before = roster.weighed(engineer, earlier)
    if (before && isClosePair(before, later, day - earlier) && holderOf(earlier) === engineer) return true
  }
  return false
}
