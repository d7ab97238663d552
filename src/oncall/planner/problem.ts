import type { Cycle } from '../cycles.ts'
import type { Roster } from '../roster.ts'
import { at, daysOfWeek, isMonthEndWeekOf } from '../roster.ts'
import type { Link } from './links.ts'
import { greatLinks, repeatLinks } from './links.ts'
import type { Entrance, Standing } from './standing.ts'
import { entranceOf } from './standing.ts'

/** A cycle, or what published weeks left of it. */
export interface OpenCycle extends Cycle {
  ordinal: number
  /** First week that nobody holds yet. */
  openFrom: number
  /** Members who have not served, in order of `rotation`; they share the open weeks. */
  toServe: readonly number[]
}

/** What a year's search chooses from, and what each choice costs. Engineers are columns: indexes into `engineers`. */
export interface Problem {
  /** Everyone who is a member of a cycle of the year: their balances are judged. */
  engineers: readonly number[]
  weeks: readonly OpenWeek[]
  cycles: readonly ProblemCycle[]
  start: {
    balance: readonly number[]
    monthEnds: readonly number[]
    lastTurn: readonly number[]
  }
  /** R5.4: what those miss who are in no later cycle of the year; it counts in this year's squares only. */
  missed: readonly number[]
  /** Whether some holiday is great (R4): else R5.3 is no level of this rota. */
  hasWeights: boolean
  /** R5.7 counts: the rota carries a month-end watch. */
  hasMonthEnds: boolean
  /** The number of weeks in the cycle of a week, for turns already taken as for those to come. */
  sizeOfWeek: (week: number) => number
  /** R5.8: whose week it is in the undisturbed plan; absent while that plan itself is made. */
  plain: ((week: number) => number) | undefined
  /** While the undisturbed plan is made: the order that the first cycle would keep. */
  orderBefore: readonly number[]
}

export interface ProblemCycle {
  /** Columns of who shares the open weeks. */
  toServe: readonly number[]
  entrance: Entrance | undefined
  /** Indexes into `weeks`: the first open week, and the one after the last. */
  first: number
  end: number
}

/** Costs by column, for who serves this week. */
export interface OpenWeek {
  week: number
  /** Index into `cycles`. */
  cycle: number
  absence: readonly number[]
  shortAbsence: readonly number[]
  /** What whoever serves adds to their balance. */
  weights: readonly number[]
  /** Balance that overrides add in this week, whoever serves. */
  overrideWeights: readonly number[]
  /** 1 where it counts as a month-end week, else 0. */
  monthEnd: number
  /** R5.3 and R5.6: what holding this week's holidays costs those who held others before. */
  great: readonly Link[]
  repeats: readonly Link[]
}

/** R5.1 and R5.5: more unavailable days than this in one week are an absence, fewer a short one. */
export const SHORT_ABSENCE = 2

export interface ProblemInput {
  roster: Roster
  /** The year's cycles that have weeks to plan; none of the members of the year's other cycles is left out of `judged`. */
  cycles: readonly OpenCycle[]
  judged: readonly number[]
  /** R5.4, by engineer. */
  missed: (engineer: number) => number
  /** Holidays and month-ends count through this week (R5.4, R5.7). */
  lastWeekOfYear: number
  standing: Standing
  sizeOfWeek: (week: number) => number
  /** How many members the cycle of a week has. */
  membersOfWeek: (week: number) => number
  /** Who holds a day by plan with overrides, in weeks already decided. */
  holderBefore: (day: number) => number
  plain: ((week: number) => number) | undefined
  orderBefore: readonly number[]
}

export function createProblem(input: ProblemInput): Problem {
  const { roster, judged } = input
  const column = new Map(judged.map((engineer, index) => [engineer, index]))
  const columnOf = (engineer: number) => column.get(engineer) ?? -1
  const openWeeks = input.cycles.flatMap((cycle, index) =>
    cycle.toServe.map((_, offset) => ({ week: cycle.openFrom + offset, cycle: index })),
  )
  const weights = (engineer: number, days: readonly number[]) =>
    days.reduce((sum, day) => sum + (roster.weighed(engineer, day)?.weight ?? 0), 0)

  const weeks = openWeeks.map(({ week, cycle }): OpenWeek => {
    const days = daysOfWeek(roster, week)
    const free = days.filter((day) => roster.override(day) === undefined)
    const isCounted = week <= input.lastWeekOfYear
    const counted = isCounted ? days : []
    const away = judged.map((engineer) => free.filter((day) => roster.isUnavailable(engineer, day)).length)
    return {
      week,
      cycle,
      absence: away.map((count) => (count > SHORT_ABSENCE ? count : 0)),
      shortAbsence: away.map((count) => (count > SHORT_ABSENCE ? 0 : count)),
      weights: judged.map((engineer) => weights(engineer, isCounted ? free : [])),
      overrideWeights: judged.map((engineer) =>
        weights(
          engineer,
          counted.filter((day) => roster.override(day)?.engineer === engineer),
        ),
      ),
      monthEnd: isCounted && isMonthEndWeekOf(roster, week) ? 1 : 0,
      great: greatLinks(input, columnOf, openWeeks[0]?.week ?? 0, week),
      repeats: repeatLinks(input, columnOf, openWeeks[0]?.week ?? 0, week),
    }
  })

  const lastCycle = [...input.standing.lastCycle]
  let first = 0
  const cycles = input.cycles.map((cycle): ProblemCycle => {
    // The members of a cycle that published weeks began have entered it already.
    const isBegun = cycle.openFrom > cycle.firstWeek
    const entrance = isBegun ? undefined : entranceOf(cycle.members, lastCycle, cycle.ordinal)
    for (const engineer of cycle.members) lastCycle[engineer] = cycle.ordinal
    const start = first
    first += cycle.toServe.length
    const isPlain = !entrance || entrance.newcomers.length + entrance.returners.length === 0
    return {
      toServe: cycle.toServe.map(columnOf),
      entrance: isPlain
        ? undefined
        : {
            stayed: entrance.stayed.map(columnOf),
            newcomers: entrance.newcomers.map(columnOf),
            returners: entrance.returners.map(columnOf),
          },
      first: start,
      end: first,
    }
  })

  return {
    engineers: judged,
    weeks,
    cycles,
    start: {
      balance: judged.map((engineer) => at(input.standing.balance, engineer)),
      monthEnds: judged.map((engineer) => at(input.standing.monthEnds, engineer)),
      lastTurn: judged.map((engineer) => at(input.standing.lastTurn, engineer)),
    },
    missed: judged.map(input.missed),
    hasWeights: roster.hasWeights,
    hasMonthEnds: roster.monthEnd,
    sizeOfWeek: input.sizeOfWeek,
    plain: input.plain && ((week) => columnOf(input.plain?.(week) ?? -1)),
    orderBefore: input.orderBefore.map(columnOf),
  }
}
