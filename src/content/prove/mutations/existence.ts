import type { WarehouseTable } from '../../model/table.ts'
import { literal, type Row } from '../tables.ts'
import {
  both,
  columnsOf,
  isIn,
  isPlanted,
  rowCondition,
  rowsIn,
  valuesOf,
  where,
  type Change,
  type Ground,
  type Kind,
} from './ground.ts'

/** Data that are not there at all. Most blocks that fail open fail here: nothing is compared, so nothing is wrong. */

/** Each table empty by turns, and all at once. */
export const emptyTable: Kind = ({ tables, rows }) => {
  const filled = tables.filter(({ name }) => (rows.get(name) ?? []).length > 0)
  const each = filled.map(({ name }): Change => ({
    kind: 'empty-table',
    tables: [name],
    what: `${name} is empty`,
    sql: [`DELETE FROM ${name}`],
    meaning: 'harmful',
  }))
  if (filled.length < 2) return each
  const names = filled.map(({ name }) => name)
  const sql = names.map((name) => `DELETE FROM ${name}`)
  return [
    ...each,
    { kind: 'empty-table', tables: names, what: 'all tables are empty', sql, meaning: 'harmful' },
  ]
}

/** A table has rows, but none of the period. */
export const emptyPeriod: Kind = (ground) =>
  ground.tables.flatMap((table): Change[] => {
    const condition = isIn(ground, table, ground.period)
    if (condition === undefined || rowsIn(ground, table, ground.period).length === 0) return []
    const what = `${table.name} has no row of the period`
    const sql = [`DELETE FROM ${table.name}${where(condition)}`]
    return [{ kind: 'empty-period', tables: [table.name], what, sql, meaning: 'harmful' }]
  })

/** The period that a block compares with is not there. */
export const noPreviousPeriod: Kind = (ground) =>
  ground.tables.flatMap((table): Change[] => {
    const condition = isIn(ground, table, ground.previous)
    if (condition === undefined || rowsIn(ground, table, ground.previous).length === 0) return []
    const what = `${table.name} has no row of the period before`
    const sql = [`DELETE FROM ${table.name}${where(condition)}`]
    return [{ kind: 'no-previous-period', tables: [table.name], what, sql, meaning: 'harmful' }]
  })

/** A group that the period had before has no row in it: in one table alone, and in all that know it. */
export const groupVanished: Kind = (ground) =>
  ground.tables.flatMap((table) =>
    columnsOf(table, 'group').flatMap((group): Change[] => {
      const values = valuesOf(rowsIn(ground, table, ground.period), group.name)
      if (values.length < 2) return []
      return ground.random.draw(values, 2).flatMap((value): Change[] => {
        const alike = ground.tables.filter((other) =>
          columnsOf(other, 'group').some(({ name }) => name === group.name),
        )
        const remove = (other: (typeof alike)[number]) =>
          `DELETE FROM ${other.name}${where(both(isIn(ground, other, ground.period), `${group.name} = ${literal(value, group)}`))}`
        const alone: Change = {
          kind: 'group-vanished',
          tables: [table.name],
          column: group.name,
          what: `${group.name} ${value} has no row in ${table.name}`,
          sql: [remove(table)],
          meaning: 'harmful',
        }
        if (alike.length < 2 || alike[0] !== table) return [alone]
        const everywhere = `${group.name} ${value} has no row in any table`
        return [
          alone,
          { ...alone, tables: alike.map(({ name }) => name), what: everywhere, sql: alike.map(remove) },
        ]
      })
    }),
  )

/** Nothing more comes after a moment in the period, from no group. Comparing groups with each other does not find it. */
export const allGroupsStopped: Kind = (ground) =>
  ground.tables.flatMap((table): Change[] => {
    const time = table.columns.find(({ name }) => name === table.time?.column)
    if (!time) return []
    const rows = rowsIn(ground, table, ground.period)
    const moments = valuesOf(rows, time.name).sort()
    const cut = moments[Math.floor((moments.length * 2) / 3)]
    if (moments.length < 3 || cut === undefined) return []
    const condition = both(isIn(ground, table, ground.period), `${time.name} >= ${literal(cut, time)}`)
    return [
      {
        kind: 'all-groups-stopped',
        tables: [table.name],
        column: time.name,
        what: `${table.name} has nothing from ${cut} on`,
        sql: [`DELETE FROM ${table.name}${where(condition)}`],
        meaning: 'harmful',
      },
    ]
  })

/** One row of the period is missing: the first, the last, one between. No copy is taken, for without it nothing is. */
export const rowMissing: Kind = (ground) =>
  ground.tables.flatMap((table) => {
    const copied = copiedKeys(ground, table)
    const rows = rowsIn(ground, table, ground.period).filter((row) => !copied.has(keyOf(table, row)))
    if (rows.length < 2) return []
    const drawn = new Set([rows[0], rows.at(-1), ground.random.pick(rows)])
    return [...drawn].flatMap((row): Change[] => {
      if (!row || isPlanted(ground, table, row)) return []
      const condition = rowCondition(ground, table, row)
      const what = `a row is missing in ${table.name}: ${condition}`
      const sql = [`DELETE FROM ${table.name}${where(condition)}`]
      return [{ kind: 'row-missing', tables: [table.name], what, sql, meaning: 'harmful' }]
    })
  })

const keyOf = ({ key = [] }: WarehouseTable, row: Row): string =>
  JSON.stringify(key.map((column) => row[column] ?? null))

/** The keys that several rows of a table have. */
function copiedKeys({ rows }: Ground, table: WarehouseTable): ReadonlySet<string> {
  const seen = new Set<string>()
  const copied = new Set<string>()
  if (table.key === undefined) return copied
  for (const row of rows.get(table.name) ?? []) {
    const key = keyOf(table, row)
    if (seen.has(key)) copied.add(key)
    seen.add(key)
  }
  return copied
}
