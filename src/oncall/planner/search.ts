import { leastSquares, remainingCost } from './bounds.ts'
import type { OpenWeek, Problem } from './problem.ts'
import { enter, minimumWeeksOff } from './standing.ts'

/**
 * R5 for one year: among all ways to order the members of its cycles, the least.
 *
 * The search goes week by week and keeps, of all beginnings that leave the same choices and consequences (who has
 * served, how long ago everyone served, balances, remembered holders, orders to keep), only the best: whatever
 * follows costs the same after each of them. Of equals it keeps the lexicographically smallest, which it meets first
 * because a layer is kept in that order. Evenness is a function of the balances, so equal balances end equally even.
 *
 * A beginning is left out when even a lower bound of what it can lead to is worse than a plan already found. Each part
 * of the bound is one on its own (least cost of giving a cycle's open weeks to who has not served; balances filled up
 * as evenly as if holidays could be handed out one by one), and bounds of the parts, compared in the order of
 * importance, bound the whole. Equal is never left out, so the smallest sequence survives.
 *
 * It runs with growing width: a layer that is too wide loses the beginnings with the worst bounds. A run that lost
 * nothing has seen everything that could win, and is the proof.
 */
export interface SearchResult {
  /** Columns, one an open week. */
  holders: number[]
  isProved: boolean
}

/** How wide a layer may be, pass by pass. The narrow passes only find a good plan, by which wider ones leave out more. */
const FIRST_WIDTH = 24
const WIDTH_STEP = 12
/** Past this many engineers in a cycle the search stops at a width it can afford. */
const ALWAYS_PROVED = 6
/** How many beginnings a search that need not prove may look at, in all its passes. */
const AFFORDABLE = 150_000

/** R5.1, R5.2, R5.4–R5.6 so far. Evenness follows from the balances. */
interface Cost {
  absence: number
  rest: number
  shortAbsence: number
  repeats: number
  moved: number
}

interface State extends Cost {
  served: number
  balance: readonly number[]
  lastTurn: readonly number[]
  /** Columns of the holders that later weeks ask for, -1 where none. */
  memories: readonly number[]
  /** While the undisturbed plan is made: the order to keep in this cycle, and the order so far. */
  kept: readonly number[]
  order: readonly number[]
  /** Lower bounds of the whole, in the order of importance. */
  bound: Bound
  parent: number
  choice: number
}

type Bound = readonly [
  absence: number,
  rest: number,
  evenness: number,
  shortAbsence: number,
  repeats: number,
  moved: number,
]

export function search(problem: Problem): SearchResult {
  if (problem.weeks.length === 0) return { holders: [], isProved: true }
  const largest = Math.max(...problem.cycles.map((cycle) => cycle.toServe.length))
  const lookahead = createLookahead(problem)
  const effort = { looked: 0, limit: largest > ALWAYS_PROVED ? AFFORDABLE : Infinity }
  let best: Pass['best']
  for (let width = FIRST_WIDTH; ; width *= WIDTH_STEP) {
    const pass = searchWithin(problem, lookahead, width, best?.bound, effort)
    if (pass.best && (!best || pass.isComplete || compare(pass.best.bound, best.bound) < 0)) best = pass.best
    const holders = best?.holders
    if (holders && (pass.isComplete || effort.looked >= effort.limit)) {
      return { holders, isProved: pass.isComplete }
    }
  }
}

interface Pass {
  best: { holders: number[]; bound: Bound } | undefined
  isComplete: boolean
}

