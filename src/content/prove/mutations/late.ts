import { literal } from '../tables.ts'
import type { Column } from '../../model/table.ts'
import { columnsOf, isIn, rowCondition, rowsIn, valuesOf, where, type Change, type Kind } from './ground.ts'

/** What comes after everybody has counted: rows that arrive late, and a period before that is corrected under the reports. */

const numeric = (column: Column): boolean => !['text', 'boolean', 'date', 'timestamp'].includes(column.type)

/**
 * One more row of the period, with a number of its own and another measure or status, in a table whose rows are numbered.
 * Whatever was made from the table before does not know it.
 */
export const lateRow: Kind = (ground) =>
  ground.tables.flatMap((table): Change[] => {
    const all = ground.rows.get(table.name) ?? []
    // A name, as that of a currency, is no number: under a new one the row belongs to nothing.
    const number = columnsOf(table, 'key').find(({ name }) => valuesOf(all, name).length === all.length)
    const row = ground.random.pick(rowsIn(ground, table, ground.period))
    // Without a time a row has no period to be late for.
    if (!number || !row || table.time === undefined) return []
    const measures = columnsOf(table, 'measure').filter(numeric)
    const status = measures.length > 0 ? undefined : columnsOf(table, 'status')[0]
    const other = status?.values?.find((value) => value !== row[status.name])
    const [, arrival] = columnsOf(table, 'time').filter(({ type }) => type === 'timestamp')
    const changed = new Map<string, string>([
      [number.name, literal(numeric(number) ? '990001' : 'late-1', number)],
      ...measures.map(({ name }): [string, string] => [name, `${name} + 10`]),
      ...(status && other !== undefined ? [[status.name, literal(other, status)] as [string, string]] : []),
      ...(arrival ? [[arrival.name, `${arrival.name} + INTERVAL '3' DAY`] as [string, string]] : []),
    ])
    const columns = table.columns.map(({ name }) => changed.get(name) ?? name)
    return [
      {
        kind: 'late-row',
        tables: [table.name],
        what: `${table.name} has one more row of the period, which came late`,
        sql: [
          `INSERT INTO ${table.name} SELECT ${columns.join(', ')} FROM ${table.name}${where(rowCondition(ground, table, row))}`,
        ],
        meaning: 'harmful',
      },
    ]
  })

/** One table has other figures for the whole period before, which was closed: a comparison with it is one with nobody's figures. */
export const restatedPeriod: Kind = (ground) =>
  ground.tables.flatMap((table) => {
    const before = isIn(ground, table, ground.previous)
    if (before === undefined || rowsIn(ground, table, ground.previous).length === 0) return []
    return columnsOf(table, 'measure')
      .filter(numeric)
      .map((measure): Change => ({
        kind: 'restated-period',
        tables: [table.name],
        column: measure.name,
        what: `${table.name}.${measure.name} is 10 higher in each row of the period before`,
        sql: [`UPDATE ${table.name} SET ${measure.name} = ${measure.name} + 10${where(before)}`],
        meaning: 'harmful',
      }))
  })
