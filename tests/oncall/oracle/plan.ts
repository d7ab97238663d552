import { type Cycle, cyclesOf, cyclesThrough } from './cycles.ts'
import {
  absentDays,
  applyBaseline,
  balancesAfter,
  costAfter,
  isMonthEndWeek,
  missedBy,
  missingRest,
  monthEndsAfter,
  undisturbedOrder,
} from './cost.ts'
import { type Engineer, type Held, type Setting, at, heldHolidays, yearOfWeek } from './setting.ts'

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

/** What a week of an engineer adds, whatever else is planned. */
interface Effect {
  absence: number
  shortAbsence: number
  held: Held[]
  /** Whether the week belongs to the year, so that its holidays weigh in the balances. */
  counts: boolean
  /** Whether it is a month-end week of the year. */
  isMonthEnd: boolean
}

/** A way to plan the first blocks. All that later weeks can depend on is in `last`, `balances`, `memory`, `monthEnds`. */
interface State {
  /** The week of everyone's latest turn, -1 for none. */
  last: number[]
  balances: number[]
  monthEnds: number[]
  /** Holidays of this plan that can still cost somebody something. */
  memory: Held[]
  severe: number
  great: number
  shortAbsence: number
  repeats: number
  moved: number
  order: Engineer[]
}

/** Absence (R5.1) and rest (R5.2) as one number that orders like the pair. */
const severity = (absence: number, rest: number): number => absence * 1_000_000 + rest

