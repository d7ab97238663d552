import { type Cycle, cycleOf, cyclesOf } from './cycles.ts'
import {
  type Engineer,
  type Held,
  type Setting,
  at,
  endOfYear,
  heldHolidays,
  weekDays,
  yearOfWeek,
} from './setting.ts'
import { isMonthEnd } from './dates.ts'

/** What R5 makes small, most important first; `order` is the sequence of rotation indexes. */
export interface Cost {
  absence: number
  rest: number
  great: number
  evenness: number
  shortAbsence: number
  repeats: number
  monthEnds: number
  moved: number
  order: Engineer[]
}

/** R5.1 and R5.5: unavailable duty days that nobody overrides, of the week's engineer. */
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

/** R5.8 in the undisturbed plan: the order of the cycle before without leavers, then newcomers by rotation. */
export function undisturbedOrder(members: Engineer[], before: Engineer[]): Engineer[] {
  const stayed = before.filter((engineer) => members.includes(engineer))
  const newcomers = members.filter((engineer) => !before.includes(engineer)).sort((a, b) => a - b)
  return [...stayed, ...newcomers]
}

const isGreat = (held: Held) => held.nameWeight >= 2 && !held.overlooked
const isLong = (held: Held) => held.nameWeight >= 3 && !held.overlooked

/** R5.3, the first part: a great holiday at most 60 days after another one of another name, of the same engineer. */
export function closePair(earlier: Held, later: Held): number {
  const days = later.day - earlier.day
  const close = days > 0 && days <= 60
  if (!close || earlier.holder !== later.holder || earlier.name === later.name) return 0
  return isGreat(earlier) && isGreat(later) ? Math.min(earlier.weight, later.weight) : 0
}

/** R5.3, the second part: the same holiday of weight 3 or more again; `members` are those of the later day's cycle. */
export function longRepeat(earlier: Held, later: Held, members: number): number {
  const days = later.day - earlier.day
  if (!isSameHoliday(earlier, later) || !isLong(later)) return 0
  if (days < 300 || days > 365 * Math.max(1, members - 1) + 65) return 0
  return later.weight * Math.max(1, members - Math.round(days / 365))
}

/** R5.6. */
export function shortRepeat(earlier: Held, later: Held): number {
  const days = later.day - earlier.day
  if (!isSameHoliday(earlier, later) || isLong(later)) return 0
  return days >= 300 && days <= 430 ? later.weight : 0
}

function isSameHoliday(earlier: Held, later: Held): boolean {
  const looked = !earlier.overlooked && !later.overlooked
  return looked && earlier.holder === later.holder && earlier.name === later.name
}

/** What a held holiday costs after all that were held before it: each kind once, as its dearest. */
export function costAfter(
  before: Held[],
  later: Held,
  members: number,
): { great: number; repeats: number; pairs: number; again: number } {
  const dearest = (cost: (earlier: Held) => number) => Math.max(0, ...before.map(cost))
  const close = dearest((earlier) => closePair(earlier, later))
  const long = dearest((earlier) => longRepeat(earlier, later, members))
  const short = dearest((earlier) => shortRepeat(earlier, later))
  return { great: close + long, repeats: short, pairs: close > 0 ? 1 : 0, again: long + short > 0 ? 1 : 0 }
}

/** R10: the month-end week holds at least four of a month's last seven dates. */
export function isMonthEndWeek(setting: Setting, week: number): boolean {
  let known = monthEndsBefore.get(setting)
  if (known === undefined) monthEndsBefore.set(setting, (known = new Map()))
  let is = known.get(week)
  if (is === undefined) {
    const counts = setting.rota.input.monthEnd === true
    known.set(week, (is = counts && weekDays(setting.rota, week).filter(isMonthEnd).length >= 4))
  }
  return is
}

/** Nothing in a setting changes, and every plan that is tried asks for the same weeks. */
const monthEndsBefore = new WeakMap<Setting, Map<number, boolean>>()

/**
 * R5, baseline: what joining or coming back does at a cycle's first week (before any of its weeks), to balances or to
 * month-end weeks. `cycles` are all cycles from the first, `index` is the one that starts.
 */
export function applyBaseline(counts: number[], cycles: Cycle[], index: number): void {
  if (index === 0) return
  const { stayed, joining, returning } = comingTo(cycles, index)
  const sum = stayed.reduce((total, one) => total + at(counts, one), 0)
  const mean = stayed.length === 0 ? 0 : Math.floor(sum / stayed.length)
  for (const one of joining) counts[one] = at(counts, one) + mean
  for (const one of returning) counts[one] = Math.max(at(counts, one), mean)
}

interface Coming {
  stayed: Engineer[]
  joining: Engineer[]
  returning: Engineer[]
}

/** Who of a cycle was in the one before, in none before, or in an earlier one. */
function comingTo(cycles: Cycle[], index: number): Coming {
  let known = comingBefore.get(cycles)
  if (known === undefined) comingBefore.set(cycles, (known = new Map()))
  let coming = known.get(index)
  if (coming === undefined) {
    const { members } = at(cycles, index)
    const ever = new Set(cycles.slice(0, index).flatMap((cycle) => cycle.members))
    const previous = at(cycles, index - 1).members
    coming = {
      stayed: members.filter((one) => previous.includes(one)),
      joining: members.filter((one) => !ever.has(one)),
      returning: members.filter((one) => ever.has(one) && !previous.includes(one)),
    }
    known.set(index, coming)
  }
  return coming
}

