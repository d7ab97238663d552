import { toDate } from './dates.ts'
import { isGreat } from './holidays.ts'
import type { PlanCost } from './planner/cost.ts'
import { planCost } from './planner/cost.ts'
import type { Planner } from './planner/planner.ts'
import type { Level } from './planner/proof.ts'
import type { Roster } from './roster.ts'
import { at, daysOfWeek, isMonthEndWeekOf, weekOf, weekStart } from './roster.ts'

/** The levels of R5 that can be the reason for an order. */
export type ReasonLevel = Exclude<Level, 'none' | 'all'>

/** Why the turns of a cycle come in this order and in no other one that one would expect. */
export interface OrderReason {
  /** First day of the cycle. */
  start: string
  /** The order that one would expect, and the one that is planned, week by week. */
  expected: string[]
  order: string[]
  /**
   * `published` where the weeks were announced; `members` where other people are in the cycle; else the first level of R5
   * in which the expected order costs more. Absent where no level says it.
   */
  because?: ReasonLevel | 'published' | 'members'
  /** Holidays of the cycle that somebody else would hold in the expected order. */
  holidays: { date: string; name: string; great: boolean; engineer: string; expected: string }[]
  /** Month-end weeks that somebody else would have in it. */
  monthEnds: { start: string; engineer: string; expected: string }[]
}

const LEVELS_OF_COST = [
  ['absence', 'absence'],
  ['rest', 'rest'],
  ['greatHolidays', 'great holidays'],
  ['evenness', 'evenness'],
  ['shortAbsence', 'short absence'],
  ['repeats', 'repeats'],
  ['monthEnds', 'month-ends'],
  ['moved', 'moved turns'],
] as const satisfies readonly (readonly [keyof PlanCost, ReasonLevel])[]

export interface ReasonInput {
  roster: Roster
  planner: Planner
  plain: Planner
  /** How many weeks are published. */
  published: number
  plainOf: (week: number) => string
}

/** Cycles of the year whose order differs from the cycle before (leavers left out, newcomers last), each with its reason. */
export function orderReasons(input: ReasonInput, year: number): OrderReason[] {
  const { roster, planner } = input
  return planner.cyclesOf(year).flatMap((cycle): OrderReason[] => {
    if (cycle.firstWeek === 0) return []
    const before = planner.cycleOf(cycle.firstWeek - 1)
    const weeks = weeksFrom(cycle.firstWeek, cycle.weeks)
    const order = weeks.map((week) => planner.holder(week))
    const kept = weeksFrom(before.firstWeek, before.weeks)
      .map((week) => planner.holder(week))
      .filter((engineer) => order.includes(engineer))
    const expected = [...new Set([...kept, ...order.toSorted((a, b) => a - b)])]
    if (expected.join() === order.join()) return []
    return [reasonFor(input, year, roster, weeks, expected)]
  })
}

/** Cycles of the year whose order differs from the undisturbed plan (R5.8), each with its reason. */
export function moveReasons(input: ReasonInput, year: number): OrderReason[] {
  const { roster, planner, plainOf } = input
  return planner.cyclesOf(year).flatMap((cycle): OrderReason[] => {
    const weeks = weeksFrom(cycle.firstWeek, cycle.weeks)
    const expected = weeks.map((week) => roster.indexOf(plainOf(week)))
    if (weeks.every((week, place) => planner.holder(week) === expected[place])) return []
    return [reasonFor(input, year, roster, weeks, expected)]
  })
}

