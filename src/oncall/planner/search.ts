import type { Found } from './beam.ts'
import { beam } from './beam.ts'
import { expand } from './expand.ts'
import { heldPhase } from './held.ts'
import type { Layers } from './layers.ts'
import { allOrders, firstOrder } from './layers.ts'
import { movesPhase, shortAbsencePhase } from './moves.ts'
import type { Phase } from './phase.ts'
import type { Problem } from './problem.ts'
import type { Level } from './proof.ts'
import { LEVELS } from './proof.ts'
import { balances, monthEnds, squaresPhase } from './squares.ts'
import { ABSENCE_UNIT, turnsPhase } from './turns.ts'

/**
 * Finds the order of R5: least absence first, then rest, great holidays, evenness, short absence, repeats, month-ends,
 * moved turns and, of what is left, the lexicographically smallest.
 *
 * One search that carries everything would drown: what is remembered for one level multiplies with what is remembered
 * for the next. So there is a phase for each. It starts from the graph of all orders that are best in the levels before
 * (see `expand.ts`), and leaves the graph of those that are best in its own as well. A quick narrow search of the same
 * graph comes first: what it reaches need never be exceeded.
 *
 * Where a phase would take more than it may, the rest is decided by the narrow search alone, and `proved` says so.
 */
export interface SearchResult {
  /** Columns, one an open week. */
  holders: readonly number[]
  proved: Level
}

interface Step {
  /** The levels that the phase decides, in order. */
  levels: readonly Level[]
  phase: (problem: Problem, layers: Layers) => Phase
  /** Whether there is anything to decide. */
  isNeeded: (problem: Problem) => boolean
  /** Whether the search goes on however many states it takes, for up to six members and no weights. */
  mustBeExactForSix: boolean
  /** Whether so many orders are equal that it pays to look at moved turns first (see `withFewMoves`). */
  canTieOften?: boolean
}

const always = () => true

const STEPS: readonly Step[] = [
  { levels: ['absence', 'rest'], phase: turnsPhase, isNeeded: always, mustBeExactForSix: true },
  {
    levels: ['great holidays'],
    phase: (problem, layers) => heldPhase(problem, layers, ({ great }) => great),
    isNeeded: ({ weeks }) => weeks.some(({ great }) => great.length > 0),
    mustBeExactForSix: true,
  },
  {
    levels: ['evenness'],
    phase: (problem, layers) => squaresPhase(problem, layers, balances(problem)),
    isNeeded: always,
    mustBeExactForSix: true,
  },
  {
    levels: ['short absence'],
    phase: shortAbsencePhase,
    isNeeded: ({ weeks }) => weeks.some(({ shortAbsence }) => shortAbsence.some((days) => days > 0)),
    mustBeExactForSix: true,
  },
  {
    levels: ['repeats'],
    phase: (problem, layers) => heldPhase(problem, layers, ({ repeats }) => repeats),
    isNeeded: ({ weeks }) => weeks.some(({ repeats }) => repeats.length > 0),
    mustBeExactForSix: true,
    canTieOften: true,
  },
  {
    levels: ['month-ends'],
    phase: (problem, layers) => squaresPhase(problem, layers, monthEnds(problem)),
    isNeeded: ({ hasMonthEnds }) => hasMonthEnds,
    mustBeExactForSix: false,
    canTieOften: true,
  },
  { levels: ['moved turns'], phase: movesPhase, isNeeded: always, mustBeExactForSix: false },
]

/** Up to this many members of a cycle everything is proved, whatever it takes. */
const EXACT_MEMBERS = 4
/** Up to this many, and without weights, everything through repeats. */
const EXACT_MEMBERS_WITHOUT_WEIGHTS = 6
/**
 * States that a phase may take where nothing obliges it to go on. States are counted, not seconds: the same input must
 * give the same plan on every machine.
 */
const AFFORDABLE_STATES = 400_000
/** Past six members the first phase alone would have more states than that. */
const AFFORDABLE_STATES_OF_MANY = 20_000
const SCOUT_WIDTHS = [12, 60, 300]
const MOVES_SCOUT_WIDTH = 300
/** How many beginnings the deciding narrow search may look at, all weeks together. */
const BEAM_STEPS = 80_000
const MAX_BEAM_WIDTH = 1500

