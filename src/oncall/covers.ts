import { toDate } from './dates.ts'
import type { RotaProblem } from './errors.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import { DAYS_PER_WEEK, at, weekOf, weekStart, yearOfWeek } from './roster.ts'

/** R8: who covers days off and absences. */

/** R8: the other engineers of the rotation who are active and available that day, in order of `rotation`. */
export function canCover(roster: Roster, planned: number, day: number): number[] {
  const others: number[] = []
  for (let engineer = 0; engineer < roster.rotationSize; engineer++) {
    if (engineer === planned) continue
    if (roster.isActive(engineer, day) && !roster.isUnavailable(engineer, day)) others.push(engineer)
  }
  return others
}

/** Days that follow each other. */
export function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
}

/** R8: from a run's first day, one engineer takes as many of its days as anyone can, then the next. */
export function coverRun(
  roster: Roster,
  planner: Planner,
  covers: CoverCount,
  week: number,
  planned: number,
  run: readonly number[],
  uncovered: RotaProblem[],
): { cover: number; day: number }[] {
  const decided: { cover: number; day: number }[] = []
  for (let index = 0; index < run.length;) {
    const day = at(run, index)
    const candidates = canCover(roster, planned, day)
    if (candidates.length === 0) {
      uncovered.push(nobodyCovers(roster, planned, day))
      index++
      continue
    }
    const reach = new Map(
      candidates.map((engineer) => [engineer, reachOf(roster, planned, engineer, run.slice(index))]),
    )
    const longest = Math.max(...reach.values())
    const able = candidates.filter((engineer) => reach.get(engineer) === longest)
    // Where the day is everyone's holiday, one takes that day alone.
    const stretch = run.slice(index, index + Math.max(1, longest))
    const cover = chooseCover(roster, planner, week, able, stretch, covers)
    for (const covered of stretch) {
      covers.add(cover, at(run, 0))
      decided.push({ cover, day: covered })
    }
    index += stretch.length
  }
  return decided
}

/** How many of the days, from the first, the engineer can take without a holiday of their own among them. */
function reachOf(roster: Roster, planned: number, engineer: number, days: readonly number[]): number {
  const end = days.findIndex(
    (day) =>
      !canCover(roster, planned, day).includes(engineer) || roster.holiday(engineer, day) !== undefined,
  )
  return end < 0 ? days.length : end
}

/** R8, the order of preference. `able` is in order of `rotation`, and sorting keeps it among equals. */
function chooseCover(
  roster: Roster,
  planner: Planner,
  week: number,
  able: readonly number[],
  stretch: readonly number[],
  covers: CoverCount,
): number {
  const first = at(stretch, 0)
  const last = at(stretch, stretch.length - 1)
  const lastYear = yearOfWeek(roster, week) + 1
  const isInPlans = (each: number) => planner.isPlannedBy(lastYear, each)
  const isPlanned = (engineer: number, day: number) => {
    const itsWeek = weekOf(roster, day)
    return itsWeek >= 0 && isInPlans(itsWeek) && planner.holder(itsWeek) === engineer
  }
  const ranked = able.map((engineer) => ({
    engineer,
    touches: isPlanned(engineer, first - 1) || isPlanned(engineer, last + 1),
    given: covers.count(engineer),
    distance: distanceToTurn(roster, planner, isInPlans, week, engineer, first, last),
  }))
  ranked.sort(
    (a, b) =>
      Number(a.touches) - Number(b.touches) ||
      a.given - b.given ||
      // Infinity (no turn at all) minus itself is not a number.
      (a.distance === b.distance ? 0 : b.distance - a.distance),
  )
  return at(ranked, 0).engineer
}

/** Days between the stretch and the nearest duty day of the engineer's own planned weeks. */
function distanceToTurn(
  roster: Roster,
  planner: Planner,
  isInPlans: (week: number) => boolean,
  week: number,
  engineer: number,
  first: number,
  last: number,
): number {
  let nearest = Infinity
  for (let before = week - 1; before >= 0; before--) {
    if (planner.holder(before) !== engineer) continue
    nearest = first - (weekStart(roster, before) + DAYS_PER_WEEK - 1)
    break
  }
  for (let after = week + 1; isInPlans(after); after++) {
    if (planner.holder(after) !== engineer) continue
    nearest = Math.min(nearest, weekStart(roster, after) - last)
    break
  }
  return nearest
}

export interface CoverCount {
  /** Counts one day held as a cover, in a run that begins on `runStart`. */
  add(engineer: number, runStart: number): void
  /** Cover days of the engineer so far, the newcomer's head start included. */
  count(engineer: number): number
}

/** Runs are decided in order of date, so what is counted is what came before. */
export function createCoverCount(roster: Roster): CoverCount {
  const runStarts = roster.ids.map((): number[] => [])
  const headStarts = new Map<number, number>()

  /**
   * R8: a newcomer starts, on their `from` date, from the mean of the others active that day, rounded down; the runs
   * count that began before it.
   */
  const headStart = (engineer: number): number => {
    const from = at(roster.from, engineer)
    if (from <= roster.start) return 0
    const known = headStarts.get(engineer)
    if (known !== undefined) return known
    const others: number[] = []
    for (let other = 0; other < roster.rotationSize; other++) {
      // Who starts the same day has no count of their own yet.
      if (other === engineer || !roster.isActive(other, from) || at(roster.from, other) === from) continue
      others.push(headStart(other) + at(runStarts, other).filter((start) => start < from).length)
    }
    const mean = others.length === 0 ? 0 : Math.floor(others.reduce((a, b) => a + b, 0) / others.length)
    headStarts.set(engineer, mean)
    return mean
  }

  return {
    add: (engineer, runStart) => runStarts[engineer]?.push(runStart),
    count: (engineer) => headStart(engineer) + at(runStarts, engineer).length,
  }
}

function nobodyCovers(roster: Roster, planned: number, day: number): RotaProblem {
  const engineer = at(roster.ids, planned)
  return {
    rule: 'rota-nobody-covers',
    severity: 'error',
    message: `Nobody can cover ${toDate(day)}, on which ${engineer} is unavailable`,
    hint: 'Add an override for that day, or correct somebody’s `unavailable`, `from` or `until`.',
    date: toDate(day),
    engineer,
  }
}
