import type { Session } from '../engines/engine.ts'
import { insertRows, literal, type Row } from '../tables.ts'
import type { Period } from '../../model/rehearsal.ts'
import type { WarehouseTable } from '../../model/table.ts'
import {
  both,
  columnsOf,
  isIn,
  isPlanted,
  rowCondition,
  rowsIn,
  toZoned,
  valuesOf,
  where,
  type Change,
  type Ground,
  type Kind,
} from './ground.ts'

/** Data and sessions that are as right as those before: a block that answers otherwise cries wolf. */

const same = (...or: string[]): Change['meaning'] => ({ same: true, or })

/** The same rows, stored in the opposite order: an answer that changes hangs on an accident. */
export const rowOrder: Kind = ({ tables, rows }) => {
  const several = tables.filter(({ name }) => (rows.get(name) ?? []).length > 1)
  if (several.length === 0) return []
  const sql = several.flatMap((table) => [
    `DELETE FROM ${table.name}`,
    insertRows(table, [...(rows.get(table.name) ?? [])].reverse()),
  ])
  const names = several.map(({ name }) => name)
  return [
    {
      kind: 'row-order',
      tables: names,
      what: 'all rows are stored in the opposite order',
      sql,
      meaning: same(),
    },
  ]
}

const SESSIONS: readonly { kind: string; what: string; session: Session }[] = [
  { kind: 'threads', what: 'the query runs on 4 threads', session: { threads: 4 } },
  // Also 45 minutes beside all others, and a day ahead of the west.
  ...['America/New_York', 'Asia/Tokyo', 'Pacific/Apia', 'Asia/Kathmandu', 'Pacific/Kiritimati'].map(
    (zone) => ({
      kind: 'session-zone',
      what: `the session is in ${zone}`,
      session: { zone },
    }),
  ),
]

/** Another session on the same rows. */
export const sessions: Kind = ({ tables }) => {
  const names = tables.map(({ name }) => name)
  return SESSIONS.map(({ kind, what, session }): Change => ({
    kind,
    tables: names,
    what,
    sql: [],
    meaning: same(),
    session,
  }))
}

/** Times with a zone instead of without, in a session at home and in one elsewhere. An error is loud enough. */
export const zonedTimes: Kind = ({ tables }) =>
  tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => type === 'timestamp')
      .flatMap(({ name }) =>
        [{}, { zone: 'America/New_York' }].map((session): Change => ({
          kind: 'timestamptz',
          tables: [table.name],
          column: name,
          what: `${table.name}.${name} is TIMESTAMPTZ, the session is in ${session.zone ?? 'UTC'}`,
          sql: [toZoned(table.name, name)],
          meaning: same('cannot tell', 'error'),
          session,
        })),
      ),
  )

/** A table has one more column: a positional INSERT or a `SELECT *` breaks, which must be loud. */
export const newColumn: Kind = ({ tables }) =>
  tables.map(({ name }): Change => ({
    kind: 'new-column',
    tables: [name],
    what: `${name} has one more column`,
    sql: [`ALTER TABLE ${name} ADD COLUMN added_later VARCHAR`],
    meaning: same('error'),
  }))

/** The group columns that several tables share, each with its values of the period. */
function groups(ground: Ground): { name: string; tables: WarehouseTable[]; values: string[] }[] {
  const names = [
    ...new Set(ground.tables.flatMap((table) => columnsOf(table, 'group').map(({ name }) => name))),
  ]
  return names.map((name) => {
    const tables = ground.tables.filter((table) => table.columns.some((column) => column.name === name))
    const values = tables.flatMap((table) => valuesOf(rowsIn(ground, table, ground.period), name))
    return { name, tables, values: [...new Set(values)] }
  })
}

const isValue = (table: WarehouseTable, name: string, value: string): string => {
  const column = table.columns.find((each) => each.name === name)
  return column ? `${name} = ${literal(value, column)}` : 'FALSE'
}

