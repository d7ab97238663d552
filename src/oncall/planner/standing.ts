import type { Cycle } from '../cycles.ts'
import type { Roster } from '../roster.ts'
import { at, daysOfWeek, isMonthEndWeekOf } from '../roster.ts'

/** R5.4, R5.7 and R5.2: the balance of everyone after the weeks planned so far. Arrays are by engineer. */
export interface Standing {
  balance: number[]
  monthEnds: number[]
  /** Week of the last turn, `-Infinity` before the first. */
  lastTurn: number[]
  /** Ordinal of the last cycle that the engineer was a member of, -1 before the first. */
  lastCycle: number[]
}

export function emptyStanding(engineers: number): Standing {
  return {
    balance: new Array<number>(engineers).fill(0),
    monthEnds: new Array<number>(engineers).fill(0),
    lastTurn: new Array<number>(engineers).fill(-Infinity),
    lastCycle: new Array<number>(engineers).fill(-1),
  }
}

/** Who starts a cycle from the mean of the others, so that nobody is "behind" for weeks before they came. */
export interface Entrance {
  /** Members who were members of the cycle before, too. */
  stayed: readonly number[]
  newcomers: readonly number[]
  /** Members again after cycles left out: at least the mean. */
  returners: readonly number[]
}

/** R5, baseline: decided by memberships alone, so it is the same for every order of the members. */
export function entranceOf(
  members: readonly number[],
  lastCycle: readonly number[],
  ordinal: number,
): Entrance {
  const isNew = (engineer: number) => at(lastCycle, engineer) < 0
  const hasStayed = (engineer: number) => at(lastCycle, engineer) === ordinal - 1
  return {
    stayed: ordinal === 0 ? [] : members.filter(hasStayed),
    newcomers: ordinal === 0 ? [] : members.filter(isNew),
    returners: members.filter((engineer) => !isNew(engineer) && !hasStayed(engineer)),
  }
}

/** Applies baselines to `counts` (by the index that `entrance` uses), in place. */
export function enter(counts: Record<number, number>, entrance: Entrance): void {
  if (entrance.newcomers.length === 0 && entrance.returners.length === 0) return
  const sum = entrance.stayed.reduce((total, engineer) => total + (counts[engineer] ?? 0), 0)
  const mean = entrance.stayed.length === 0 ? 0 : Math.floor(sum / entrance.stayed.length)
  for (const engineer of entrance.returners) counts[engineer] = Math.max(counts[engineer] ?? 0, mean)
  for (const engineer of entrance.newcomers) counts[engineer] = (counts[engineer] ?? 0) + mean
}

/** Enters a cycle's members into the standing, in place. */
export function startCycle(standing: Standing, cycle: Cycle, ordinal: number): void {
  const entrance = entranceOf(cycle.members, standing.lastCycle, ordinal)
  enter(standing.balance, entrance)
  enter(standing.monthEnds, entrance)
  for (const engineer of cycle.members) standing.lastCycle[engineer] = ordinal
}

/** Counts one planned week, overrides applied, into the standing, in place. */
export function holdWeek(roster: Roster, standing: Standing, week: number, engineer: number): void {
  for (const day of daysOfWeek(roster, week)) {
    const holder = roster.override(day)?.engineer ?? engineer
    const holiday = roster.weighed(holder, day)
    if (holiday) standing.balance[holder] = at(standing.balance, holder) + holiday.weight
  }
  if (isMonthEndWeekOf(roster, week)) standing.monthEnds[engineer] = at(standing.monthEnds, engineer) + 1
  standing.lastTurn[engineer] = week
}

/** R5.2: the weeks off that a turn should follow, by the sizes of its cycle and of the turn before. */
export function minimumWeeksOff(size: number, sizeBefore: number): number {
  return Math.max(0, Math.min(size, sizeBefore) - 2)
}
