import type { Base } from '../../facts/proofs/data-set.ts'
import { EngineError, type Engine, type Session } from '../engines/index.ts'
import type { Fix, PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import type { BlockResult, DataSet } from '../results.ts'
import { fillIn } from '../../facts/proofs/variables.ts'
import { accepts } from '../verdict.ts'
import { runAll } from './answer.ts'
import { allParts, rollBack, runFix, type FixOptions } from './fix.ts'
import { load } from './load.ts'
import { differences, stateOf, violations, type Conditions, type State } from './state.ts'

/** A fix on one engine, with the results of its parts. */
export interface Trial {
  engine: Engine
  plan: Plan
  fix: Fix
  /** Whether this engine's runs are the ones that are counted. */
  counts: boolean
  resultOf: (part: PlacedBlock) => BlockResult
}

/** What a trial starts from. */
export interface Start {
  base: Base
  set: DataSet
  /** Whether the fixes of the repair that come before this one have been done. */
  isAfterEarlier?: boolean
  /** Changes the data before the fix; `false` where the engine does not take them. */
  prepare?: () => Promise<boolean>
  /** Left out, the usual one. */
  session?: Session
  /** A run that others are compared with is no data set of its own. */
  isUncounted?: boolean
}

export interface Outcome {
  outcome: 'done' | 'refused' | 'nothing'
  why: string
  before: State
  after: State
}

export const set = (kind: string, what: string, sql: readonly string[] = []): DataSet => ({ kind, what, sql })

/** Loads the planted fault in which the fixes of the repair that come before this one have been done. */
export async function loadFault(trial: Trial): Promise<void> {
  await load(trial.engine, trial.plan, 'fault', undefined, earlierFixes(trial))
}

function earlierFixes({ plan, fix }: Pick<Trial, 'plan' | 'fix'>): Fix[] {
  const repair = plan.rehearsal.file.repair ?? []
  const earlier = repair.slice(0, Math.max(0, repair.indexOf(fix.name)))
  return earlier.flatMap((name) => plan.fixes.find((other) => other.name === name) ?? [])
}

/** Loads, prepares, runs the fix and looks at what it changed. */
export async function tryFix(
  trial: Trial,
  start: Start,
  options: FixOptions = {},
): Promise<Outcome | undefined> {
  const { engine, plan, fix } = trial
  await load(
    engine,
    plan,
    start.base,
    start.session,
    start.isAfterEarlier === true ? earlierFixes(trial) : [],
  )
  if (start.prepare && !(await start.prepare())) return undefined
  if (start.isUncounted !== true) count(trial, start.set.kind)
  const conditions = conditionsOf(fix, plan, options.values)
  const before = await stateOf(engine, conditions)
  const { outcome, why } = await runFix(engine, fix, plan.rehearsal, options)
  if (outcome === 'no end') {
    report(trial, fix.changes[0], start.set, why, 'an end')
    return undefined
  }
  const after = await stateOf(engine, conditions)
  const changed = differences(
    before,
    after,
    plan.rehearsal.tables.map(({ name }) => name),
  )
  for (const problem of problemsOf(trial, before, after, options.values))
    report(trial, fix.changes[0], start.set, problem, 'only the rows that it names change')
  if (outcome === 'refused') {
    const made = [...after.keys()].filter((name) => !before.has(name))
    const left = [...changed, ...made.map((name) => `${name} was made`)]
    if (left.length > 0)
      report(
        trial,
        fix.changes[0],
        start.set,
        `it stopped (${why}) and changed ${left[0] ?? ''}`,
        'nothing changes',
      )
  }
  return { outcome: outcome === 'done' && changed.length === 0 ? 'nothing' : outcome, why, before, after }
}

export function expectOutcome(
  trial: Trial,
  data: DataSet,
  outcome: Outcome | undefined,
  expected: string,
): void {
  if (!outcome || accepts(expected, outcome.outcome)) return
  const why = outcome.why === '' ? '' : ` (${outcome.why})`
  report(trial, trial.fix.preview ?? trial.fix.changes[0], data, `${outcome.outcome}${why}`, expected)
}

export function problemsOf(
  { plan, fix }: Trial,
  before: State,
  after: State,
  values: Readonly<Record<string, string>> = {},
): string[] {
  const all = { ...plan.rehearsal.file.variables, ...values }
  const creates = (fix.rules.creates ?? []).map((name) => fillIn(name, all))
  return violations(before, after, plan.rehearsal.tables, creates, fix.rules.removes ?? [])
}

export function conditionsOf(
  fix: Fix,
  { rehearsal }: Plan,
  values: Readonly<Record<string, string>> = {},
): Conditions {
  const all = { ...rehearsal.file.variables, ...values }
  return Object.fromEntries(
    Object.entries(fix.rules.changes ?? {}).map(([table, condition]) => [table, fillIn(condition, all)]),
  )
}

/** Runs SQL and gives back what the engine says against it. A transaction stays as it is. */
export async function attempt(engine: Engine, sql: string): Promise<string | undefined> {
  try {
    await runAll(engine, sql)
    return undefined
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return error.message.split('\n')[0] ?? error.message
  }
}

/** The same, by a reader who types ROLLBACK after an error. */
export async function runQuietly(engine: Engine, sql: string): Promise<string | undefined> {
  const problem = await attempt(engine, sql)
  if (problem !== undefined) await rollBack(engine)
  return problem
}

export function count(trial: Trial, kind: string): void {
  if (trial.counts) for (const part of allParts(trial.fix)) trial.resultOf(part).count(kind)
}

export function report(
  trial: Trial,
  part: PlacedBlock | undefined,
  data: DataSet,
  got: string,
  wanted: string,
): void {
  const place = part ?? allParts(trial.fix)[0]
  if (place) trial.resultOf(place).wrong.push({ engine: trial.engine.name, set: data, got, wanted })
}