/** A group that exists nowhere any more, and did not in the period before: it was closed long ago. */
export const closedGroup: Kind = (ground) =>
  groups(ground).flatMap(({ name, tables, values }): Change[] => {
    const value = values.length > 1 ? ground.random.pick(values) : undefined
    if (value === undefined) return []
    const sql = tables.map((table) => {
      const time = table.columns.find((column) => column.name === table.time?.column)
      const from = ground.previous ?? ground.period
      const since = time && from ? isIn(ground, table, { from: from.from, until: '9999-12-31' }) : undefined
      return `DELETE FROM ${table.name}${where(both(since, isValue(table, name, value)))}`
    })
    const what = `${name} ${value} was closed before the period before`
    return [
      {
        kind: 'closed-group',
        tables: tables.map((each) => each.name),
        column: name,
        what,
        sql,
        meaning: same('cannot tell'),
      },
    ]
  })

/** Whether the planted fault is in other groups alone, so that nothing is wrong with what this one leaves. */
function isCured(ground: Ground, name: string, tables: readonly WarehouseTable[], value: string): boolean {
  if (ground.healthy === undefined) return false
  return !tables.some((table) =>
    (ground.rows.get(table.name) ?? []).some((row) => row[name] === value && isPlanted(ground, table, row)),
  )
}

/** Only one group in all of history. */
export const oneGroup: Kind = (ground) =>
  groups(ground).flatMap(({ name, tables, values }): Change[] => {
    const value = values.length > 1 ? ground.random.pick(values) : undefined
    if (value === undefined || isCured(ground, name, tables, value)) return []
    const sql = tables.map((table) => `DELETE FROM ${table.name} WHERE NOT (${isValue(table, name, value)})`)
    const what = `${name} ${value} is the only one that there has ever been`
    return [
      {
        kind: 'one-row',
        tables: tables.map((each) => each.name),
        column: name,
        what,
        sql,
        meaning: same('cannot tell'),
      },
    ]
  })

/** The first period ever: no table has anything before it. */
export const firstPeriod: Kind = (ground) => {
  const { period } = ground
  if (!period) return []
  const before = { from: '0001-01-01', until: period.from }
  const dated = ground.tables.filter(
    (table) => rowsIn(ground, table, before).length > 0 && table.time !== undefined,
  )
  if (dated.length === 0) return []
  const sql = dated.map((table) => `DELETE FROM ${table.name}${where(isIn(ground, table, before))}`)
  const names = dated.map(({ name }) => name)
  return [
    {
      kind: 'first-period',
      tables: names,
      what: 'nothing is older than the period',
      sql,
      meaning: same('cannot tell'),
    },
  ]
}

/**
 * Rows at the first and at the last instant of the period, which belong to it, and at those just outside, which do not.
 */
export const boundary: Kind = (ground) =>
  ground.tables.flatMap((table): Change[] => {
    const time = table.columns.find(({ name }) => name === table.time?.column)
    const rows = rowsIn(ground, table, ground.period)
    const [early, late] = ground.random.draw(rows, 2)
    if (time?.type !== 'timestamp' || !ground.period || !early || !late) return []
    const first = literal(ground.period.from.slice(0, 10), time)
    const next = literal(ground.period.until.slice(0, 10), time)
    const beforeIt = (moment: string) => `${moment} - INTERVAL '1 millisecond'`
    // The nearest rows outside: from further away, another day would lose them.
    const before = inOrder(ground, table, time.name, { from: '0001-01-01', until: ground.period.from }).at(-1)
    const [after] = inOrder(ground, table, time.name, { from: ground.period.until, until: '9999-12-31' })
    const moves: [Row | undefined, string][] = [
      [early, first],
      [late, beforeIt(next)],
      [before, beforeIt(first)],
      [after, next],
    ]
    const sql = moves.flatMap(([row, moment]) =>
      row === undefined
        ? []
        : [`UPDATE ${table.name} SET ${time.name} = ${moment}${where(rowCondition(ground, table, row))}`],
    )
    const what = `${table.name} has rows at the first and at the last instant of the period, and just outside`
    return [
      { kind: 'boundary', tables: [table.name], column: time.name, what, sql, meaning: same('cannot tell') },
    ]
  })

function inOrder(ground: Ground, table: WarehouseTable, time: string, period: Period): Row[] {
  return rowsIn(ground, table, period).toSorted((a, b) => ((a[time] ?? '') < (b[time] ?? '') ? -1 : 1))
}
