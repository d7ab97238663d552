import { toDate } from './dates.ts'
import { closeBefore, repeated } from './held-before.ts'
import { isGreat } from './holidays.ts'
import type { Planner } from './planner/planner.ts'
import type { Roster } from './roster.ts'
import { at, daysOfWeek, weekOf } from './roster.ts'
import type { NamedDate } from './types.ts'

/** A holiday that somebody holds too soon after another one, or again. */
export interface Burden {
  engineer: string
  earlier: NamedDate
  later: NamedDate
}

/** What R5.3 and R5.6 could not avoid in a year, by plan with overrides, and who has held the great holidays. */
export interface Burdens {
  /** R5.3: great holidays held at most 60 days after one of another name. */
  closePairs: Burden[]
  /** R5.3 and R5.6: the same holiday again. */
  repeats: Burden[]
  /** Great holidays of the year of each engineer of the rotation, own dates included. */
  great: { engineer: string; ofYear: NamedDate[] }[]
}

interface BurdensInput {
  roster: Roster
  planner: Planner
  planHolder: (day: number) => number
  /** The weeks of the year, in order. */
  weeks: readonly number[]
}

export function burdens({ roster, planner, planHolder, weeks }: BurdensInput): Burdens {
  const named = (engineer: number, day: number): NamedDate => ({
    date: toDate(day),
    name: roster.weighed(engineer, day)?.name ?? '',
  })
  const found: Burdens = { closePairs: [], repeats: [], great: [] }
  const add = (list: Burden[], engineer: number, earlier: number | undefined, later: number) => {
    if (earlier === undefined) return
    list.push({
      engineer: at(roster.ids, engineer),
      earlier: named(engineer, earlier),
      later: named(engineer, later),
    })
  }
  for (const day of weeks.flatMap((week) => daysOfWeek(roster, week))) {
    const engineer = planHolder(day)
    const members = planner.cycleOf(weekOf(roster, day)).members.length
    add(found.closePairs, engineer, closeBefore(roster, planHolder, engineer, day), day)
    add(found.repeats, engineer, repeated(roster, planHolder, engineer, day, members), day)
  }
  const end = (weeks.at(-1) ?? -1) + 1
  const firstOfYear = daysOfWeek(roster, weeks[0] ?? 0)[0] ?? roster.start
  const held = new Map<number, number[]>()
  for (let day = roster.start; day < roster.start + end * 7; day++) {
    const engineer = planHolder(day)
    const holiday = roster.weighed(engineer, day)
    if (holiday && isGreat(holiday)) held.set(engineer, [...(held.get(engineer) ?? []), day])
  }
  found.great = Array.from({ length: roster.rotationSize }, (_, engineer) => {
    const days = held.get(engineer) ?? []
    return {
      engineer: at(roster.ids, engineer),
      ofYear: days.filter((day) => day >= firstOfYear).map((day) => named(engineer, day)),
    }
  })
  return found
}
