import type { Calendar } from '../calendars.ts'
import type { Week } from '../../oncall/index.ts'

/** A cycle whose turns come in another order than in the cycle before. */
export interface OrderChange {
  /** First day of the cycle. */
  start: string
  before: string[]
  order: string[]
  /** The holidays that fall into the cycle. */
  holidays: { date: string; name: string }[]
}

/** Where the order of the turns changes within a year: read off the plan, which changes it to share the holidays. */
export function orderChanges({ calendar, years }: Calendar, year: number): OrderChange[] {
  const known = years.filter((other) => other <= year)
  const weeks = known.flatMap((other) => calendar.year(other).weeks)
  const cycles = known.flatMap((other) => calendar.explain(other).cycles)
  const orders = cycles.map(({ start, members }) => {
    const first = weeks.findIndex((week) => week.start === start)
    return { start, weeks: first < 0 ? [] : weeks.slice(first, first + members.length) }
  })
  return orders.flatMap((cycle, place): OrderChange[] => {
    const before = orders[place - 1]
    if (!before || calendar.yearOf(cycle.start) !== year) return []
    const was = engineers(before.weeks)
    const is = engineers(cycle.weeks)
    const sameMembers = was.length === is.length && was.every((engineer) => is.includes(engineer))
    if (!sameMembers || was.join() === is.join()) return []
    return [{ start: cycle.start, before: was, order: is, holidays: cycle.weeks.flatMap(holidaysOf) }]
  })
}

const engineers = (weeks: readonly Week[]) => weeks.map(({ engineer }) => engineer)

const holidaysOf = ({ holidays }: Week) => holidays.map(({ date, name }) => ({ date, name }))
