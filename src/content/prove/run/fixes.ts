import type { Engine } from '../engines/index.ts'
import type { Fix, PlacedBlock, Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import type { BlockResult } from '../results.ts'
import { onlyReads } from '../reads.ts'
import { statements } from '../split-sql.ts'
import { allParts, partsOf, rollBack, runFix } from './fix.ts'
import {
  attempt,
  conditionsOf,
  count,
  expectOutcome,
  loadFault,
  problemsOf,
  report,
  runQuietly,
  set,
  tryFix,
  type Outcome,
  type Start,
  type Trial,
} from './fix-trial.ts'
import { onGenerated } from './fix-generated.ts'
import { leftovers, undo, undoAfterWrites, undoAndCompare } from './fix-undo.ts'
import type { Draw } from '../draw.ts'
import { differences, stateOf } from './state.ts'
import { basesOf } from './written.ts'

/** Runs a fix on everything that a fix is tried on, on one engine. */
export async function runFixTrials(
  engine: Engine,
  plan: Plan,
  fix: Fix,
  counts: boolean,
  resultOf: (part: PlacedBlock) => BlockResult,
  draw: Draw,
): Promise<void> {
  const all = allParts(fix)
  if (!all.every(({ proof }) => proof.engines.includes(engine.name))) return
  const trial: Trial = { engine, plan, fix, counts, resultOf }
  for (const part of all) resultOf(part).engines.add(engine.name)
  if (fix.changes.length === 0 || !fix.undo || !fix.preview) {
    report(
      trial,
      undefined,
      set('parts', 'the page'),
      `the fix has ${all.map(({ proof }) => proof.role).join(', ')}`,
      'preview, change and undo',
    )
    if (fix.changes.length === 0) return
  }
  const repairs = (plan.rehearsal.file.repair ?? []).includes(fix.name)
  const { healthy = 'refused or nothing', fault = repairs ? 'done' : 'any' } = fix.rules
  const onHealthy = await tryFix(trial, { base: 'healthy', set: set('healthy', 'the healthy data') })
  expectOutcome(trial, set('healthy', 'the healthy data'), onHealthy, healthy)
  if (!basesOf(plan).includes('fault')) return
  await onFault(trial, fault)
  await cases(trial)
  await onGenerated(trial, draw, fault)
}

async function onFault(trial: Trial, expected: string): Promise<void> {
  const { engine, plan } = trial
  const start: Start = { base: 'fault', set: set('fault', 'the planted fault'), isAfterEarlier: true }
  const first = await tryFix(trial, start)
  expectOutcome(trial, start.set, first, expected)
  if (first?.outcome !== 'done') return
  await twice(trial, first)
  await undo(trial, start, first)
  await undoAfterWrites(trial, start)
  await leftovers(trial, first)
  await interrupted(trial, 'stops')
  await interrupted(trial, 'goes on')
  if (plan.rehearsal.file.other) {
    const other = set('other-period', 'the planted fault, with the values of another period')
    await tryFix(trial, { ...start, set: other }, { values: plan.rehearsal.file.other })
  }
  await rollBack(engine)
}

/** The second run finds nothing to do. */
async function twice(trial: Trial, first: Outcome): Promise<void> {
  const { engine, plan, fix } = trial
  const data = set('twice', 'the planted fault, and the fix a second time')
  await tryFix(trial, { base: 'fault', set: data, isAfterEarlier: true })
  const { outcome } = await runFix(engine, fix, plan.rehearsal)
  const again = await stateOf(engine)
  const names = plan.rehearsal.tables.map(({ name }) => name)
  const [change] = differences(first.after, again, names)
  if (change !== undefined) report(trial, fix.changes[0], data, change, 'the same as after the first run')
  // What the second run has kept may be what the first one wrote.
  if (outcome === 'done')
    await undoAndCompare(trial, { ...data, what: `${data.what}, then undo` }, first.before)
}

/** Each statement fails in turn. In a client that stops, the reader types ROLLBACK; another one runs the rest. */
async function interrupted(trial: Trial, client: 'stops' | 'goes on'): Promise<void> {
  const { engine, plan, fix } = trial
  const all = partsOf(fix).flatMap((part) => statements(sqlOf(part, plan.rehearsal)))
  for (const index of all.keys()) {
    const data = set(
      'interrupted',
      `statement ${String(index + 1)} of the fix fails, in a client that ${client}`,
    )
    await loadFault(trial)
    count(trial, data.kind)
    const conditions = conditionsOf(fix, plan)
    const state = await stateOf(engine, conditions)
    for (const [place, statement] of all.entries()) {
      // All of them ran to their end before: until one fails, what only reads leaves no trace.
      if (place < index && onlyReads(statement)) continue
      const failed =
        (await attempt(engine, place === index ? 'SELECT * FROM no_such_table' : statement)) !== undefined
      if (failed && client === 'stops') break
    }
    await rollBack(engine)
    const after = await stateOf(engine, conditions)
    for (const problem of problemsOf(trial, state, after))
      report(trial, fix.changes[0], data, problem, 'nothing is lost')
  }
}

async function cases(trial: Trial): Promise<void> {
  const { engine, plan, fix } = trial
  for (const each of plan.cases) {
    const expected = each.answers.get(fix.name)
    if (expected === undefined) continue
    const data = set('case', `the case "${each.name}" (${each.why})`, [each.sql])
    const outcome = await tryFix(trial, {
      base: each.on,
      set: data,
      prepare: async () => (await runQuietly(engine, each.sql)) === undefined,
    })
    expectOutcome(trial, data, outcome, expected)
  }
}
