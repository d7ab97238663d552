import type { OrderReason, YearExplanation } from '../../oncall/index.ts'
import { dayMonth } from '../../text/dates.ts'
import { list } from '../../text/wording.ts'

/** A cycle whose turns come in another order than one would expect, and why. */
export interface OrderChange {
  /** First day of the cycle. */
  start: string
  expected: string[]
  order: string[]
  why: string
}

/** Where the order of the turns changes from one cycle to the next. */
export function orderChanges({ orders }: YearExplanation, name: (id: string) => string): OrderChange[] {
  return orders.map((each) => toChange(each, name, 'the order before'))
}

/** Where leave, overrides or announced weeks give another order than the plan without them. */
export function movedTurns({ moves }: YearExplanation, name: (id: string) => string): OrderChange[] {
  return moves.map((each) => toChange(each, name, 'the plan without leave, overrides and announced weeks'))
}

function toChange(each: OrderReason, name: (id: string) => string, than: string): OrderChange {
  return { start: each.start, expected: each.expected, order: each.order, why: reason(each, name, than) }
}

function reason(each: OrderReason, name: (id: string) => string, than: string): string {
  const handed = (items: readonly { what: string; engineer: string; expected: string }[]) =>
    items.length === 0
      ? ''
      : `: ${list(items.map(({ what, engineer, expected }) => `${what} goes to ${name(engineer)} instead of ${name(expected)}`))}`
  const named = each.holidays.filter(({ great }) => great || each.because !== 'great holidays')
  const holidays = handed(named.map((holiday) => ({ ...holiday, what: holiday.name })))
  const weeks = handed(
    each.monthEnds.map((week) => ({ ...week, what: `the week of ${dayMonth(week.start)}` })),
  )
  switch (each.because) {
    case 'published':
      return 'These weeks were announced before.'
    case 'members':
      return 'Other people take part in this cycle.'
    case 'absence':
    case 'short absence':
      return 'So that nobody has a turn while they are away.'
    case 'rest':
      return 'So that everybody has their weeks off between two turns.'
    case 'great holidays':
      return holidays === ''
        ? 'So that later on nobody has two great holidays close together, or the same one soon again.'
        : `So that nobody has two great holidays close together, or the same one soon again${holidays}.`
    case 'evenness':
      return holidays === ''
        ? 'To share later holidays more evenly.'
        : `To share the holidays more evenly${holidays}.`
    case 'repeats':
      return holidays === ''
        ? 'So that later on nobody has the same holiday as the year before.'
        : `So that nobody has the same holiday as the year before${holidays}.`
    case 'month-ends':
      return weeks === ''
        ? 'To share later month-end weeks more evenly.'
        : `To share the month-end weeks more evenly${weeks}.`
    case 'moved turns':
      return 'The plan without leave, overrides and announced weeks has this order.'
    default:
      return `As good as ${than}: of equal orders, the first one by the list of the rotation is taken.`
  }
}