/** Cycles stay as they are once they are planned, and every plan that is tried asks for the same ones. */
const comingBefore = new WeakMap<Cycle[], Map<number, Coming>>()

/** R5.4: everyone's balance after `weeks` weeks of `turns` (one engineer a week, from `start`). */
export function balancesAfter(setting: Setting, cycles: Cycle[], turns: Engineer[], weeks: number): number[] {
  return countsAfter(setting, cycles, weeks, (week) =>
    heldHolidays(setting, week, at(turns, week)).map(({ holder, weight }) => [holder, weight]),
  )
}

/** R5.7: everyone's month-end weeks after `weeks` weeks of `turns`, their baselines included. */
export function monthEndsAfter(
  setting: Setting,
  cycles: Cycle[],
  turns: Engineer[],
  weeks: number,
): number[] {
  return countsAfter(setting, cycles, weeks, (week) =>
    isMonthEndWeek(setting, week) ? [[at(turns, week), 1]] : [],
  )
}

function countsAfter(
  setting: Setting,
  cycles: Cycle[],
  weeks: number,
  gains: (week: number) => [Engineer, number][],
): number[] {
  const counts = setting.rota.ids.map(() => 0)
  for (let week = 0; week < weeks; week++) {
    const index = cycles.findIndex((cycle) => cycle.first === week)
    if (index >= 0) applyBaseline(counts, cycles, index)
    for (const [engineer, gain] of gains(week)) counts[engineer] = at(counts, engineer) + gain
  }
  return counts
}

/** R5.4: what somebody misses who is in no later cycle of the year: fractions are added as fractions. */
export function missedBy(setting: Setting, cycles: Cycle[], year: number, engineer: Engineer): number {
  const ofYear = cyclesOf(setting, cycles, year)
  const last = ofYear.findLastIndex(({ members }) => members.includes(engineer))
  let numerator = 0
  let denominator = 1
  for (const { first, members } of ofYear.slice(last + 1)) {
    for (let week = first; week < first + members.length; week++) {
      if (yearOfWeek(setting.rota, week) > year) continue
      for (const day of weekDays(setting.rota, week)) {
        const weight = setting.rota.ownCalendar(day)?.weight ?? 0
        numerator = numerator * members.length + weight * denominator
        denominator *= members.length
        const shared = divisor(numerator, denominator)
        numerator /= shared
        denominator /= shared
      }
    }
  }
  return Math.floor(numerator / denominator)
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.max(1, a) : divisor(b, a % b)
}

/** R10: of each week, the holidays held again and those in a close pair, by holder. */
export function rememberedIn(
  setting: Setting,
  turns: Engineer[],
  week: number,
  membersOf: (week: number) => number,
): { holder: Engineer; again: number; pairs: number }[] {
  const before = Array.from({ length: week }, (_, earlier) =>
    heldHolidays(setting, earlier, at(turns, earlier)),
  ).flat()
  const own = heldHolidays(setting, week, at(turns, week))
  return own.map((held) => {
    const { again, pairs } = costAfter([...before, ...own], held, membersOf(week))
    return { holder: held.holder, again, pairs }
  })
}

/** The cost of a year's plan, straight from the text of R5: `turns` go through the year's last cycle. */
export function costOf(setting: Setting, cycles: Cycle[], turns: Engineer[], year: number): Cost {
  const cost: Cost = {
    absence: 0,
    rest: 0,
    great: 0,
    evenness: 0,
    shortAbsence: 0,
    repeats: 0,
    monthEnds: 0,
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
      const own = heldHolidays(setting, week, engineer)
      const held =
        own.length === 0
          ? []
          : turns.slice(0, week + 1).flatMap((one, index) => heldHolidays(setting, index, one))
      for (const later of own) {
        const { great, repeats } = costAfter(held, later, cycle.members.length)
        cost.great += great
        cost.repeats += repeats
      }
      if (engineer !== (setting.plain?.(week) ?? at(expected, position))) cost.moved++
      cost.order.push(engineer)
    }
  }
  const end = endOfYear(setting.rota, year)
  const balances = balancesAfter(setting, cycles, turns, end)
  const monthEnds = monthEndsAfter(setting, cycles, turns, end)
  for (const engineer of members) {
    cost.evenness += (at(balances, engineer) + missedBy(setting, cycles, year, engineer)) ** 2
    cost.monthEnds += at(monthEnds, engineer) ** 2
  }
  return cost
}

/** Below 0 if `a` is the better plan. */
export function compareCosts(a: Cost, b: Cost): number {
  const numbers = (cost: Cost) => [
    cost.absence,
    cost.rest,
    cost.great,
    cost.evenness,
    cost.shortAbsence,
    cost.repeats,
    cost.monthEnds,
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
