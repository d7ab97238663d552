import type { Cycle } from '../cycles.ts'
import { REPEAT_AFTER } from '../repeats.ts'
import type { Roster } from '../roster.ts'
import { at, daysOfWeek, weekOf } from '../roster.ts'
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
  start: { balance: readonly number[]; lastTurn: readonly number[] }
  /** The number of weeks in the cycle of a week, for turns already taken as for those to come. */
  sizeOfWeek: (week: number) => number
  /** How many holders of earlier weeks a state must remember, for repeats within the year. */
  memories: number
  /** R5.6: whose week it is in the undisturbed plan; absent while that plan itself is made. */
  plain: ((week: number) => number) | undefined
  /** While the undisturbed plan is made: the order that the first cycle would keep. */
  orderBefore: readonly number[]
}

export interface ProblemCycle {
  size: number
  /** Columns of who shares the open weeks. */
  toServe: readonly number[]
  entrance: Entrance | undefined
  firstOpen: number
}

/** Costs by column, for who serves this week. */
export interface OpenWeek {
  week: number
  cycle: number
  absence: readonly number[]
  shortAbsence: readonly number[]
  holidays: readonly number[]
  /** Holidays that the engineer held a year before, in a week already decided. */
  repeats: readonly number[]
  /** Balance that overrides add in this week, whoever serves. */
  overrideHolidays: readonly number[]
  /** Holidays whose earlier day lies in a week that the search decides: a repeat if one of those memories is `column`. */
  remembered: readonly { column: number; memories: readonly number[]; ifServing: boolean }[]
  /** The memory in which this week's holder is kept, or -1. */
  memory: number
  /** Memories that no later week asks for. */
  forget: readonly number[]
}

/** R5.1 and R5.4: more unavailable days than this in one week are an absence, fewer a short one. */
export const SHORT_ABSENCE = 2

export interface ProblemInput {
  roster: Roster
  /** The year's cycles that have weeks to plan; none of the members of the year's other cycles is left out of `judged`. */
  cycles: readonly OpenCycle[]
  judged: readonly number[]
  /** Holidays count through this week (R5.3). */
  lastWeekOfYear: number
  standing: Standing
  sizeOfWeek: (week: number) => number
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
  const firstOpen = openWeeks[0]?.week ?? 0
  const links = repeatLinks(input, columnOf, firstOpen)
  const remembered = [...new Set(links.flatMap((link) => link.earlierWeeks))].sort((a, b) => a - b)
  const lastUse = (week: number) =>
    Math.max(...links.filter((link) => link.earlierWeeks.includes(week)).map((link) => link.week))

  const weeks = openWeeks.map(({ week, cycle }): OpenWeek => {
    const days = daysOfWeek(roster, week)
    const free = days.filter((day) => roster.override(day) === undefined)
    const isCounted = week <= input.lastWeekOfYear
    const away = judged.map((engineer) => free.filter((day) => roster.isUnavailable(engineer, day)).length)
    const linksHere = links.filter((link) => link.week === week)
    return {
      week,
      cycle,
      absence: away.map((count) => (count > SHORT_ABSENCE ? count : 0)),
      shortAbsence: away.map((count) => (count > SHORT_ABSENCE ? 0 : count)),
      holidays: judged.map((engineer) =>
        isCounted ? free.filter((day) => roster.countedHoliday(engineer, day) !== undefined).length : 0,
      ),
      repeats: judged.map(
        (_, index) =>
          linksHere.filter((link) => link.column === index && link.ifServing && link.isDecided).length,
      ),
      overrideHolidays: judged.map((engineer) =>
        isCounted
          ? days.filter(
              (day) =>
                roster.override(day)?.engineer === engineer &&
                roster.countedHoliday(engineer, day) !== undefined,
            ).length
          : 0,
      ),
      remembered: linksHere
        .filter((link) => !link.isDecided)
        .map((link) => ({
          column: link.column,
          ifServing: link.ifServing,
          memories: link.earlierWeeks.map((earlier) => remembered.indexOf(earlier)),
        })),
      memory: remembered.indexOf(week),
      forget: remembered.flatMap((earlier, index) => (lastUse(earlier) === week ? [index] : [])),
    }
  })

