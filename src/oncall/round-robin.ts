import type { RoundRobinRow } from './contract.ts'
import { cycleMembers } from './cycles.ts'
import { ledgerEngineers } from './ledger.ts'
import { repeated } from './held-before.ts'
import type { Roster } from './roster.ts'
import { at, daysOfWeek, weekOf } from './roster.ts'

/**
 * What a plain rotation would have given: the cycles of R3 in order of `rotation`.
 *
 * @param roster the undisturbed one: no leave, no overrides, nothing published
 */
export function roundRobin(
  roster: Roster,
  weeks: readonly number[],
): (Omit<RoundRobinRow, 'engineer'> & { engineer: number })[] {
  const turns: number[] = []
  const membersOfWeek: number[] = []
  while (turns.length <= (weeks.at(-1) ?? -1)) {
    const members = cycleMembers(roster, turns.length)
    turns.push(...members)
    membersOfWeek.push(...members.map(() => members.length))
  }
  const holderOf = (day: number) => at(turns, weekOf(roster, day))
  const days = weeks.flatMap((week) => daysOfWeek(roster, week))
  return ledgerEngineers(roster, weeks, []).map((engineer) => {
    const held = days.filter((day) => holderOf(day) === engineer)
    return {
      engineer,
      holidays: held.filter((day) => roster.holiday(engineer, day) !== undefined).length,
      repeats: held.filter(
        (day) =>
          repeated(roster, holderOf, engineer, day, at(membersOfWeek, weekOf(roster, day))) !== undefined,
      ).length,
    }
  })
}
