import { type Cycle, cyclesOf, cyclesThrough } from './cycles.ts'
import { absentDays, applyBaseline, balancesAfter, isRepeat, missingRest, undisturbedOrder } from './cost.ts'
import { type Engineer, type Setting, at, heldHolidays, yearOfWeek } from './setting.ts'
import type { Day } from './dates.ts'

/** The engineer of each week from `start`, and the cycles that the weeks are part of. */
export interface Plan {
  cycles: Cycle[]
  turns: Engineer[]
}

/** R5: a function for the plans of all years through the one given, each planned after all earlier ones. */
export function planner(setting: Setting): (year: number) => Plan {
  const plans = new Map<number, Plan>()
  return function planThrough(year): Plan {
    const known = plans.get(year)
    if (known !== undefined) return known
    const cycles = cyclesThrough(setting, year)
    const earlier =
      year > yearOfWeek(setting.rota, 0)
        ? planThrough(year - 1).turns
        : cycles.flatMap(({ served }) => served)
    const plan: Plan = { cycles, turns: [...earlier, ...planYear(setting, cycles, earlier, year)] }
    plans.set(year, plan)
    return plan
  }
}

/** The part of a cycle that is still to be planned. */
interface Block {
  cycle: Cycle
  /** Place among all cycles. */
  index: number
  week: number
  orders: Engineer[][]
}

interface Held {
  holder: Engineer
  name: string
  day: Day
}

/** What a week of an engineer adds, whatever else is planned. */
interface Effect {
  absence: number
  shortAbsence: number
  /** The holidays that count this year; `repeat` if one held before the planned weeks makes it one. */
  counted: (Held & { repeat: boolean })[]
}

/** A way to plan the first blocks. All that later weeks can depend on is in `last`, `balances` and `memory`. */
interface State {
  /** The week of everyone's latest turn, -1 for none. */
  last: number[]
  balances: number[]
  /** Counted holidays of this plan that can still make a later one a repeat. */
  memory: Held[]
  severe: number
  mild: [shortAbsence: number, repeats: number, moved: number]
  order: Engineer[]
}

/** Absence (R5.1) and rest (R5.2) as one number that orders like the pair. */
const severity = (absence: number, rest: number): number => absence * 1_000_000 + rest

/**
 * The optimum of R5 for one year, by dynamic programming over its cycles: two ways to plan the cycles so far that
 * leave the same last turns, balances and possible repeats can be continued in the same ways at the same further
 * cost, so the better of the two is enough. Two things are left out that cannot be part of an optimum:
 * what is not least in absence and rest (they come first, and depend on the last turns alone: found beforehand,
 * exactly), and what cannot end with the least Σ balance² (a cap, raised until some plan keeps to it), the same
 * for what is least after that.
 */
