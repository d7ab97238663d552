import { type Engineer, type Setting, at, weekDays, yearOfWeek } from './setting.ts'
import { toDate, toDay } from './dates.ts'

/** R3. One week for each member; `served` are those whose week is published, in order of week. */
export interface Cycle {
  first: number
  members: Engineer[]
  served: Engineer[]
}

/** Active from the first through the last day of every one of `count` weeks. */
function activeThrough(setting: Setting, engineer: Engineer, first: number, count: number): boolean {
  for (let week = first; week < first + count; week++)
    if (!weekDays(setting.rota, week).every((day) => setting.rota.active(engineer, day))) return false
  return true
}

/** R3: drop the earliest to leave (of equals the last in `rotation`) until everyone left stays for all weeks. */
function dropLeavers(setting: Setting, first: number, candidates: Engineer[]): Engineer[] {
  let members = candidates
  while (members.some((engineer) => !activeThrough(setting, engineer, first, members.length))) {
    const earliest = Math.min(...members.map((engineer) => setting.rota.until(engineer)))
    const dropped = Math.max(...members.filter((engineer) => setting.rota.until(engineer) === earliest))
    members = members.filter((engineer) => engineer !== dropped)
  }
  return members
}

/** R3: the members of a cycle that starts in week `first`, in `rotation` order. */
export function membersAt(setting: Setting, first: number): Engineer[] {
  const members = membersOf(setting, first, setting.rota.rotation)
  if (members.length === 0)
    throw new Error(`nobody is active in the week of ${toDate(at(weekDays(setting.rota, first), 0))}`)
  return members
}

/** R3 among some engineers: those who share as many weeks as they are. */
function membersOf(setting: Setting, first: number, among: Engineer[]): Engineer[] {
  const away = new Set<Engineer>()
  for (;;) {
    const present = among.filter(
      (engineer) => activeThrough(setting, engineer, first, 1) && !away.has(engineer),
    )
    if (present.length === 0) return []
    const members = dropLeavers(setting, first, present)
    const weeks = members.map((_, index) => first + index)
    const absent = members.filter((engineer) =>
      weeks.every((week) => weekDays(setting.rota, week).some((day) => setting.unavailable(engineer, day))),
    )
    if (absent.length === 0 || absent.length === members.length) return members
    for (const engineer of absent) away.add(engineer)
  }
}

/** R11: the cycles of the published weeks; the last one with those who complete it. */
function publishedCycles(setting: Setting): Cycle[] {
  const { rota } = setting
  const cycles: Cycle[] = []
  for (const week of setting.published) {
    const first = (toDay(week.cycle) - rota.start) / 7
    const engineer = rota.ids.indexOf(week.engineer)
    const last = cycles.at(-1)
    if (last?.first === first) {
      last.served.push(engineer)
      last.members.push(engineer)
    } else cycles.push({ first, served: [engineer], members: [engineer] })
  }
  const last = cycles.at(-1)
  if (last !== undefined) {
    const next = last.first + last.served.length
    const named = setting.published[last.first]?.members?.map((id) => rota.ids.indexOf(id))
    const waiting = (named ?? membersAt(setting, last.first)).filter(
      (engineer) => !last.served.includes(engineer),
    )
    last.members.push(
      ...membersOf(
        setting,
        next,
        waiting.sort((a, b) => a - b),
      ),
    )
  }
  return cycles
}

/** All cycles whose first week belongs to `year` or to an earlier one. */
export function cyclesThrough(setting: Setting, year: number): Cycle[] {
  const cycles = publishedCycles(setting)
  for (;;) {
    const last = cycles.at(-1)
    const next = last === undefined ? 0 : last.first + last.members.length
    if (yearOfWeek(setting.rota, next) > year) break
    cycles.push({ first: next, members: membersAt(setting, next), served: [] })
  }
  return cycles
}

/** Published cycles can reach past the year: those of the year itself. */
export function cyclesOf(setting: Setting, cycles: Cycle[], year: number): Cycle[] {
  return cycles.filter((cycle) => yearOfWeek(setting.rota, cycle.first) === year)
}

/** The cycle that a week is part of. */
export function cycleOf(cycles: Cycle[], week: number): Cycle {
  let low = 0
  let high = cycles.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((cycles[middle]?.first ?? Infinity) <= week) low = middle
    else high = middle
  }
  const cycle = cycles[low]
  if (cycle === undefined || week < cycle.first || week >= cycle.first + cycle.members.length)
    throw new Error(`week ${String(week)} is in no cycle`)
  return cycle
}
