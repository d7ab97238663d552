import type { Problem } from './problem.ts'
import { enter } from './standing.ts'

/** What a plan costs at least, in R5's order of importance; of a finished plan, what it costs. */
export type Bound = readonly [
  absence: number,
  rest: number,
  evenness: number,
  shortAbsence: number,
  repeats: number,
  moved: number,
]

export function compareBounds(a: Bound, b: Bound): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** R5.1, R5.2, R5.4–R5.6 so far. Evenness follows from the balances. */
export interface Cost {
  absence: number
  rest: number
  shortAbsence: number
  repeats: number
  moved: number
}

/** The beginning of a plan: all that what follows can depend on, and how it came about. */
export interface State extends Cost {
  /** Bit set of the positions in the cycle's `toServe` that have served. */
  served: number
  /** By column, as are the weeks of the last turns. */
  balance: readonly number[]
  lastTurn: readonly number[]
  /** Columns of the holders that later weeks ask for, -1 where none. */
  memories: readonly number[]
  /** While the undisturbed plan is made: the order to keep in this cycle, and the order so far. */
  kept: readonly number[]
  order: readonly number[]
  bound: Bound
  /** Index of the beginning it continues, in the layer before. */
  parent: number
  column: number
}

/** One engineer serving one open week after one beginning. */
export interface Step {
  /** Index of the open week. */
  index: number
  from: State
  column: number
  /** Who has served in the cycle, this week included. */
  served: number
}

export function initialState(problem: Problem): State {
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
    column: -1,
  }
}

/** The members enter: baselines (R5.3) and the order that the undisturbed plan would keep (R5.6). */
export function beginCycle(problem: Problem, cycle: Problem['cycles'][number], state: State): State {
  const balance = [...state.balance]
  if (cycle.entrance) enter(balance, cycle.entrance)
  if (problem.plain) return { ...state, served: 0, balance }
  const stayed = state.order.filter((column) => cycle.toServe.includes(column))
  const newcomers = cycle.toServe.filter((column) => !stayed.includes(column))
  return { ...state, served: 0, balance, kept: [...stayed, ...newcomers], order: [] }
}

export function afterStep(
  problem: Problem,
  { index, from, column, served }: Step,
  costs: { cost: Cost; bound: Bound },
  parent: number,
): State {
  const week = problem.weeks[index]
  if (!week) throw new RangeError('a step past the last week')
  const balance = from.balance.slice()
  balance[column] = (balance[column] ?? 0) + (week.holidays[column] ?? 0)
  for (let other = 0; other < balance.length; other++) {
    balance[other] = (balance[other] ?? 0) + (week.overrideHolidays[other] ?? 0)
  }
  const lastTurn = from.lastTurn.slice()
  lastTurn[column] = week.week
  let memories = from.memories
  if (week.memory >= 0 || week.forget.length > 0) {
    const changed = memories.slice()
    if (week.memory >= 0) changed[week.memory] = column
    for (const memory of week.forget) changed[memory] = -1
    memories = changed
  }
  return {
    ...costs.cost,
    bound: costs.bound,
    served,
    balance,
    lastTurn,
    memories,
    kept: from.kept,
    order: problem.plain ? from.order : [...from.order, column],
    parent,
    column,
  }
}

/**
 * Two beginnings with the same key have the same future.
 *
 * @param longAgo a turn that many weeks ago limits no later one
 */
export function keyOf(problem: Problem, state: State, week: number, longAgo: number): string {
  // A character has 16 bits.
  const parts = [state.served & 0xffff, state.served >>> 16, ...state.balance]
  for (const turn of state.lastTurn) parts.push(Math.min(week - turn, longAgo))
  for (const memory of state.memories) parts.push(memory + 1)
  if (!problem.plain) {
    for (let turn = state.order.length; turn < state.kept.length; turn++) parts.push(state.kept[turn] ?? 0)
    parts.push(...state.order)
  }
  return String.fromCharCode(...parts)
}