function reasonFor(
  input: ReasonInput,
  year: number,
  roster: Roster,
  weeks: readonly number[],
  expected: readonly number[],
): OrderReason {
  const { planner } = input
  const order = weeks.map((week) => planner.holder(week))
  const names = (engineers: readonly number[]) => engineers.map((engineer) => at(roster.ids, engineer))
  const because = reasonOf(input, year, weeks, expected)
  const others = weeks.flatMap((week, place) => {
    const [is, would] = [at(order, place), at(expected, place)]
    return is === would ? [] : [{ week, engineer: at(roster.ids, is), expected: at(roster.ids, would), is }]
  })
  return {
    start: toDate(weekStart(roster, at(weeks, 0))),
    expected: names(expected),
    order: names(order),
    ...(because && { because }),
    holidays: others.flatMap(({ week, is, ...who }) =>
      daysOfWeek(roster, week).flatMap((day) => {
        const holiday = roster.override(day) ? undefined : roster.weighed(is, day)
        return holiday
          ? [{ date: toDate(day), name: holiday.name, great: isGreat(holiday), ...pick(who) }]
          : []
      }),
    ),
    monthEnds: others.flatMap(({ week, ...who }) =>
      roster.monthEnd && isMonthEndWeekOf(roster, week)
        ? [{ start: toDate(weekStart(roster, week)), ...pick(who) }]
        : [],
    ),
  }
}

const pick = ({ engineer, expected }: { engineer: string; expected: string }) => ({ engineer, expected })

function reasonOf(
  input: ReasonInput,
  year: number,
  weeks: readonly number[],
  expected: readonly number[],
): OrderReason['because'] {
  const { planner, plain, published } = input
  if (weeks.every((week) => week < published)) return 'published'
  const order = weeks.map((week) => planner.holder(week))
  if (order.toSorted().join() !== expected.toSorted().join()) return 'members'
  const level = levelOf(input, planner, year, weeks, expected)
  if (level !== 'moved turns' || plain === planner) return level
  // It is the undisturbed plan that has this order: its own reason is the one to give.
  const isPlain = weeks.every((week) => plain.holder(week) === planner.holder(week))
  const isItsCycle = plain.cycleOf(at(weeks, 0)).firstWeek === weeks[0]
  return (isPlain && isItsCycle && levelOf(input, plain, year, weeks, expected)) || level
}

/** Levels that only pass the question on: an order is changed for rest because a later one is, and that for a reason. */
const INDIRECT: readonly (ReasonLevel | undefined)[] = ['rest', 'moved turns', undefined]

/** What the expected order would cost in this cycle alone; where that says little, in all cycles from here on. */
function levelOf(
  input: ReasonInput,
  planner: Planner,
  year: number,
  weeks: readonly number[],
  expected: readonly number[],
): ReasonLevel | undefined {
  const swapped = new Map(weeks.map((week, place) => [week, at(expected, place)]))
  const here = firstDearer(input, planner, year, swapped)
  if (!INDIRECT.includes(here)) return here
  const members = expected.toSorted().join()
  for (const cycle of planner.cyclesOf(year)) {
    if (cycle.firstWeek <= at(weeks, 0)) continue
    if (cycle.members.toSorted().join() !== members || cycle.weeks !== expected.length) break
    for (const [place, engineer] of expected.entries()) swapped.set(cycle.firstWeek + place, engineer)
  }
  const fromHere = firstDearer(input, planner, year, swapped)
  return INDIRECT.includes(fromHere) ? here : fromHere
}

/** The first level in which the plan with other turns in some weeks costs more than the plan; nothing where one costs less before that. */
function firstDearer(
  { roster, plainOf }: ReasonInput,
  planner: Planner,
  year: number,
  swapped: ReadonlyMap<number, number>,
): ReasonLevel | undefined {
  const other: Planner = {
    ...planner,
    holder: (week) => swapped.get(week) ?? planner.holder(week),
    balances: (ofYear) => planner.balances(ofYear, swapped),
    monthEnds: (ofYear) => planner.monthEnds(ofYear, swapped),
  }
  const costOf = (plan: Planner) => {
    const planHolder = (day: number) => roster.override(day)?.engineer ?? plan.holder(weekOf(roster, day))
    return planCost({ roster, planner: plan, planHolder, year, plainOf })
  }
  const [is, would] = [costOf(planner), costOf(other)]
  const differing = LEVELS_OF_COST.find(([key]) => is[key] !== would[key])
  return differing && would[differing[0]] > is[differing[0]] ? differing[1] : undefined
}

function weeksFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}