/**
 * The optimum of R5 for one year, by dynamic programming over its cycles: two ways to plan the cycles so far that
 * leave the same last turns, balances, month-ends and remembered holidays can be continued in the same ways at the same
 * further cost, so the better of the two is enough. It is asked for the least of one level after another (the least
 * severity first, which depends on the last turns alone); what is past the least of a level is left out when the next
 * is asked for. Squares only grow, so what cannot end within a cap is left out, and the cap raised until some plan keeps
 * to it.
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

  // What another engineer held costs nobody anything.
  const history = setting.rota.ids.map((_, holder) =>
    turns
      .flatMap((engineer, week) => heldHolidays(setting, week, engineer))
      .filter((held) => held.holder === holder),
  )
  const effects = effectsOf(setting, blocks, year)
  const begun = first.cycle.served.length > 0
  const root: State = {
    last: setting.rota.ids.map((_, engineer) => turns.lastIndexOf(engineer)),
    balances: balancesAfter(setting, cycles, turns, turns.length),
    monthEnds: monthEndsAfter(setting, cycles, turns, turns.length),
    memory: [],
    severe: 0,
    great: 0,
    shortAbsence: 0,
    repeats: 0,
    moved: 0,
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

  const members = [...new Set(cyclesOf(setting, cycles, year).flatMap((cycle) => cycle.members))]
  const missed = members.map((engineer) => missedBy(setting, cycles, year, engineer))
  const weightsFrom = blocks.map((_, depth) =>
    blocks.slice(depth).reduce((sum, block) => sum + fewestWeights(block, effects, members), 0),
  )
  const monthEndsFrom = blocks.map((_, depth) =>
    blocks.slice(depth).reduce((sum, block) => sum + monthEndsIn(block, effects), 0),
  )
  const evenness = (depth: number, balances: number[]): number =>
    evenedOut(
      members.map((engineer, index) => at(balances, engineer) + at(missed, index)),
      weightsFrom[depth] ?? 0,
    )
  const monthEndSquares = (depth: number, counts: number[]): number =>
    evenedOut(
      members.map((engineer) => at(counts, engineer)),
      monthEndsFrom[depth] ?? 0,
    )

  /** The best plan within the limits, in the levels that `rank` gives, and what just failed to be within a cap. */
  const run = (limits: Limits, watch: Watch): { best: State | undefined; nextCap: number } => {
    let nextCap = Infinity
    let layer = [root]
    const rank = (state: State): number[] => [
      state.great,
      ...(watch.repeats ? [state.shortAbsence, state.repeats, state.moved, ...state.order] : []),
    ]
    for (const [depth, block] of blocks.entries()) {
      const next = new Map<string, State>()
      const later = blocks
        .slice(depth + 1)
        .flatMap((one) =>
          possibleHolidays(one, effects).map((held) => ({ held, size: one.cycle.members.length })),
        )
      const remembered = new Map<Held, boolean>()
      /** Whether a holiday that was held can still cost somebody something. */
      const isRemembered = (held: Held): boolean => {
        let known = remembered.get(held)
        if (known === undefined) {
          known = later.some(({ held: one, size }) => {
            const { great, repeats } = costAfter([held], one, size)
            return great + repeats > 0
          })
          remembered.set(held, known)
        }
        return known
      }
      for (const state of layer) {
        const balances = [...state.balances]
        const monthEnds = [...state.monthEnds]
        if (depth > 0 || !begun) {
          applyBaseline(balances, cycles, block.index)
          applyBaseline(monthEnds, cycles, block.index)
        }
        const expected = expectedOrder(setting, cycles, block, state.last)
        for (const order of block.orders) {
          const reached = state.severe + stepSeverity(block, state.last, order)
          const last = lastAfter(state.last, block, order)
          if (reached + least(depth + 1, last) > severe) continue
          const grown = {
            ...state,
            last,
            balances: [...balances],
            monthEnds: [...monthEnds],
            severe: reached,
          }
          const candidate = serve(grown, block, order, effects, expected, history)
          if (candidate.great > limits.great) continue
          if (watch.evenness) {
            const bound = evenness(depth + 1, candidate.balances)
            if (bound > limits.evenness) {
              if (watch.capped === 'evenness') nextCap = Math.min(nextCap, bound)
              continue
            }
          }
          if (watch.repeats) {
            const soft = compareLists(
              [candidate.shortAbsence, candidate.repeats],
              [limits.shortAbsence, limits.repeats],
            )
            if (soft > 0) continue
          }
          if (watch.monthEnds) {
            const bound = monthEndSquares(depth + 1, candidate.monthEnds)
            if (bound > limits.monthEnds) {
              nextCap = Math.min(nextCap, bound)
              continue
            }
            if (candidate.moved > limits.moved) continue
          }
          candidate.memory = candidate.memory.filter(isRemembered)
          const key = JSON.stringify([
            last,
            candidate.memory.map(({ day, holder }) => [day, holder]),
            ...(watch.evenness ? [candidate.balances] : []),
            ...(watch.monthEnds ? [candidate.monthEnds] : []),
          ])
          const rival = next.get(key)
          if (rival === undefined || compareLists(rank(candidate), rank(rival)) < 0) next.set(key, candidate)
        }
      }
      layer = [...next.values()]
    }
    const end = blocks.length
    const finish = (state: State): number[] => [
      state.great,
      ...(watch.evenness ? [evenness(end, state.balances)] : []),
      ...(watch.repeats ? [state.shortAbsence, state.repeats] : []),
      ...(watch.monthEnds ? [monthEndSquares(end, state.monthEnds), state.moved, ...state.order] : []),
    ]
    const [best] = layer.sort((a, b) => compareLists(finish(a), finish(b)))
    return { best, nextCap }
  }

  const limits: Limits = {
    great: Infinity,
    evenness: Infinity,
    shortAbsence: Infinity,
    repeats: Infinity,
    monthEnds: Infinity,
    moved: Infinity,
  }
  const nothing: Watch = { evenness: false, repeats: false, monthEnds: false, capped: 'evenness' }
  limits.great = run(limits, nothing).best?.great ?? Infinity

  limits.evenness = evenness(0, root.balances)
  for (;;) {
    const { best, nextCap } = run(limits, { ...nothing, evenness: true })
    if (best !== undefined) break
    if (nextCap === Infinity) throw new Error('no plan at all')
    limits.evenness = nextCap
  }
  const soft = run(limits, { ...nothing, evenness: true, repeats: true }).best
  limits.shortAbsence = soft?.shortAbsence ?? Infinity
  limits.repeats = soft?.repeats ?? Infinity

  limits.monthEnds = monthEndSquares(0, root.monthEnds)
  for (;;) {
    let nextCap = Infinity
    for (const moved of [3, 8, 20, Infinity]) {
      const watch: Watch = { evenness: true, repeats: true, monthEnds: true, capped: 'month-ends' }
      const found = run({ ...limits, moved }, watch)
      if (found.best !== undefined) return found.best.order
      nextCap = found.nextCap
    }
    if (nextCap === Infinity) throw new Error('no plan at all')
    limits.monthEnds = nextCap
  }
}

