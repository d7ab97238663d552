import { sqlOf, type Plan } from '../../facts/proofs/plan.ts'
import type { DataSet } from '../results.ts'
import {
  beforeFix,
  conditionsOf,
  report,
  runQuietly,
  set,
  tryFix,
  type Outcome,
  type Start,
  type Trial,
} from './fix-trial.ts'
import { differences, stateOf, type State } from './state.ts'

/** Undo gives back what was there. */
export async function undo(trial: Trial, start: Start, first: Outcome): Promise<void> {
  const { engine, plan, fix } = trial
  if (!fix.undo) return
  const data = set('undo', 'the planted fault, the fix, and its undo')
  await tryFix(trial, { ...start, set: data })
  await undoAndCompare(trial, data, first.before)
  // The undo once more: it has nothing to restore from, or restores the same.
  await runQuietly(engine, sqlOf(fix.undo, plan.rehearsal))
  const [change] = differences(
    first.before,
    await stateOf(engine),
    plan.rehearsal.tables.map(({ name }) => name),
  )
  if (change !== undefined)
    report(trial, fix.undo, set('undo-twice', 'the undo a second time'), change, 'no further change')
}

export async function undoAndCompare(
  trial: Trial,
  data: DataSet,
  wanted: State,
  values?: Readonly<Record<string, string>>,
): Promise<void> {
  const { engine, plan, fix } = trial
  if (!fix.undo) return
  const problem = await runQuietly(engine, sqlOf(fix.undo, plan.rehearsal, values))
  if (problem !== undefined) report(trial, fix.undo, data, `an error: ${problem}`, 'what was there before')
  const [change] = differences(
    wanted,
    await stateOf(engine),
    plan.rehearsal.tables.map(({ name }) => name),
  )
  if (change !== undefined) report(trial, fix.undo, data, change, 'what was there before')
}

/** Between fix and undo somebody writes: a row that the fix does not name, and one with a new key that it does. */
export async function undoAfterWrites(trial: Trial, start: Start): Promise<void> {
  const { engine, plan, fix } = trial
  if (!fix.undo) return
  const conditions = conditionsOf(fix, plan)
  for (const table of plan.rehearsal.tables) {
    const key = table.columns.find(
      ({ name, role, type }) => role === 'key' && type === 'text' && (table.key ?? []).includes(name),
    )
    const condition = conditions[table.name]
    if (!key || condition === undefined) continue
    for (const where of [`NOT COALESCE((${condition}), FALSE)`, condition]) {
      const data = set(
        'undo-after-writes',
        `a new row in ${table.name} where ${where} between the fix and its undo`,
      )
      await tryFix(trial, { ...start, set: data })
      const columns = table.columns.map(({ name }) => (name === key.name ? `${name} || '-new'` : name))
      const write = `INSERT INTO ${table.name} SELECT ${columns.join(', ')} FROM ${table.name} WHERE ${where} ORDER BY ${key.name} LIMIT 1`
      if ((await runQuietly(engine, write)) !== undefined) continue
      await runQuietly(engine, sqlOf(fix.undo, plan.rehearsal))
      const kept = await engine.statement(`SELECT COUNT(*) FROM ${table.name} WHERE ${key.name} LIKE '%-new'`)
      const written = await engine.statement(`SELECT COUNT(*) FROM ${table.name} WHERE ${where}`)
      if (kept?.rows[0]?.[0] !== '1' && written?.rows[0]?.[0] !== '0')
        report(trial, fix.undo, data, 'the row that was written in between is gone', 'it is kept')
    }
  }
}

/** The tables that the fix makes are there already, empty: left over from an earlier incident. */
export async function leftovers(trial: Trial, first: Outcome): Promise<void> {
  const { engine, plan } = trial
  const made = [...first.after.keys()].filter((name) => !first.before.has(name))
  if (made.length === 0) return
  const data = set('leftover', `tables of an earlier incident are there, empty: ${made.join(', ')}`)
  const earlier = await beforeFix(trial)
  const prepare = async () => {
    await earlier()
    for (const name of made) {
      const columns = first.after.get(name)?.columns ?? []
      await engine.statement(
        `CREATE TABLE ${name} (${columns.map((column) => `"${column}" ${typeIn(plan, column)}`).join(', ')})`,
      )
    }
    return true
  }
  const run = await tryFix(trial, { base: 'fault', set: data, prepare })
  if (!run || run.outcome === 'refused') return
  await undoAndCompare(trial, data, first.before)
}

function typeIn(plan: Plan, column: string): string {
  const found = plan.rehearsal.tables.flatMap(({ columns }) => columns).find(({ name }) => name === column)
  return found === undefined || found.type === 'text'
    ? 'VARCHAR'
    : found.type === 'double'
      ? 'DOUBLE PRECISION'
      : found.type
}
