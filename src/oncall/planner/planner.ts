import type { Cycle } from '../cycles.ts'
import { cycleMembers, dropLeavers } from '../cycles.ts'
import { toDay } from '../dates.ts'
import { RotaError } from '../errors.ts'
import type { Roster } from '../roster.ts'
import { at, firstWeekOfYear, weekOf, yearOfWeek } from '../roster.ts'
import type { PublishedWeek } from '../types.ts'
import type { OpenCycle } from './problem.ts'
import { createProblem } from './problem.ts'
import { search } from './search.ts'
import type { Standing } from './standing.ts'
import { emptyStanding, holdWeek, startCycle } from './standing.ts'

/** Plans year after year (R5), each when it is first asked for, after all earlier ones. */
export interface Planner {
  /** Who has the week by plan; plans as far as it takes. */
  holder(week: number): number
  cycleOf(week: number): Cycle
  /** R5: the cycles whose first week belongs to the year. */
  cyclesOf(year: number): readonly Cycle[]
  /** Whether the plans through a year hold the week, the spill of its last cycle included; plans no more than it takes. */
  isPlannedBy(year: number, week: number): boolean
  /** Whether the year's plan is proved to be the least. */
  isProved(year: number): boolean
  /** R5.3: everyone's balance counted through the year's last week, by engineer. */
  balances(year: number): readonly number[]
}

/**
 * @param plain the planner of the undisturbed plan (R5.6); absent while planning that one
 * @throws RotaError (from any of its methods) where a week has nobody active
 */
export function createPlanner(
  roster: Roster,
  published: readonly PublishedWeek[],
  plain: Planner | undefined,
): Planner {
  const firstYear = yearOfWeek(roster, 0)
  const cycles: Cycle[] = []
  const cycleIndex: number[] = []
  const holders: number[] = []
  const proofs = new Map<number, boolean>()
  const standing = emptyStanding(roster.ids.length)
  let unfinished: OpenCycle | undefined
  let nextYear = firstYear

  const cycleOfWeek = (week: number): Cycle => at(cycles, at(cycleIndex, week))

  const addCycle = (cycle: Cycle): number => {
    const ordinal = cycles.push(cycle) - 1
    for (let offset = 0; offset < cycle.weeks; offset++) cycleIndex.push(ordinal)
    return ordinal
  }

  const hold = (engineer: number): void => {
    const week = holders.push(engineer) - 1
    const cycle = cycleOfWeek(week)
    if (cycle.firstWeek === week) startCycle(standing, cycle, at(cycleIndex, week))
    holdWeek(roster, standing, week, engineer)
  }

  const adoptPublished = (): void => {
    const firstWeeks = [...new Set(published.map((week) => weekOf(roster, toDay(week.cycle))))]
    for (const firstWeek of firstWeeks) {
      const served = published
        .filter((week) => weekOf(roster, toDay(week.cycle)) === firstWeek)
        .map((week) => roster.indexOf(week.engineer))
      const isLast = firstWeek === firstWeeks.at(-1)
      const toServe = isLast ? stillToServe(roster, firstWeek, served, published.length) : []
      const members = [...new Set([...served, ...toServe])].sort((a, b) => a - b)
      const cycle = { firstWeek, members, weeks: served.length + toServe.length }
      const ordinal = addCycle(cycle)
      if (toServe.length > 0) unfinished = { ...cycle, ordinal, openFrom: published.length, toServe }
      for (const engineer of served) hold(engineer)
    }
  }

  const openCyclesOf = (year: number): OpenCycle[] => {
    const open: OpenCycle[] = []
    if (unfinished && yearOfWeek(roster, unfinished.firstWeek) === year) {
      open.push(unfinished)
      unfinished = undefined
    }
    if (unfinished) return open
    while (yearOfWeek(roster, cycleIndex.length) === year) {
      const firstWeek = cycleIndex.length
      const members = cycleMembers(roster, firstWeek)
      const cycle = { firstWeek, members, weeks: members.length }
      open.push({ ...cycle, ordinal: addCycle(cycle), openFrom: firstWeek, toServe: members })
    }
    return open
  }

  const planYear = (year: number): void => {
    const open = openCyclesOf(year)
    const judged = [...new Set(cyclesOf(year).flatMap((cycle) => cycle.members))].sort((a, b) => a - b)
    const lastCycleWeeks = holders.slice(cycleOfLastHolder()?.firstWeek ?? 0)
    const lastWeekOfYear = firstWeekOfYear(roster, year + 1) - 1
    const problem = createProblem({
      roster,
      cycles: open,
      judged,
      lastWeekOfYear,
      standing,
      sizeOfWeek: (week) => cycleOfWeek(week).weeks,
      holderBefore: (day) => at(holders, weekOf(roster, day)),
      plain: plain && ((week) => plain.holder(week)),
      orderBefore: lastCycleWeeks,
    })
    const { holders: columns, isProved } = search(problem)
    for (const column of columns) hold(at(judged, column))
    proofs.set(year, isProved && (plain?.isProved(year) ?? true))
  }

  const cycleOfLastHolder = (): Cycle | undefined =>
    holders.length === 0 ? undefined : cycleOfWeek(holders.length - 1)

  const cyclesOf = (year: number): Cycle[] =>
    cycles.filter((cycle) => yearOfWeek(roster, cycle.firstWeek) === year)

  const throughYear = (year: number): void => {
    for (; nextYear <= year; nextYear++) planYear(nextYear)
  }

  const throughWeek = (week: number): void => {
    while (holders.length <= week) throughYear(nextYear)
  }

  adoptPublished()

  return {
    holder: (week) => {
      throughWeek(week)
      return at(holders, week)
    },
    cycleOf: (week) => {
      throughWeek(week)
      return cycleOfWeek(week)
    },
    cyclesOf: (year) => {
      throughYear(year)
      return cyclesOf(year)
    },
    isPlannedBy: (year, week) => {
      try {
        while (holders.length <= week && nextYear <= year) throughYear(nextYear)
      } catch (error) {
        // A year that cannot be planned has no turns; it is an error when its own calendar is asked for.
        if (!(error instanceof RotaError)) throw error
      }
      return week < holders.length && yearOfWeek(roster, cycleOfWeek(week).firstWeek) <= year
    },
    isProved: (year) => {
      throughYear(year)
      return proofs.get(year) ?? true
    },
    balances: (year) => {
      throughYear(year)
      return standingAfter(roster, year, cycles, holders).balance
    },
  }
}

/** R11: the members of a cycle that published weeks began, still there, who have not served. */
function stillToServe(
  roster: Roster,
  firstWeek: number,
  served: readonly number[],
  openFrom: number,
): readonly number[] {
  const waiting = cycleMembers(roster, firstWeek).filter((engineer) => !served.includes(engineer))
  return dropLeavers(roster, waiting, openFrom)
}

/** R5.3 at the end of a year: the weeks of the last cycle that run into the next year count there. */
function standingAfter(
  roster: Roster,
  year: number,
  cycles: readonly Cycle[],
  holders: readonly number[],
): Standing {
  const standing = emptyStanding(roster.ids.length)
  const end = firstWeekOfYear(roster, year + 1)
  for (const [ordinal, cycle] of cycles.entries()) {
    if (cycle.firstWeek >= end) break
    startCycle(standing, cycle, ordinal)
    for (let week = cycle.firstWeek; week < Math.min(end, cycle.firstWeek + cycle.weeks); week++) {
      holdWeek(roster, standing, week, at(holders, week))
    }
  }
  return standing
}
