import type { Column } from '../../model/table.ts'
import { literal } from '../tables.ts'
import type { WarehouseTable } from '../../model/table.ts'
import {
  columnsOf,
  rowCondition,
  rowsIn,
  targets,
  where,
  type Change,
  type Ground,
  type Kind,
} from './ground.ts'

/** Rows that are there more often than they should be. Only for tables that say what makes a row unique. */

const keyed = (ground: Ground): WarehouseTable[] =>
  ground.tables.filter(({ key, name }) => (key ?? []).length > 0 && (ground.rows.get(name) ?? []).length > 0)

/** `INSERT … SELECT` of rows, with an expression in place of single columns. */
function again(
  table: WarehouseTable,
  condition: string | undefined,
  changed: Readonly<Record<string, string>> = {},
): string {
  const columns = table.columns.map(({ name }) => changed[name] ?? name)
  return `INSERT INTO ${table.name} SELECT ${columns.join(', ')} FROM ${table.name}${where(condition)}`
}

/** One row, one group or the whole period a second time. */
export const exactCopy: Kind = (ground) =>
  keyed(ground).flatMap((table) =>
    targets(ground, table).map((target): Change => ({
      kind: 'exact-copy',
      tables: [table.name],
      what: `${table.name} has a copy ${target.what}`,
      sql: [again(table, target.condition)],
      meaning: 'harmful',
    })),
  )

/** Every table has every row twice, so all of them still agree. */
export const allTwice: Kind = (ground) => {
  const tables = keyed(ground)
  if (tables.length === 0) return []
  const names = tables.map(({ name }) => name)
  const sql = tables.map((table) => again(table, undefined))
  return [
    {
      kind: 'all-twice',
      tables: names,
      what: 'every row of every table is there twice',
      sql,
      meaning: 'harmful',
    },
  ]
}

/** Copies that are not equal: a millisecond later, another measure under the same key. */
export const nearCopy: Kind = (ground) =>
  keyed(ground).flatMap((table) => {
    const row = ground.random.pick(rowsIn(ground, table, ground.period))
    if (!row) return []
    const condition = rowCondition(ground, table, row)
    const base = { tables: [table.name], meaning: 'harmful' as const }
    const times = columnsOf(table, 'time').filter(({ type }) => type.startsWith('timestamp'))
    const measures = columnsOf(table, 'measure').filter(({ type }) => !['text', 'boolean'].includes(type))
    return [
      ...times.map(({ name }): Change => ({
        ...base,
        kind: 'near-copy-time',
        column: name,
        what: `${table.name} has a copy that is a millisecond later in ${name}`,
        sql: [again(table, condition, { [name]: `${name} + INTERVAL '1 millisecond'` })],
      })),
      ...measures.flatMap((column): Change[] => [
        {
          ...base,
          kind: 'near-copy-measure',
          column: column.name,
          what: `${table.name} has a copy without ${column.name}`,
          sql: [again(table, condition, { [column.name]: 'NULL' })],
        },
        sameKey(table, column, row[column.name] ?? null, condition),
      ]),
    ]
  })

/** Two values for one key: neither can be taken for true. */
function sameKey(table: WarehouseTable, column: Column, value: string | null, condition: string): Change {
  const other = literal(String(Number(value ?? 0) + 7), column)
  return {
    kind: 'same-key',
    tables: [table.name],
    column: column.name,
    what: `${table.name} has another ${column.name} for a key that it has`,
    sql: [again(table, condition, { [column.name]: other })],
    meaning: 'harmful',
  }
}