interface Limits {
  great: number
  evenness: number
  shortAbsence: number
  repeats: number
  monthEnds: number
  moved: number
}

/** Which levels past great holidays a run looks at, and which cap it reports on. */
interface Watch {
  evenness: boolean
  repeats: boolean
  monthEnds: boolean
  capped: 'evenness' | 'month-ends'
}

/** A state after a block: `state` has its new last turns and its counts at the block's first week. */
function serve(
  state: State,
  block: Block,
  order: Engineer[],
  effects: Map<Engineer, Effect>[],
  expected: (Engineer | undefined)[],
  history: Held[][],
): State {
  let { great, shortAbsence, repeats, moved } = state
  const memory = [...state.memory]
  for (const [position, engineer] of order.entries()) {
    const week = block.week + position
    const effect = at(effects, week).get(engineer)
    if (effect === undefined) throw new Error('an engineer outside the block')
    shortAbsence += effect.shortAbsence
    if (expected[position] !== engineer) moved++
    if (effect.isMonthEnd) state.monthEnds[engineer] = at(state.monthEnds, engineer) + 1
    memory.push(...effect.held)
    for (const held of effect.held) {
      if (effect.counts) state.balances[held.holder] = at(state.balances, held.holder) + held.weight
      const own = memory.filter(({ holder }) => holder === held.holder)
      const cost = costAfter([...at(history, held.holder), ...own], held, block.cycle.members.length)
      great += cost.great
      repeats += cost.repeats
    }
  }
  return { ...state, memory, great, shortAbsence, repeats, moved, order: [...state.order, ...order] }
}

function effectsOf(setting: Setting, blocks: Block[], year: number): Map<Engineer, Effect>[] {
  const effects: Map<Engineer, Effect>[] = []
  for (const block of blocks) {
    for (let position = 0; position < at(block.orders, 0).length; position++) {
      const week = block.week + position
      const counts = yearOfWeek(setting.rota, week) <= year
      const isMonthEnd = counts && isMonthEndWeek(setting, week)
      const byEngineer = new Map<Engineer, Effect>()
      for (const engineer of at(block.orders, 0)) {
        const absent = absentDays(setting, week, engineer)
        byEngineer.set(engineer, {
          absence: absent > 2 ? absent : 0,
          shortAbsence: absent > 2 ? 0 : absent,
          held: heldHolidays(setting, week, engineer),
          counts,
          isMonthEnd,
        })
      }
      effects[week] = byEngineer
    }
  }
  return effects
}

function possibleHolidays(block: Block, effects: Map<Engineer, Effect>[]): Held[] {
  return at(block.orders, 0).flatMap((_, position) =>
    [...at(effects, block.week + position).values()].flatMap((effect) => effect.held),
  )
}

/** The least weight that `members` get in a block, whoever serves which week. */
function fewestWeights(block: Block, effects: Map<Engineer, Effect>[], members: Engineer[]): number {
  return at(block.orders, 0).reduce((sum: number, _, position) => {
    const choices = [...at(effects, block.week + position).values()]
    const weights = choices.map(({ held, counts }) =>
      held
        .filter(({ holder }) => counts && members.includes(holder))
        .reduce((total, { weight }) => total + weight, 0),
    )
    return sum + Math.min(...weights)
  }, 0)
}

function monthEndsIn(block: Block, effects: Map<Engineer, Effect>[]): number {
  return at(block.orders, 0).filter((_, position) => {
    const week = block.week + position
    const [one] = at(effects, week).values()
    return one?.isMonthEnd === true
  }).length
}

/** The least sum of squares once `units` more are given out: each to whoever has fewest. */
function evenedOut(counts: number[], units: number): number {
  const filled = [...counts]
  for (let given = 0; given < units; given++) {
    let lowest = 0
    for (const [index, count] of filled.entries()) if (count < at(filled, lowest)) lowest = index
    filled[lowest] = at(filled, lowest) + 1
  }
  return filled.reduce((sum, count) => sum + count ** 2, 0)
}

/** R5.8: whom a block's weeks would have with no turn moved. */
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
