import { toDate } from './dates.ts'
import { RotaError } from './errors.ts'
import type { Roster } from './roster.ts'
import { DAYS_PER_WEEK, daysOfWeek, weekStart } from './roster.ts'

/** R3: weeks in which each member serves exactly once. */
export interface Cycle {
  firstWeek: number
  /** Members in order of `rotation`, whoever of them has served already. */
  members: readonly number[]
  /** How many weeks it has: as many as members, but for a published cycle whose members changed. */
  weeks: number
}

/** Who has served in a cycle is a bit set (see `planner/turns.ts`). */
const MAX_MEMBERS = 32

/**
 * R3: the members of a cycle that starts with `firstWeek`.
 *
 * @throws RotaError `rota-nobody-active` or `rota-too-many`, naming the week.
 */
export function cycleMembers(roster: Roster, firstWeek: number): number[] {
  const members = membersAmong(roster, rotationOf(roster), firstWeek)
  const firstDay = weekStart(roster, firstWeek)
  if (members.length === 0) throw nobodyActive(firstDay)
  if (members.length > MAX_MEMBERS) throw tooMany(firstDay, members.length)
  return members
}

/** R3 and R11: those of the candidates who share as many weeks as they are, from `firstWeek` on; nobody, if none is active. */
export function membersAmong(roster: Roster, candidates: readonly number[], firstWeek: number): number[] {
  const firstDay = weekStart(roster, firstWeek)
  const away = new Set<number>()
  for (;;) {
    const active = candidates.filter(
      (engineer) => !away.has(engineer) && isActiveAllWeek(roster, engineer, firstDay),
    )
    const members = dropLeavers(roster, active, firstWeek)
    const absent = members.filter((engineer) =>
      isAbsentInEveryWeek(roster, engineer, firstWeek, members.length),
    )
    if (absent.length === 0 || absent.length === members.length) return members
    for (const engineer of absent) away.add(engineer)
  }
}

/** While some member does not stay for as many weeks as there are members, the one who leaves first is dropped. */
function dropLeavers(roster: Roster, candidates: readonly number[], firstWeek: number): number[] {
  const members = [...candidates]
  const until = (engineer: number) => roster.until[engineer] ?? Infinity
  for (;;) {
    const lastDay = weekStart(roster, firstWeek + members.length) - 1
    const leavers = members.filter((engineer) => until(engineer) < lastDay)
    if (leavers.length === 0) return members
    const earliest = Math.min(...leavers.map(until))
    const dropped = leavers.findLast((engineer) => until(engineer) === earliest)
    members.splice(members.indexOf(dropped ?? -1), 1)
  }
}

function rotationOf(roster: Roster): number[] {
  return Array.from({ length: roster.rotationSize }, (_, engineer) => engineer)
}

function isActiveAllWeek(roster: Roster, engineer: number, firstDay: number): boolean {
  return roster.isActive(engineer, firstDay) && roster.isActive(engineer, firstDay + DAYS_PER_WEEK - 1)
}

function isAbsentInEveryWeek(roster: Roster, engineer: number, firstWeek: number, weeks: number): boolean {
  return Array.from({ length: weeks }, (_, index) => firstWeek + index).every((week) =>
    daysOfWeek(roster, week).some((day) => roster.isUnavailable(engineer, day)),
  )
}

function nobodyActive(firstDay: number): RotaError {
  const date = toDate(firstDay)
  return new RotaError([
    {
      rule: 'rota-nobody-active',
      severity: 'error',
      message: `Nobody of the rotation is active in the whole week of ${date}`,
      hint: 'Add an engineer to the rotation, or correct a `from` or `until`.',
      date,
      field: ['rotation'],
    },
  ])
}

function tooMany(firstDay: number, members: number): RotaError {
  const date = toDate(firstDay)
  return new RotaError([
    {
      rule: 'rota-too-many',
      severity: 'error',
      message: `${String(members)} engineers would share the cycle of ${date}; at most ${String(MAX_MEMBERS)} can`,
      hint: 'Split the rota in two: its engineers would have a turn every eight months.',
      date,
      field: ['rotation'],
    },
  ])
}
