import type { Holiday } from './holidays.ts'
import { REMEMBERED_FOR_YEARS, isGreat } from './holidays.ts'

/** R5.3 and R5.6: which earlier holidays a later one is compared with. Days are counted from the earlier to the later. */

/** R5.3: a great holiday so soon after another one of another name. */
export const CLOSE_DAYS = 60

const YEAR_DAYS = 365
const REPEAT_FIRST = 300
/** How much later than a whole number of years a holiday still is the same one: Easter, Diwali and Eid move. */
const REPEAT_SLACK = 65

/** R5.3: whether `later`, that many days after `earlier`, makes a close pair with it. */
export function isClosePair(earlier: Holiday, later: Holiday, days: number): boolean {
  return days >= 1 && days <= CLOSE_DAYS && isGreat(earlier) && isGreat(later) && earlier.name !== later.name
}

/** Whether R5.3 remembers the holiday for years, rather than R5.6 for one. */
export function isRememberedForYears(holiday: Holiday): boolean {
  return holiday.remembered && holiday.nameWeight >= REMEMBERED_FOR_YEARS
}

/** R5.3 and R5.6: how far back a holiday is compared with itself, in days; `members` is the number of its cycle's. */
export function repeatWindow(later: Holiday, members: number): { first: number; last: number } {
  const years = isRememberedForYears(later) ? Math.max(1, members - 1) : 1
  return { first: REPEAT_FIRST, last: YEAR_DAYS * years + REPEAT_SLACK }
}

/** Whether the later day is the earlier holiday again. */
export function isAgain(earlier: Holiday, later: Holiday): boolean {
  return earlier.remembered && later.remembered && earlier.name === later.name
}

/**
 * What it costs to hold a holiday again: in R5.6 its weight; in R5.3 more, the fewer years have gone by.
 *
 * @param members the number of members of the later day's cycle
 */
export function repeatCost(later: Holiday, days: number, members: number): number {
  if (!isRememberedForYears(later)) return later.weight
  return later.weight * Math.max(1, members - Math.round(days / YEAR_DAYS))
}
