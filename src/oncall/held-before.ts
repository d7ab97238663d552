import { CLOSE_DAYS, isAgain, isClosePair, repeatWindow } from './memory.ts'
import type { Roster } from './roster.ts'

/** R10: what the ledger counts of R5.3 and R5.6, from a finished plan. */

type HolderOf = (day: number) => number | undefined

/**
 * The last day on which `engineer`, who holds the day, also held that holiday: a year before, or within the years that it
 * is remembered. Undefined where there is none.
 */
export function repeated(
  roster: Roster,
  holderOf: HolderOf,
  engineer: number,
  day: number,
  members: number,
): number | undefined {
  const later = roster.weighed(engineer, day)
  if (!later?.remembered) return undefined
  const { first, last } = repeatWindow(later, members)
  for (let earlier = day - first; earlier >= Math.max(roster.start, day - last); earlier--) {
    const before = roster.weighed(engineer, earlier)
    if (before && isAgain(before, later) && holderOf(earlier) === engineer) return earlier
  }
  return undefined
}

/** The last day of another great holiday that `engineer`, who holds the day, held shortly before it. */
export function closeBefore(
  roster: Roster,
  holderOf: HolderOf,
  engineer: number,
  day: number,
): number | undefined {
  const later = roster.weighed(engineer, day)
  if (!later) return undefined
  for (let earlier = day - 1; earlier >= Math.max(roster.start, day - CLOSE_DAYS); earlier--) {
    const before = roster.weighed(engineer, earlier)
    if (before && isClosePair(before, later, day - earlier) && holderOf(earlier) === engineer) return earlier
  }
  return undefined
}