function searchWithin(
  problem: Problem,
  lookahead: Lookahead,
  width: number,
  limit: Bound | undefined,
  effort: { looked: number; limit: number },
): Pass {
  let layer: State[] = [initialState(problem)]
  let isComplete = true
  const trail: { parents: Int32Array; choices: Uint8Array }[] = []
  for (const [index, week] of problem.weeks.entries()) {
    const found = new Map<string, State>()
    const cycle = problem.cycles[week.cycle]
    if (!cycle) throw new RangeError('an open week without its cycle')
    for (const [rank, state] of layer.entries()) {
      const from = week.week === cycle.firstOpen ? beginCycle(problem, week, state) : state
      for (const [position, column] of cycle.toServe.entries()) {
        if (from.served & (1 << position)) continue
        effort.looked++
        const next = serve(problem, lookahead, index, week, from, rank, position, column)
        if (limit && compare(next.bound, limit) > 0) continue
        const key = keyOf(problem, week, next)
        const rival = found.get(key)
        // Equal bounds keep the rival: it was met first, so it is lexicographically smaller.
        if (!rival || compare(next.bound, rival.bound) < 0) found.set(key, next)
      }
      // Past what it may look at, an unproved search only finishes the plans that it has.
      if (effort.looked >= effort.limit && rank >= FIRST_WIDTH) {
        isComplete = false
        break
      }
    }
    layer = [...found.values()].sort((a, b) => a.parent - b.parent || a.choice - b.choice)
    if (layer.length > width) {
      isComplete = false
      const kept = new Set(layer.toSorted((a, b) => compare(a.bound, b.bound)).slice(0, width))
      layer = layer.filter((state) => kept.has(state))
    }
    trail.push({
      parents: Int32Array.from(layer, (state) => state.parent),
      choices: Uint8Array.from(layer, (state) => state.choice),
    })
  }
  let winner = -1
  for (const [index, state] of layer.entries()) {
    const leader = layer[winner]
    if (!leader || compare(state.bound, leader.bound) < 0) winner = index
  }
  const bound = layer[winner]?.bound
  return { best: bound && { holders: follow(trail, winner), bound }, isComplete }
}

function follow(trail: readonly { parents: Int32Array; choices: Uint8Array }[], last: number): number[] {
  const holders: number[] = []
  let index = last
  for (const layer of trail.toReversed()) {
    holders.push(layer.choices[index] ?? -1)
    index = layer.parents[index] ?? -1
  }
  return holders.reverse()
}

function initialState(problem: Problem): State {
  return {
    served: 0,
    balance: problem.start.balance,
    lastTurn: problem.start.lastTurn,
    memories: new Array<number>(problem.memories).fill(-1),
    kept: [],
    order: problem.orderBefore,
    absence: 0,
    rest: 0,
    shortAbsence: 0,
    repeats: 0,
    moved: 0,
    bound: [0, 0, 0, 0, 0, 0],
    parent: -1,
    choice: -1,
  }
}

/** The members enter: baselines (R5.3) and the order that the undisturbed plan would keep (R5.6). */
function beginCycle(problem: Problem, week: OpenWeek, state: State): State {
  const cycle = problem.cycles[week.cycle]
  const balance = [...state.balance]
  if (cycle?.entrance) enter(balance, cycle.entrance)
  if (problem.plain) return { ...state, served: 0, balance }
  const members = cycle?.toServe ?? []
  const stayed = state.order.filter((column) => members.includes(column))
  const kept = [...stayed, ...members.filter((column) => !stayed.includes(column))]
  return { ...state, served: 0, balance, kept, order: [] }
}

function serve(
  problem: Problem,
  lookahead: Lookahead,
  index: number,
  week: OpenWeek,
  from: State,
  rank: number,
  position: number,
  column: number,
): State {
  const balance = from.balance.slice()
  balance[column] = (balance[column] ?? 0) + (week.holidays[column] ?? 0)
  for (const [other, holidays] of week.overrideHolidays.entries()) {
    if (holidays > 0) balance[other] = (balance[other] ?? 0) + holidays
  }
  const lastTurn = from.lastTurn.slice()
  lastTurn[column] = week.week

  let memories = from.memories
  let repeats = from.repeats + (week.repeats[column] ?? 0)
  for (const link of week.remembered) {
    if (link.ifServing && link.column !== column) continue
    if (link.memories.some((memory) => from.memories[memory] === link.column)) repeats++
  }
  if (week.memory >= 0 || week.forget.length > 0) {
    const changed = memories.slice()
    if (week.memory >= 0) changed[week.memory] = column
    for (const memory of week.forget) changed[memory] = -1
    memories = changed
  }

  const turns = from.order.length
  const plain = problem.plain ? problem.plain(week.week) : (from.kept[turns] ?? -1)
  const state: State = {
    served: from.served | (1 << position),
    balance,
    lastTurn,
    memories,
    kept: from.kept,
    order: problem.plain ? from.order : [...from.order, column],
    absence: from.absence + (week.absence[column] ?? 0),
    rest: from.rest + missingRest(problem, from.lastTurn[column] ?? -Infinity, week.week),
    shortAbsence: from.shortAbsence + (week.shortAbsence[column] ?? 0),
    repeats,
    moved: from.moved + (plain === column ? 0 : 1),
    bound: from.bound,
    parent: rank,
    choice: column,
  }
  state.bound = lookahead(index, week, state)
  return state
}

