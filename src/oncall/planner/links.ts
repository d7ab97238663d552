import type { Holiday } from '../holidays.ts'
import { isGreat } from '../holidays.ts'
import {
  CLOSE_DAYS,
  isAgain,
  isClosePair,
  isRememberedForYears,
  repeatCost,
  repeatWindow,
} from '../memory.ts'
import { daysOfWeek, weekOf } from '../roster.ts'
import type { ProblemInput } from './problem.ts'

/**
 * R5.3 and R5.6: what it costs that an engineer holds a holiday in an open week, because of what they held before.
 * Only the dearest of the earlier days counts.
 */
export interface Link {
  /** Whose cost it is, as a column. */
  column: number
  /** Whether it depends on who serves this week; an overridden day is held whatever the search decides. */
  ifServing: boolean
  /** In order of cost, the dearest first. */
  options: readonly LinkOption[]
}

export interface LinkOption {
  cost: number
  /** What makes it so: `always`, or the column serves the open week of that number (`RotaWeek`, from the rota's start). */
  held: 'always' | number
}

/** What an earlier day costs the holder of a later one, or nothing. */
type Judge = (earlier: Holiday, days: number) => number | undefined

interface Look {
  first: number
  last: number
  judge: Judge
}

/** R5.3: great holidays close together, and holidays that are remembered for years. */
export function greatLinks(
  input: ProblemInput,
  columnOf: (engineer: number) => number,
  firstOpen: number,
  week: number,
): Link[] {
  const members = input.membersOfWeek(week)
  return linksOf(input, columnOf, firstOpen, week, (later) => {
    const looks: Look[] = []
    if (isGreat(later)) {
      const judge: Judge = (earlier, days) =>
        isClosePair(earlier, later, days) ? Math.min(earlier.weight, later.weight) : undefined
      looks.push({ first: 1, last: CLOSE_DAYS, judge })
    }
    if (isRememberedForYears(later)) looks.push(again(later, members))
    return looks
  })
}

/** R5.6: the other holidays, a year later. */
export function repeatLinks(
  input: ProblemInput,
  columnOf: (engineer: number) => number,
  firstOpen: number,
  week: number,
): Link[] {
  const members = input.membersOfWeek(week)
  return linksOf(input, columnOf, firstOpen, week, (later) =>
    later.remembered && !isRememberedForYears(later) ? [again(later, members)] : [],
  )
}

function again(later: Holiday, members: number): Look {
  return {
    ...repeatWindow(later, members),
    judge: (earlier, days) => (isAgain(earlier, later) ? repeatCost(later, days, members) : undefined),
  }
}

function linksOf(
  input: ProblemInput,
  columnOf: (engineer: number) => number,
  firstOpen: number,
  week: number,
  looksAt: (later: Holiday) => Look[],
): Link[] {
  const { roster } = input
  const cycle = input.cycles.find((each) => isOpenIn(each, week))
  return daysOfWeek(roster, week).flatMap((day) => {
    const override = roster.override(day)
    const holders = override ? [override.engineer] : (cycle?.toServe ?? [])
    return holders.flatMap((engineer) => {
      const later = roster.weighed(engineer, day)
      if (!later || columnOf(engineer) < 0) return []
      return looksAt(later).flatMap((look): Link[] => {
        const options = optionsOf(input, firstOpen, engineer, day, look)
        if (options.length === 0) return []
        return [{ column: columnOf(engineer), ifServing: override === undefined, options }]
      })
    })
  })
}

function optionsOf(
  input: ProblemInput,
  firstOpen: number,
  engineer: number,
  day: number,
  { first, last, judge }: Look,
): LinkOption[] {
  const { roster } = input
  const options: LinkOption[] = []
  for (let earlier = Math.max(roster.start, day - last); earlier <= day - first; earlier++) {
    const holiday = roster.weighed(engineer, earlier)
    const cost = holiday && judge(holiday, day - earlier)
    if (cost === undefined) continue
    const week = weekOf(roster, earlier)
    const override = roster.override(earlier)
    const holder = override?.engineer ?? (week < firstOpen ? input.holderBefore(earlier) : undefined)
    if (holder === engineer) options.push({ cost, held: 'always' })
    else if (holder === undefined && input.cycles.some((each) => isToServe(each, engineer, week)))
      options.push({ cost, held: week })
  }
  options.sort((a, b) => b.cost - a.cost)
  // What always costs so much makes cheaper ones no matter.
  const certain = options.findIndex(({ held }) => held === 'always')
  return certain < 0 ? options : options.slice(0, certain + 1)
}

function isOpenIn(cycle: ProblemInput['cycles'][number], week: number): boolean {
  return cycle.openFrom <= week && week < cycle.openFrom + cycle.toServe.length
}

function isToServe(cycle: ProblemInput['cycles'][number], engineer: number, week: number): boolean {
  return isOpenIn(cycle, week) && cycle.toServe.includes(engineer)
}