export function search(problem: Problem): SearchResult {
  if (problem.weeks.length === 0) return { holders: [], proved: 'all' }
  const members = Math.max(...problem.cycles.map((cycle) => cycle.toServe.length))
  const steps = STEPS.filter(({ isNeeded }) => isNeeded(problem))
  let layers = allOrders(
    problem.weeks.map(({ cycle }) => ({ columns: problem.cycles[cycle]?.toServe ?? [] })),
  )
  for (const [index, step] of steps.entries()) {
    const most = maxStates(problem, members, step)
    if (step.canTieOften) layers = withFewMoves(problem, layers, steps.slice(index), most)
    const phase = step.phase(problem, layers)
    const expanded = expand(layers, phase, scout(layers, phase), most)
    if (!expanded) return decide(problem, layers, steps.slice(index), members)
    layers = expanded.layers
  }
  return { holders: firstOrder(layers), proved: 'all' }
}

/** What some order costs in a phase: the narrowest search that finds the least there can be, else the widest. */
function scout(layers: Layers, phase: Phase): number {
  const least = leastOf(phase)
  let limit = Infinity
  for (const width of SCOUT_WIDTHS) {
    limit = Math.min(limit, beam(layers, [phase], width)?.costs[0] ?? Infinity)
    if (limit <= least) break
  }
  return limit
}

function leastOf(phase: Phase): number {
  const memory = new Int32Array(phase.size)
  phase.start(memory, 0)
  return phase.bound(0, 0, memory, 0)
}

/**
 * Very many orders are equal in repeats and month-ends, of which those that move few turns are wanted next. Where a
 * narrow search finds an order that is as good in every level before as any can be, no order that moves more turns than
 * that one needs to be looked at.
 *
 * @param steps those left; the last counts moved turns
 */
function withFewMoves(problem: Problem, layers: Layers, steps: readonly Step[], most: number): Layers {
  const phases = steps.map(({ phase }) => phase(problem, layers))
  const found = beam(layers, phases, MOVES_SCOUT_WIDTH)
  const moves = phases.at(-1)
  if (!found || !moves) return layers
  const isLeast = phases.slice(0, -1).every((phase, index) => found.costs[index] === leastOf(phase))
  if (!isLeast) return layers
  return expand(layers, moves, found.costs.at(-1) ?? Infinity, most, 'within')?.layers ?? layers
}

function maxStates(problem: Problem, members: number, step: Step): number {
  if (members <= EXACT_MEMBERS) return Infinity
  if (members > EXACT_MEMBERS_WITHOUT_WEIGHTS) return AFFORDABLE_STATES_OF_MANY
  return step.mustBeExactForSix && !problem.hasWeights ? Infinity : AFFORDABLE_STATES
}

/** The best that a narrow search finds for the levels left; some of them may be at the least that any order costs. */
function decide(problem: Problem, layers: Layers, steps: readonly Step[], members: number): SearchResult {
  const phases = steps.map(({ phase }) => phase(problem, layers))
  const width = Math.ceil(BEAM_STEPS / (problem.weeks.length * Math.max(1, members / 2)))
  const found = beam(layers, phases, Math.min(MAX_BEAM_WIDTH, width))
  // The narrowest search always comes to an end: in every cycle, somebody is left to serve each week.
  if (!found) throw new RangeError('no order at all')
  return { holders: found.order, proved: provedByBounds(problem, phases, steps, found) }
}

/** A level is proved as well where the order costs no more than the least that its phase can cost. */
function provedByBounds(
  problem: Problem,
  phases: readonly Phase[],
  steps: readonly Step[],
  found: Found,
): Level {
  for (const [index, phase] of phases.entries()) {
    const least = leastOf(phase)
    const cost = found.costs[index] ?? Infinity
    if (cost <= least) continue
    const levels = steps[index]?.levels ?? []
    const isAbsenceLeast = Math.floor(cost / ABSENCE_UNIT) === Math.floor(least / ABSENCE_UNIT)
    const open = levels.length > 1 && isAbsenceLeast ? levels.at(-1) : levels[0]
    return levelBefore(problem, open ?? 'absence')
  }
  return 'moved turns'
}

/** The last level that the rota has before this one. */
function levelBefore(problem: Problem, level: Level): Level {
  const had = LEVELS.filter(
    (each) =>
      (each !== 'great holidays' || problem.hasWeights) && (each !== 'month-ends' || problem.hasMonthEnds),
  )
  return had[had.indexOf(level) - 1] ?? 'none'
}