/** R5.2: the weeks that a turn comes too early after the one before. */
function missingRest(problem: Problem, lastTurn: number, week: number): number {
  if (lastTurn === -Infinity) return 0
  const minimum = minimumWeeksOff(problem.sizeOfWeek(week), problem.sizeOfWeek(lastTurn))
  return Math.max(0, minimum - (week - lastTurn - 1))
}

/** Two beginnings with the same key have the same future. */
function keyOf(problem: Problem, week: OpenWeek, state: State): string {
  const longAgo = Math.max(...problem.cycles.map((cycle) => cycle.size))
  // A turn longer ago than any minimum makes no difference any more.
  const ages = state.lastTurn.map((turn) => Math.min(week.week - turn, longAgo))
  const numbers = [
    state.served,
    ...state.balance,
    ...ages,
    ...state.memories,
    ...state.kept.slice(state.order.length),
    ...(problem.plain ? [] : state.order),
  ]
  return String.fromCharCode(...numbers.map((number) => number + 2))
}

function compare(a: Bound, b: Bound): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

type Lookahead = (index: number, week: OpenWeek, state: State) => Bound

/** Prepares, for every week, the least that the open weeks after it must still cost. */
function createLookahead(problem: Problem): Lookahead {
  const costs = (pick: (week: OpenWeek, column: number) => number) =>
    problem.cycles.map((cycle, index) => {
      const weeks = problem.weeks.filter((week) => week.cycle === index)
      return remainingCost(weeks.map((week) => cycle.toServe.map((column) => pick(week, column))))
    })
  const remaining = [
    costs((week, column) => week.absence[column] ?? 0),
    costs((week, column) => week.holidays[column] ?? 0),
    costs((week, column) => week.shortAbsence[column] ?? 0),
    costs((week, column) => week.repeats[column] ?? 0),
    costs((week, column) => (problem.plain && problem.plain(week.week) !== column ? 1 : 0)),
  ]
  const laterCycles = remaining.map((cycles) =>
    cycles.map((_, index) => cycles.slice(index + 1).reduce((sum, cycle) => sum + cycle(0), 0)),
  )
  const least = (criterion: number, cycle: number, served: number) =>
    (remaining[criterion]?.[cycle]?.(served) ?? 0) + (laterCycles[criterion]?.[cycle] ?? 0)
  const overridesAfter = problem.weeks.map((_, index) =>
    problem.engineers.map((_, column) =>
      problem.weeks.slice(index + 1).reduce((sum, week) => sum + (week.overrideHolidays[column] ?? 0), 0),
    ),
  )

  return (index, week, state) => {
    const { cycle } = week
    const balance = state.balance.slice()
    for (const later of problem.cycles.slice(cycle + 1)) {
      // Balances only grow, so who joins later starts from at least the mean of today's.
      if (later.entrance) enter(balance, later.entrance)
    }
    for (const [column, holidays] of (overridesAfter[index] ?? []).entries()) {
      if (holidays > 0) balance[column] = (balance[column] ?? 0) + holidays
    }
    let movedAnyway = 0
    if (!problem.plain) {
      for (const column of state.kept.slice(state.order.length)) {
        if (state.order.includes(column)) movedAnyway++
      }
    }
    return [
      state.absence + least(0, cycle, state.served),
      state.rest,
      leastSquares(balance, least(1, cycle, state.served)),
      state.shortAbsence + least(2, cycle, state.served),
      state.repeats + least(3, cycle, state.served),
      state.moved + least(4, cycle, state.served) + movedAnyway,
    ]
  }
}
