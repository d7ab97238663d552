import type { Cycle } from '../cycles.ts'
import { cycleMembers, membersAmong } from '../cycles.ts'
import { toDay } from '../dates.ts'
import { RotaError } from '../errors.ts'
import type { Roster } from '../roster.ts'
import { at, daysOfWeek, firstWeekOfYear, weekOf, yearOfWeek } from '../roster.ts'
import type { PublishedWeek } from '../types.ts'
import type { OpenCycle } from './problem.ts'
import { asPlanOf, type KeptYears, type PlannedYear } from './kept-years.ts'
import { createProblem } from './problem.ts'
import type { Level } from './proof.ts'
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
  /** How far the year's plan is proved, given the plans of earlier years and the undisturbed plan. */
  proved(year: number): Level
  /**
   * R5.4: everyone's balance counted through the year's last week, by engineer.
   *
   * @param instead week → engineer, to ask what another order would give
   */
  balances(year: number, instead?: ReadonlyMap<number, number>): readonly number[]
  /** R5.7: the same of month-end weeks. */
  monthEnds(year: number, instead?: ReadonlyMap<number, number>): readonly number[]
  /** R5.4: what an engineer misses who is in no later cycle of the year; counted in that year's squares only. */
  missed(year: number, engineer: number): number
}

/**
 * @param plain the planner of the undisturbed plan (R5.8); absent while planning that one
 * @param kept years that were planned before
 * @throws RotaError (from any of its methods) where a week has nobody active
 */
export function createPlanner(
  roster: Roster,
  published: readonly PublishedWeek[],
  plain: Planner | undefined,
  kept?: KeptYears,
): Planner {
  const firstYear = yearOfWeek(roster, 0)
  const cycles: Cycle[] = []
  const cycleIndex: number[] = []
  const holders: number[] = []
  const proofs = new Map<number, Level>()
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
      const first = published[firstWeek]
      const announced = first?.members?.map((id) => roster.indexOf(id))
      const toServe = isLast ? stillToServe(roster, firstWeek, announced, served, published.length) : []
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
    const { holders: order, proved } = asPlanOf(open, kept?.find(year)) ?? planned(year, open)
    for (const engineer of order) hold(engineer)
    proofs.set(year, proved)
  }

  const planned = (year: number, open: readonly OpenCycle[]): PlannedYear => {
    const judged = [...new Set(cyclesOf(year).flatMap((cycle) => cycle.members))].sort((a, b) => a - b)
    const lastCycleWeeks = holders.slice(cycleOfLastHolder()?.firstWeek ?? 0)
    const lastWeekOfYear = firstWeekOfYear(roster, year + 1) - 1
    const problem = createProblem({
      roster,
      cycles: open,
      judged,
      missed: (engineer) => missedBy(year, engineer),
      lastWeekOfYear,
      standing,
      sizeOfWeek: (week) => cycleOfWeek(week).weeks,
      membersOfWeek: (week) => cycleOfWeek(week).members.length,
      holderBefore: (day) => at(holders, weekOf(roster, day)),
      plain: plain && ((week) => plain.holder(week)),
      orderBefore: lastCycleWeeks,
    })
    const { holders: columns, proved } = search(problem)
    const plan = { holders: columns.map((column) => at(judged, column)), proved }
    kept?.add(year, plan)
    return plan
  }

  /** R5.4: over the year's cycles after their last, what its weeks weigh in the rota's own calendar, shared by its members. */
  const missedBy = (year: number, engineer: number): number => {
    const ofYear = cyclesOf(year)
    const last = ofYear.findLastIndex(({ members }) => members.includes(engineer))
    const end = firstWeekOfYear(roster, year + 1)
    const shares = ofYear.slice(last < 0 ? ofYear.length : last + 1).map((cycle) => ({
      members: cycle.members.length,
      weight: weeksOf(cycle)
        .filter((week) => week < end)
        .flatMap((week) => daysOfWeek(roster, week))
        .reduce((sum, day) => sum + roster.ownCalendarWeight(day), 0),
    }))
    return sumOfShares(shares)
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

  const ordered = (instead?: ReadonlyMap<number, number>): readonly number[] =>
    instead ? holders.map((holder, week) => instead.get(week) ?? holder) : holders

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
    proved: (year) => {
      throughYear(year)
      return proofs.get(year) ?? 'all'
    },
    balances: (year, instead) => {
      throughYear(year)
      return standingAfter(roster, year, cycles, ordered(instead)).balance
    },
    monthEnds: (year, instead) => {
      throughYear(year)
      return standingAfter(roster, year, cycles, ordered(instead)).monthEnds
    },
    missed: (year, engineer) => {
      throughYear(year)
      return missedBy(year, engineer)
    },
  }
}

/**
 * R11: who completes a cycle that published weeks began: of its members those who have not served and can, as in R3.
 *
 * @param announced the members that the published file names; where it names none, they are read by R3
 */
function stillToServe(
  roster: Roster,
  firstWeek: number,
  announced: readonly number[] | undefined,
  served: readonly number[],
  openFrom: number,
): readonly number[] {
  const members = announced ?? cycleMembers(roster, firstWeek)
  const waiting = members.filter((engineer) => !served.includes(engineer)).sort((a, b) => a - b)
  return membersAmong(roster, waiting, openFrom)
}

function weeksOf(cycle: Cycle): number[] {
  return Array.from({ length: cycle.weeks }, (_, index) => cycle.firstWeek + index)
}

/** Σ weight ÷ members, rounded down; in whole numbers, for thirds do not add up to one in binary. */
function sumOfShares(shares: readonly { weight: number; members: number }[]): number {
  let sum = 0n
  let divisor = 1n
  for (const { weight, members } of shares) {
    sum = sum * BigInt(members) + BigInt(weight) * divisor
    divisor *= BigInt(members)
  }
  return Number(sum / divisor)
}

/** R5.4 and R5.7 at the end of a year: the weeks of the last cycle that run into the next year count there. */
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