function planYear(setting: Setting, cycles: Cycle[], turns: Engineer[], year: number): Engineer[] {
  const blocks = cyclesOf(setting, cycles, year)
    .filter((cycle) => cycle.served.length < cycle.members.length)
    .map((cycle): Block => {
      const rest = cycle.members.slice(cycle.served.length).sort((a, b) => a - b)
      const week = cycle.first + cycle.served.length
      return { cycle, index: cycles.indexOf(cycle), week, orders: permutations(rest) }
    })
  const [first] = blocks
  if (first === undefined) return []

  const effects = effectsOf(setting, turns, blocks, year)
  const begun = first.cycle.served.length > 0
  const root: State = {
    last: setting.rota.ids.map((_, engineer) => turns.lastIndexOf(engineer)),
    balances: balancesAfter(setting, cycles, turns, turns.length),
    memory: [],
    severe: 0,
    mild: [0, 0, 0],
    order: [],
  }

  const stepSeverity = (block: Block, last: number[], order: Engineer[]): number => {
    let absence = 0
    let rest = 0
    for (const [position, engineer] of order.entries()) {
      const week = block.week + position
      absence += at(effects, week).get(engineer)?.absence ?? 0
      const before = at(last, engineer)
      if (before >= 0) rest += missingRest(cycles, before, week)
    }
    return severity(absence, rest)
  }

  // The least severity that the blocks from each on can have, by the last turns before it.
  const leastAfter = blocks.map(() => new Map<string, number>())
  const least = (depth: number, last: number[]): number => {
    const block = blocks[depth]
    if (block === undefined) return 0
    const key = last.join()
    const known = leastAfter[depth]?.get(key)
    if (known !== undefined) return known
    let value = Infinity
    for (const order of block.orders) {
      const here = stepSeverity(block, last, order)
      if (here < value) value = Math.min(value, here + least(depth + 1, lastAfter(last, block, order)))
      if (value === 0) break
    }
    leastAfter[depth]?.set(key, value)
    return value
  }
  const severe = least(0, root.last)

  const members = [...new Set(blocks.flatMap((block) => block.cycle.members))]
  const holidaysFrom = blocks.map((_, depth) =>
    blocks.slice(depth).reduce((sum, block) => sum + fewestHolidays(block, effects, members), 0),
  )
  const bound = (depth: number, balances: number[]): number =>
    evenedOut(
      members.map((engineer) => at(balances, engineer)),
      holidaysFrom[depth] ?? 0,
    )

  const run = (cap: number, mildCap: number[]): { best: State | undefined; nextCap: number } => {
    let nextCap = Infinity
    let layer = [root]
    for (const [depth, block] of blocks.entries()) {
      const next = new Map<string, State>()
      const later = blocks.slice(depth + 1).flatMap((one) => possibleHolidays(one, effects))
      for (const state of layer) {
        const balances = [...state.balances]
        if (depth > 0 || !begun) applyBaseline(balances, cycles, block.index)
        const expected = expectedOrder(setting, cycles, block, state.last)
        for (const order of block.orders) {
          const reached = state.severe + stepSeverity(block, state.last, order)
          const last = lastAfter(state.last, block, order)
          if (reached + least(depth + 1, last) > severe) continue
          const grown = { ...state, last, balances: [...balances], severe: reached }
          const candidate = serve(grown, block, order, effects, expected)
          const evenness = bound(depth + 1, candidate.balances)
          if (evenness > cap) {
            nextCap = Math.min(nextCap, evenness)
            continue
          }
          if (compareLists(candidate.mild, mildCap) > 0) continue
          candidate.memory = candidate.memory.filter((held) => later.some((one) => repeats(held, one)))
          const key = JSON.stringify([last, candidate.balances, candidate.memory])
          const rival = next.get(key)
          if (rival === undefined || compareLists(preference(candidate), preference(rival)) < 0)
            next.set(key, candidate)
        }
      }
      layer = [...next.values()]
    }
    const evenness = (state: State) => bound(blocks.length, state.balances)
    const [best] = layer.sort((a, b) =>
      compareLists([evenness(a), ...preference(a)], [evenness(b), ...preference(b)]),
    )
    return { best, nextCap }
  }

  let cap = bound(0, root.balances)
  for (;;) {
    let nextCap = Infinity
    for (const mildCap of MILD_CAPS) {
      const found = run(cap, mildCap)
      if (found.best !== undefined) return found.best.order
      nextCap = found.nextCap
    }
    if (nextCap === Infinity) throw new Error('no plan at all')
    cap = nextCap
  }
}

/**
 * Short absence, repeats and moved turns only grow from block to block, so a search for the best plan may leave out
 * whatever is past a limit, and try a wider one if it finds nothing. The last limit leaves out nothing.
 */
const MILD_CAPS = [
  [0, 0, 2],
  [0, 0, 5],
  [0, 0, 10],
  [0, 1, 10],
  [Infinity, Infinity, Infinity],
]

/** R5.4 to R5.7, in order of importance. */
const preference = (state: State): number[] => [...state.mild, ...state.order]

