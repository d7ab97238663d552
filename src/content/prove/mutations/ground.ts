import type { Column } from '../../model/table.ts'
import type { Period } from '../../model/rehearsal.ts'
import type { Random } from '../random.ts'
import type { Session } from '../engines/engine.ts'
import { isRow, literal, type Row } from '../tables.ts'
import type { WarehouseTable } from '../../model/table.ts'

/** The rows of a data set, from which changes of it are made. */
export interface Ground {
  tables: readonly WarehouseTable[]
  rows: ReadonlyMap<string, readonly Row[]>
  period?: Period | undefined
  previous?: Period | undefined
  random: Random
  /** The values of the blocks' parameters. */
  values?: Readonly<Record<string, string>> | undefined
  /** The moment at which the blocks are asked. */
  now?: string | undefined
  /** The rows of the healthy data, where these are data with a planted fault. */
  healthy?: ReadonlyMap<string, readonly Row[]> | undefined
}

/** One generated data set: SQL on top of another one. */
export interface Change {
  kind: string
  /** The tables that it changes, and the column where it is one. */
  tables: readonly string[]
  column?: string | undefined
  /** What it does, in words. */
  what: string
  sql: readonly string[]
  /** Harmful: a block must not say `ok`. Harmless: it must answer as before; `or` says what it may also answer. */
  meaning: 'harmful' | { same: true; or: readonly string[] }
  /** The two changes that a pair is made of. */
  parts?: readonly Change[]
  session?: Session
  /** Whether the views of the set-up are made anew around a column that gets another type. */
  isAroundViews?: boolean
  /** What the blocks' parameters are where it is not what the rehearsal says. */
  values?: Readonly<Record<string, string>>
}

/** Whether it gives times a zone that have none. */
export const isZoned = ({ sql }: Pick<Change, 'sql'>): boolean => sql.some((one) => one.includes(WITH_ZONE))
const WITH_ZONE = 'TYPE TIMESTAMPTZ'

/** A column of times in UTC becomes one of times with a zone. */
export const toZoned = (table: string, column: string): string =>
  `ALTER TABLE ${table} ALTER COLUMN ${column} ${WITH_ZONE} USING ${column} AT TIME ZONE 'UTC'`

/** Makes the changes of one or a few kinds. */
export type Kind = (ground: Ground) => Change[]

const MONTH = /^\d{4}-\d\d$/

/** Rows of a table in a period; all of them where the table has no time or there is no period. */
export function rowsIn(ground: Ground, table: WarehouseTable, period: Period | undefined): readonly Row[] {
  const rows = ground.rows.get(table.name) ?? []
  const time = table.time?.column
  if (time === undefined || period === undefined) return rows
  return rows.filter((row) => {
    const value = row[time]
    if (value === null || value === undefined) return false
    const moment = MONTH.test(value) ? `${value}-01` : value
    return moment >= plain(period.from) && moment < plain(period.until)
  })
}

/** The same as a condition in SQL; `undefined` where it is all rows. */
export function isIn(ground: Ground, table: WarehouseTable, period: Period | undefined): string | undefined {
  const column = table.columns.find(({ name }) => name === table.time?.column)
  if (column === undefined || period === undefined) return undefined
  const sample = (ground.rows.get(table.name) ?? []).find((row) => (row[column.name] ?? null) !== null)
  const cut = (moment: string) =>
    MONTH.test(sample?.[column.name] ?? '') ? plain(moment).slice(0, 7) : plain(moment)
  const bound = (moment: string) => literal(cut(moment), column)
  return `${column.name} >= ${bound(period.from)} AND ${column.name} < ${bound(period.until)}`
}

function plain(moment: string): string {
  return moment.replace('T', ' ').replace('Z', '')
}

/** Whether the planted fault made this row: without it the data may be healthy again, and `ok` is then right. */
export function isPlanted({ healthy }: Ground, table: WarehouseTable, row: Row): boolean {
  if (healthy === undefined) return false
  const text = textOf(table, row)
  return !(healthy.get(table.name) ?? []).some((other) => textOf(table, other) === text)
}

const textOf = ({ columns }: WarehouseTable, row: Row): string =>
  JSON.stringify(columns.map(({ name }) => row[name] ?? null))

/** The columns that distinguish a row from all others: the key where it does, otherwise every column. */
function distinguishing(ground: Ground, table: WarehouseTable): readonly string[] {
  const key = table.key ?? []
  const rows = ground.rows.get(table.name) ?? []
  const keys = new Set(rows.map((row) => JSON.stringify(key.map((name) => row[name]))))
  return key.length > 0 && keys.size === rows.length ? key : table.columns.map(({ name }) => name)
}

/** The condition of one row. */
export function rowCondition(ground: Ground, table: WarehouseTable, row: Row): string {
  return isRow(table, row, distinguishing(ground, table))
}

/** Columns of a table by role. */
export function columnsOf(table: WarehouseTable, ...roles: readonly (Column['role'] & string)[]): Column[] {
  return table.columns.filter(({ role }) => role !== undefined && roles.includes(role))
}

/** The different values of a column among rows, NULL left out, in order of first appearance. */
export function valuesOf(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.map((row) => row[column] ?? null))].filter((value) => value !== null)
}

/** A part of a table's rows that a change is applied to. */
export interface Target {
  what: string
  /** `undefined`: all rows. */
  condition: string | undefined
  rows: readonly Row[]
}

/** One row of the period, one group of it, and all of it: a fault may be as small or as large as that. */
export function targets(ground: Ground, table: WarehouseTable): Target[] {
  const rows = rowsIn(ground, table, ground.period)
  const whole = isIn(ground, table, ground.period)
  const found: Target[] = []
  // Another value in a row that the fault made may leave nothing wrong at all.
  const one = ground.random.pick(rows.filter((row) => !isPlanted(ground, table, row)))
  if (one) found.push({ what: 'in one row', condition: rowCondition(ground, table, one), rows: [one] })
  const group = ground.random.pick(columnsOf(table, 'group', 'reference'))
  const value = group && ground.random.pick(valuesOf(rows, group.name))
  if (group && value !== undefined) {
    const inGroup = rows.filter((row) => row[group.name] === value)
    if (inGroup.length > 1 || rows.length > inGroup.length) {
      const condition = both(whole, `${group.name} = ${literal(value, group)}`)
      found.push({ what: `for ${group.name} ${value}`, condition, rows: inGroup })
    }
  }
  if (rows.length > 1) found.push({ what: 'in the whole period', condition: whole, rows })
  return found
}

/** Two conditions as one. */
export function both(...conditions: readonly (string | undefined)[]): string | undefined {
  const parts = conditions.filter((each) => each !== undefined)
  return parts.length === 0
    ? undefined
    : parts.map((each) => (parts.length > 1 ? `(${each})` : each)).join(' AND ')
}

/** ` WHERE …`, or nothing. */
export function where(condition: string | undefined): string {
  return condition === undefined ? '' : ` WHERE ${condition}`
}
