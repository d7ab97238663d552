import { type Cycle, cycleOf, cyclesOf } from './cycles.ts'
import { type Engineer, type Setting, at, endOfYear, heldHolidays, weekDays, yearOfWeek } from './setting.ts'
import type { Day } from './dates.ts'

/** What R5 makes small, most important first; `order` is the sequence of rotation indexes. */
export interface Cost {
  absence: number
  rest: number
  evenness: number
  shortAbsence: number
  repeats: number
  moved: number
  order: Engineer[]
}

/** R5.1 and R5.4: unavailable duty days that nobody overrides, of the week's engineer. */
export function absentDays(setting: Setting, week: number, engineer: Engineer): number {
  return weekDays(setting.rota, week).filter(
    (day) => setting.unavailable(engineer, day) && setting.override(day) === undefined,
  ).length
}

/** R5.2: the weeks off that a turn should leave after the engineer's turn before, which was in week `before`. */
export function missingRest(cycles: Cycle[], before: number, week: number): number {
  const size = Math.min(cycleOf(cycles, before).members.length, cycleOf(cycles, week).members.length)
  const minimum = size <= 2 ? 0 : size - 2
  return Math.max(0, minimum - (week - before - 1))
}

/** R5.6 in the undisturbed plan: the order of the cycle before without leavers, then newcomers by rotation. */
export function undisturbedOrder(members: Engineer[], before: Engineer[]): Engineer[] {
  const stayed = before.filter((engineer) => members.includes(engineer))
  const newcomers = members.filter((engineer) => !before.includes(engineer)).sort((a, b) => a - b)
  return [...stayed, ...newcomers]
}

/** R5.5: the window in which the same holiday is a repeat. */
export function isRepeat(earlier: Day, later: Day): boolean {
  return later - earlier >= 300 && later - earlier <= 430
}

/**
 * R5.3: what joining or coming back does to the balances at a cycle's first week (before any of its weeks).
 * `cycles` are all cycles from the first, `index` is the one that starts.
 */
export function applyBaseline(balances: number[], cycles: Cycle[], index: number): void {
  if (index === 0) return
  const { members } = at(cycles, index)
  const before = new Set(cycles.slice(0, index).flatMap((cycle) => cycle.members))
  const previous = at(cycles, index - 1).members
  const known = members.filter((engineer) => before.has(engineer)).map((engineer) => at(balances, engineer))
  const mean = known.length === 0 ? 0 : Math.floor(known.reduce((sum, one) => sum + one, 0) / known.length)
  for (const engineer of members) {
    if (!before.has(engineer)) balances[engineer] = at(balances, engineer) + mean
    else if (!previous.includes(engineer)) balances[engineer] = Math.max(at(balances, engineer), mean)
  }
}

/** R5.3: everyone's balance after `weeks` weeks of `turns` (one engineer a week, from `start`). */
export function balancesAfter(setting: Setting, cycles: Cycle[], turns: Engineer[], weeks: number): number[] {
  const balances = setting.rota.ids.map(() => 0)
  for (let week = 0; week < weeks; week++) {
    const index = cycles.findIndex((cycle) => cycle.first === week)
    if (index >= 0) applyBaseline(balances, cycles, index)
    for (const { holder } of heldHolidays(setting, week, at(turns, week)))
      balances[holder] = at(balances, holder) + 1
  }
  return balances
}

/** R5.5: the repeats of each week, by holder. */
export function repeatsOf(setting: Setting, turns: Engineer[], week: number): Engineer[] {
  return heldHolidays(setting, week, at(turns, week))
    .filter((held) => {
      for (let earlier = 0; earlier < week; earlier++)
        if (
          heldHolidays(setting, earlier, at(turns, earlier)).some(
            (one) => one.holder === held.holder && one.name === held.name && isRepeat(one.day, held.day),
          )
        )
          return true
      return false
    })
    .map(({ holder }) => holder)
}

/** The cost of a year's plan, straight from the text of R5: `turns` go through the year's last cycle. */
export function costOf(setting: Setting, cycles: Cycle[], turns: Engineer[], year: number): Cost {
  const cost: Cost = {
    absence: 0,
    rest: 0,
    evenness: 0,
    shortAbsence: 0,
    repeats: 0,
    moved: 0,
    order: [],
  }
  const planned = cyclesOf(setting, cycles, year)
  const members = new Set(planned.flatMap((cycle) => cycle.members))
  for (const cycle of planned) {
    const before = cycles.at(cycles.indexOf(cycle) - 1)
    const previous =
      before === undefined || cycle.first === 0
        ? []
        : before.members.map((_, index) => at(turns, before.first + index))
    const expected = undisturbedOrder(cycle.members, previous)
    for (let position = cycle.served.length; position < cycle.members.length; position++) {
      const week = cycle.first + position
      const engineer = at(turns, week)
      const absent = absentDays(setting, week, engineer)
      if (absent > 2) cost.absence += absent
      else cost.shortAbsence += absent
      const last = turns.slice(0, week).lastIndexOf(engineer)
      if (last >= 0) cost.rest += missingRest(cycles, last, week)
      if (yearOfWeek(setting.rota, week) <= year) cost.repeats += repeatsOf(setting, turns, week).length
      if (engineer !== (setting.plain?.(week) ?? at(expected, position))) cost.moved++
      cost.order.push(engineer)
    }
  }
  const balances = balancesAfter(setting, cycles, turns, endOfYear(setting.rota, year))
  for (const engineer of members) cost.evenness += at(balances, engineer) ** 2
  return cost
}

/** Below 0 if `a` is the better plan. */
export function compareCosts(a: Cost, b: Cost): number {
  const numbers = (cost: Cost) => [
    cost.absence,
    cost.rest,
    cost.evenness,
    cost.shortAbsence,
    cost.repeats,
    cost.moved,
    ...cost.order,
  ]
  const [left, right] = [numbers(a), numbers(b)]
  for (const [index, value] of left.entries()) {
    const other = at(right, index)
    if (value !== other) return value - other
  }
  return 0
}