/** A state after a block: `state` has its new last turns and its balances at the block's first week. */
function serve(
  state: State,
  block: Block,
  order: Engineer[],
  effects: Map<Engineer, Effect>[],
  expected: (Engineer | undefined)[],
): State {
  let [shortAbsence, repeated, moved] = state.mild
  const memory = [...state.memory]
  for (const [position, engineer] of order.entries()) {
    const effect = at(effects, block.week + position).get(engineer)
    if (effect === undefined) throw new Error('an engineer outside the block')
    shortAbsence += effect.shortAbsence
    if (expected[position] !== engineer) moved++
    for (const { holder, name, day, repeat } of effect.counted) {
      const held = { holder, name, day }
      state.balances[holder] = at(state.balances, holder) + 1
      if (repeat || memory.some((earlier) => repeats(earlier, held))) repeated++
      memory.push(held)
    }
  }
  return {
    ...state,
    memory,
    mild: [shortAbsence, repeated, moved],
    order: [...state.order, ...order],
  }
}

function effectsOf(
  setting: Setting,
  turns: Engineer[],
  blocks: Block[],
  year: number,
): Map<Engineer, Effect>[] {
  const history: Held[] = turns.flatMap((engineer, week) => heldHolidays(setting, week, engineer))
  const effects: Map<Engineer, Effect>[] = []
  for (const block of blocks) {
    for (let position = 0; position < at(block.orders, 0).length; position++) {
      const week = block.week + position
      const byEngineer = new Map<Engineer, Effect>()
      for (const engineer of at(block.orders, 0)) {
        const absent = absentDays(setting, week, engineer)
        const held = yearOfWeek(setting.rota, week) <= year ? heldHolidays(setting, week, engineer) : []
        byEngineer.set(engineer, {
          absence: absent > 2 ? absent : 0,
          shortAbsence: absent > 2 ? 0 : absent,
          counted: held.map((one) => ({ ...one, repeat: history.some((earlier) => repeats(earlier, one)) })),
        })
      }
      effects[week] = byEngineer
    }
  }
  return effects
}

function repeats(earlier: Held, later: Held): boolean {
  return earlier.holder === later.holder && earlier.name === later.name && isRepeat(earlier.day, later.day)
}

function possibleHolidays(block: Block, effects: Map<Engineer, Effect>[]): Held[] {
  return at(block.orders, 0).flatMap((_, position) =>
    [...at(effects, block.week + position).values()].flatMap((effect) => effect.counted),
  )
}

/** The fewest holidays that `members` get in a block, whoever serves which week. */
function fewestHolidays(block: Block, effects: Map<Engineer, Effect>[], members: Engineer[]): number {
  return at(block.orders, 0).reduce((sum: number, _, position) => {
    const choices = [...at(effects, block.week + position).values()]
    const counts = choices.map(
      (effect) => effect.counted.filter(({ holder }) => members.includes(holder)).length,
    )
    return sum + Math.min(...counts)
  }, 0)
}

/** The least Σ balance² once `holidays` more are given out: each to whoever has fewest. */
function evenedOut(balances: number[], holidays: number): number {
  const filled = [...balances]
  for (let given = 0; given < holidays; given++) {
    const lowest = filled.indexOf(Math.min(...filled))
    filled[lowest] = at(filled, lowest) + 1
  }
  return filled.reduce((sum, balance) => sum + balance ** 2, 0)
}

/** R5.6: whom a block's weeks would have with no turn moved. */
function expectedOrder(
  setting: Setting,
  cycles: Cycle[],
  block: Block,
  last: number[],
): (Engineer | undefined)[] {
  const { plain } = setting
  if (plain !== undefined) return at(block.orders, 0).map((_, position) => plain(block.week + position))
  const before = block.index === 0 ? [] : at(cycles, block.index - 1).members
  const previous = [...before].sort((a, b) => at(last, a) - at(last, b))
  return undisturbedOrder(block.cycle.members, previous)
}

function lastAfter(last: number[], block: Block, order: Engineer[]): number[] {
  const after = [...last]
  for (const [position, engineer] of order.entries()) after[engineer] = block.week + position
  return after
}

/** All orders, lexicographically. */
export function permutations(items: Engineer[]): Engineer[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

export function compareLists(left: number[], right: number[]): number {
  for (const [index, value] of left.entries()) {
    const other = at(right, index)
    if (value !== other) return value - other
  }
  return 0
}
