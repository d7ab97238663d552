import type { Engine } from '../engines/index.ts'
import type { WarehouseTable } from '../../model/table.ts'

/** One table's rows, each as JSON, in an order of its own. */
export interface TableState {
  columns: readonly string[]
  /** Rows for which the condition of `stateOf` holds. */
  inside: readonly string[]
  outside: readonly string[]
}

/** What every table holds, by name. */
export type State = ReadonlyMap<string, TableState>

/** Conditions by table: the rows that a fix names. */
export type Conditions = Readonly<Record<string, string>>

/** States of single tables as they were when all rows were known, by name and condition. */
const known = new WeakMap<Engine, Map<string, TableState>>()

/** From here on, the state of a table that no statement has touched is read once. */
export function rowsAreKnown(engine: Engine): void {
  known.set(engine, new Map())
  engine.touched.clear()
}

export function rowsAreUnknown(engine: Engine): void {
  known.delete(engine)
}

/** Reads the tables of the database that may have changed. A table without a condition is all outside. */
export async function stateOf(engine: Engine, conditions: Conditions = {}): Promise<State> {
  const state = new Map<string, TableState>()
  const before = known.get(engine)
  for (const name of await tablesOf(engine)) {
    const key = JSON.stringify([name, conditions[name]])
    // Which rows a condition with a query holds for hangs on other tables too, and on what views read.
    const isTouched = engine.touched.has(name) || /\bselect\b/i.test(conditions[name] ?? '')
    const same = isTouched ? undefined : before?.get(key)
    if (same) {
      state.set(name, same)
      continue
    }
    const inside = conditions[name] === undefined ? 'FALSE' : `COALESCE((${conditions[name]}), FALSE)`
    const rows = await engine.statement(`SELECT CASE WHEN ${inside} THEN 1 ELSE 0 END, * FROM "${name}"`)
    const all = (rows?.rows ?? []).map(([place, ...row]) => ({ place, text: JSON.stringify(row) }))
    const at = (place: string) => all.filter((row) => row.place === place).map(({ text }) => text)
    const found: TableState = {
      columns: (rows?.columns ?? []).slice(1),
      inside: at('1').sort(),
      outside: at('0').sort(),
    }
    if (!isTouched) before?.set(key, found)
    state.set(name, found)
  }
  return state
}

/** The same, with times that have a zone as what they are in UTC: so it can be compared with that of a session elsewhere. */
export async function stateInUtc(engine: Engine): Promise<State> {
  const found = await engine.statement(
    `SELECT table_name, column_name, data_type FROM information_schema.columns
     WHERE table_schema IN ('main', 'public') ORDER BY table_name, ordinal_position`,
  )
  const tables = new Set(await tablesOf(engine))
  const columns = (found?.rows ?? []).map(([table, name, type]) => ({
    table: table ?? '',
    name: name ?? '',
    type,
  }))
  const state = new Map<string, TableState>()
  for (const [table, own] of Map.groupBy(columns, (column) => column.table)) {
    if (!tables.has(table)) continue
    const list = own.map(({ name, type }) =>
      /with time zone/i.test(type ?? '') ? `"${name}" AT TIME ZONE 'UTC'` : `"${name}"`,
    )
    const rows = await engine.statement(`SELECT ${list.join(', ')} FROM "${table}"`)
    const outside = (rows?.rows ?? []).map((row) => JSON.stringify(row)).sort()
    state.set(table, { columns: own.map(({ name }) => name), inside: [], outside })
  }
  return state
}

/** The names of the tables that blocks see: those of the rehearsal, and what a block has made. */
export async function tablesOf(engine: Engine): Promise<string[]> {
  const names = await engine.statement(
    "SELECT table_name FROM information_schema.tables WHERE table_schema IN ('main', 'public') AND table_type = 'BASE TABLE' ORDER BY table_name",
  )
  return (names?.rows ?? []).map(([name]) => name ?? '')
}

const rowsOf = ({ inside, outside }: TableState): string[] => [...inside, ...outside].sort()

/** The tables that both states have and that differ, with a row that went or came. */
export function differences(before: State, after: State, tables: readonly string[]): string[] {
  return tables.flatMap((name) => {
    const old = before.get(name)
    const now = after.get(name)
    if (!old) return []
    if (!now) return [`${name} is gone`]
    const change = firstChange(rowsOf(old), rowsOf(now))
    return change === undefined ? [] : [`${name}: ${change}`]
  })
}

/** The first row that one list has more often than the other; `undefined` where they are equal. */
export function firstChange(old: readonly string[], now: readonly string[]): string | undefined {
  const gone = without(old, now)[0]
  const come = without(now, old)[0]
  const parts = [
    gone === undefined ? [] : [`${gone} is gone`],
    come === undefined ? [] : [`${come} has come`],
  ].flat()
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** A row of a table that one state has more often than the other, in words. */
export function lostRows(name: string, before: State, after: State): string[] {
  const [old, now] = [before.get(name), after.get(name)]
  const [lost] = old ? without(rowsOf(old), now ? rowsOf(now) : []) : []
  return lost === undefined ? [] : [`in ${name} ${lost} is gone`]
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}

/** What a fix did that it may not: rows outside of what it names, tables that it does not name, published rows lost. */
export function violations(
  before: State,
  after: State,
  tables: readonly WarehouseTable[],
  creates: readonly string[],
  removes: readonly string[],
): string[] {
  const found: string[] = []
  for (const [name, old] of before) {
    const now = after.get(name)
    if (!now) {
      found.push(`the table ${name} is gone`)
      continue
    }
    const change = creates.includes(name) ? undefined : firstChange(old.outside, now.outside)
    if (change !== undefined) found.push(`in ${name} a row that the fix does not name: ${change}`)
    const table = tables.find((each) => each.name === name)
    if (table && !removes.includes(name)) found.push(...lostKeys(table, old, now))
  }
  for (const name of after.keys()) {
    if (!before.has(name) && !creates.includes(name))
      found.push(`a table that the fix does not name: ${name}`)
  }
  return found
}

/** Keys of a published table that are no longer there: people have seen these rows. */
function lostKeys(table: WarehouseTable, old: TableState, now: TableState): string[] {
  if (table.published !== true) return []
  const key = (table.key ?? []).map((name) => old.columns.indexOf(name)).filter((index) => index >= 0)
  const keyOf = (row: string) => JSON.stringify(key.map((index) => (JSON.parse(row) as unknown[])[index]))
  const kept = new Set(rowsOf(now).map(keyOf))
  const lost = [...new Set(rowsOf(old).map(keyOf))].find((each) => !kept.has(each))
  return lost === undefined ? [] : [`the published row ${lost} of ${table.name} is lost`]
}
