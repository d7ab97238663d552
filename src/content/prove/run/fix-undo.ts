import type { Plan } from '../../facts/proofs/plan.ts'
import { sqlOf } from './block-sql.ts'
import type { DataSet } from '../results.ts'
import {
  conditionsOf,
  report,
  runQuietly,
  set,
  tryFix,
  type Outcome,
  type Start,
  type Trial,
} from './fix-trial.ts'
import type { WarehouseTable } from '../../model/table.ts'
import type { Engine } from '../engines/index.ts'
import { differences, lostRows, stateOf, type State, type TableState } from './state.ts'

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
    const key = newKey(table)
    const condition = conditions[table.name]
    if (!key || condition === undefined) continue
    for (const where of [`NOT COALESCE((${condition}), FALSE)`, condition]) {
      const data = set(
        'undo-after-writes',
        `a new row in ${table.name} where ${where} between the fix and its undo`,
      )
      await tryFix(trial, { ...start, set: data })
      const columns = table.columns.map(({ name }) => (name === key.name ? key.value : name))
      const write = `INSERT INTO ${table.name} SELECT ${columns.join(', ')} FROM ${table.name} WHERE ${where} ORDER BY ${key.name} LIMIT 1`
      if ((await runQuietly(engine, write)) !== undefined) continue
      const written = await countOf(engine, table.name, key.isNew)
      await runQuietly(engine, sqlOf(fix.undo, plan.rehearsal))
      if (written !== (await countOf(engine, table.name, key.isNew)))
        report(trial, fix.undo, data, 'the row that was written in between is gone', 'it is kept')
    }
  }
}

interface NewKey {
  name: string
  /** The expression that makes a key that no row has. */
  value: string
  /** The condition of a row that has it. */
  isNew: string
}

/**
 * A key of its own for a row that is written in between: from a name where the key has one, else from a day or a number.
 * Not from a reference: to what does not exist, nobody writes a row.
 */
function newKey({ key = [], columns }: WarehouseTable): NewKey | undefined {
  const own = columns.filter(({ name }) => key.includes(name))
  const text = ['key', 'group'].flatMap((role) =>
    own.filter((column) => column.type === 'text' && column.role === role),
  )[0]
  if (text) return { name: text.name, value: `${text.name} || '-new'`, isNew: `${text.name} LIKE '%-new'` }
  const other = own.find(({ type }) => type in NEW_VALUES)
  const value = NEW_VALUES[other?.type ?? '']
  return other && value !== undefined
    ? { name: other.name, value, isNew: `${other.name} = ${value}` }
    : undefined
}

const NEW_VALUES: Readonly<Record<string, string>> = {
  date: "DATE '2199-01-01'",
  timestamp: "TIMESTAMP '2199-01-01 00:00:00'",
  integer: '2000000001',
  bigint: '2000000001',
}

async function countOf(engine: Engine, table: string, condition: string): Promise<string | null | undefined> {
  return (await engine.statement(`SELECT COUNT(*) FROM ${table} WHERE ${condition}`))?.rows[0]?.[0]
}

/** The tables that the fix makes are there already: left over from an earlier incident, empty and with what that one kept. */
export async function leftovers(trial: Trial, first: Outcome): Promise<void> {
  const made = [...first.after].filter(([name]) => !first.before.has(name))
  if (made.length === 0) return
  await withLeftovers(trial, first, made, 'empty')
  await withLeftovers(trial, first, made, 'with rows')
}

async function withLeftovers(
  trial: Trial,
  first: Outcome,
  made: readonly [string, TableState][],
  how: 'empty' | 'with rows',
): Promise<void> {
  const { engine, plan } = trial
  const names = made.map(([name]) => name)
  const data = set('leftover', `tables of an earlier incident are there, ${how}: ${names.join(', ')}`)
  const prepare = async () => {
    for (const [name, { columns, inside, outside }] of made) {
      const types = columns.map((column) => `"${column}" ${typeIn(plan, column)}`)
      await engine.statement(`CREATE TABLE ${name} (${types.join(', ')})`)
      // Twice, so that they are not what this run keeps.
      const rows = [...inside, ...outside].flatMap((row) => [row, row])
      if (how === 'with rows' && rows.length > 0)
        await engine.statement(`INSERT INTO ${name} VALUES ${rows.map(asValues).join(', ')}`)
    }
    return true
  }
  const run = await tryFix(trial, { base: 'fault', set: data, isAfterEarlier: true, prepare })
  if (run?.outcome !== 'done') return
  const [lost] = names.flatMap((name) => lostRows(name, run.before, run.after))
  if (lost !== undefined) report(trial, trial.fix.changes[0], data, lost, 'what was kept then is kept')
  await undoAndCompare(trial, data, first.before)
}

/** A row of a state as `VALUES` takes it. */
function asValues(row: string): string {
  const values = JSON.parse(row) as (string | null)[]
  return `(${values.map((value) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`)).join(', ')})`
}

function typeIn(plan: Plan, column: string): string {
  const found = plan.rehearsal.tables.flatMap(({ columns }) => columns).find(({ name }) => name === column)
  return found === undefined || found.type === 'text'
    ? 'VARCHAR'
    : found.type === 'double'
      ? 'DOUBLE PRECISION'
      : found.type
}