  const lastCycle = [...input.standing.lastCycle]
  const cycles = input.cycles.map((cycle): ProblemCycle => {
    // The members of a cycle that published weeks began have entered it already.
    const isBegun = cycle.openFrom > cycle.firstWeek
    const entrance = isBegun ? undefined : entranceOf(cycle.members, lastCycle, cycle.ordinal)
    for (const engineer of cycle.members) lastCycle[engineer] = cycle.ordinal
    return {
      size: cycle.weeks,
      toServe: cycle.toServe.map(columnOf),
      entrance: entrance && {
        settled: entrance.settled.map(columnOf),
        newcomers: entrance.newcomers.map(columnOf),
        returners: entrance.returners.map(columnOf),
      },
      firstOpen: cycle.openFrom,
    }
  })

  return {
    engineers: judged,
    weeks,
    cycles,
    start: {
      balance: judged.map((engineer) => at(input.standing.balance, engineer)),
      lastTurn: judged.map((engineer) => at(input.standing.lastTurn, engineer)),
    },
    sizeOfWeek: input.sizeOfWeek,
    memories: remembered.length,
    plain: input.plain && ((week) => columnOf(input.plain?.(week) ?? -1)),
    orderBefore: input.orderBefore.map(columnOf),
  }
}

/** R5.5: a holiday in an open week that the engineer holds (or would, serving it) and may have held a year before. */
interface RepeatLink {
  week: number
  column: number
  /** Whether it depends on who serves the later week; an overridden day does not. */
  ifServing: boolean
  /** Held before, whatever the search decides. */
  isDecided: boolean
  /** Open weeks of which at least one makes it a repeat, if the same engineer serves it. */
  earlierWeeks: readonly number[]
}

function repeatLinks(
  input: ProblemInput,
  columnOf: (engineer: number) => number,
  firstOpen: number,
): RepeatLink[] {
  const { roster } = input
  const links: RepeatLink[] = []
  for (const cycle of input.cycles) {
    for (let offset = 0; offset < cycle.toServe.length; offset++) {
      const week = cycle.openFrom + offset
      if (week > input.lastWeekOfYear) continue
      for (const day of daysOfWeek(roster, week)) {
        const override = roster.override(day)
        const holders = override ? [override.engineer] : cycle.toServe
        for (const engineer of holders) {
          const name = roster.countedHoliday(engineer, day)
          if (name === undefined || columnOf(engineer) < 0) continue
          const link = linkTo(input, engineer, day, name, firstOpen)
          if (!link.isDecided && link.earlierWeeks.length === 0) continue
          links.push({ week, column: columnOf(engineer), ifServing: override === undefined, ...link })
        }
      }
    }
  }
  return links
}

function linkTo(
  input: ProblemInput,
  engineer: number,
  day: number,
  name: string,
  firstOpen: number,
): Pick<RepeatLink, 'isDecided' | 'earlierWeeks'> {
  const { roster } = input
  const earlierWeeks = new Set<number>()
  const first = Math.max(roster.start, day - REPEAT_AFTER.most)
  for (let earlier = first; earlier <= day - REPEAT_AFTER.least; earlier++) {
    if (roster.countedHoliday(engineer, earlier) !== name) continue
    const override = roster.override(earlier)
    const week = weekOf(roster, earlier)
    const holder = override?.engineer ?? (week < firstOpen ? input.holderBefore(earlier) : undefined)
    if (holder === engineer) return { isDecided: true, earlierWeeks: [] }
    if (holder === undefined && input.cycles.some((cycle) => isToServe(cycle, engineer, week))) {
      earlierWeeks.add(week)
    }
  }
  return { isDecided: false, earlierWeeks: [...earlierWeeks] }
}

function isToServe(cycle: OpenCycle, engineer: number, week: number): boolean {
  const isInside = cycle.openFrom <= week && week < cycle.openFrom + cycle.toServe.length
  return isInside && cycle.toServe.includes(engineer)
}
