import { literal } from '../tables.ts'
import {
  both,
  columnsOf,
  isIn,
  rowCondition,
  rowsIn,
  valuesOf,
  where,
  type Change,
  type Kind,
} from './ground.ts'

/** Faults that look plausible because they agree with something: with last month, with each other, with the majority. */

const measuresOf = (table: Parameters<typeof columnsOf>[0]) =>
  columnsOf(table, 'measure').filter(({ type }) => !['text', 'boolean'].includes(type))

/** The period holds the figures of the period before. */
export const carriedForward: Kind = (ground) =>
  ground.tables.flatMap((table) => {
    const group = columnsOf(table, 'group')[0]
    if (!group || !ground.previous || table.time === undefined) return []
    const before = new Map(rowsIn(ground, table, ground.previous).map((row) => [row[group.name] ?? '', row]))
    const now = rowsIn(ground, table, ground.period)
    return measuresOf(table).flatMap((measure): Change[] => {
      const differs = now.filter(
        (row) =>
          before.has(row[group.name] ?? '') &&
          before.get(row[group.name] ?? '')?.[measure.name] !== row[measure.name],
      )
      if (differs.length === 0 || before.size < valuesOf(now, group.name).length) return []
      const sql = now.flatMap((row) => {
        const old = before.get(row[group.name] ?? '')
        const value = literal(old?.[measure.name] ?? null, measure)
        return old
          ? [`UPDATE ${table.name} SET ${measure.name} = ${value}${where(rowCondition(ground, table, row))}`]
          : []
      })
      const what = `${table.name}.${measure.name} is that of the period before`
      return [
        {
          kind: 'carried-forward',
          tables: [table.name],
          column: measure.name,
          what,
          sql,
          meaning: 'harmful',
        },
      ]
    })
  })

/** One row has too much and another too little, so every total is right. */
export const offsetting: Kind = (ground) =>
  ground.tables.flatMap((table) => {
    const [more, less] = ground.random.draw(rowsIn(ground, table, ground.period), 2)
    if (!more || !less) return []
    return measuresOf(table).map((measure): Change => ({
      kind: 'offsetting',
      tables: [table.name],
      column: measure.name,
      what: `${table.name}.${measure.name} is 10 too high in one row and 10 too low in another`,
      sql: [
        `UPDATE ${table.name} SET ${measure.name} = ${measure.name} + 10${where(rowCondition(ground, table, more))}`,
        `UPDATE ${table.name} SET ${measure.name} = ${measure.name} - 10${where(rowCondition(ground, table, less))}`,
      ],
      meaning: 'harmful',
    }))
  })

/** The fault is in the period before as well, so a comparison of the two finds no change. */
export const secondPeriod: Kind = (ground) =>
  ground.tables.flatMap((table) => {
    const now = isIn(ground, table, ground.period)
    const before = isIn(ground, table, ground.previous)
    const group = columnsOf(table, 'group')[0]
    const value = group && ground.random.pick(valuesOf(rowsIn(ground, table, ground.period), group.name))
    if (now === undefined || before === undefined || !group || value === undefined) return []
    const either = both(`(${now}) OR (${before})`, `${group.name} = ${literal(value, group)}`)
    return measuresOf(table)
      .filter(({ empty }) => empty !== true)
      .map((measure): Change => ({
        kind: 'second-period',
        tables: [table.name],
        column: measure.name,
        what: `${table.name}.${measure.name} is missing for ${value} in both periods`,
        sql: [`UPDATE ${table.name} SET ${measure.name} = NULL${where(either)}`],
        meaning: 'harmful',
      }))
  })

/** Over half of the groups, or rows, are wrong in the same way: what is usual is then the fault. */
export const majority: Kind = (ground) =>
  ground.tables.flatMap((table) => {
    const column =
      columnsOf(table, 'group')[0] ?? table.columns.find(({ name }) => name === table.time?.column)
    const rows = rowsIn(ground, table, ground.period)
    const values = column ? valuesOf(rows, column.name) : []
    if (!column || values.length < 3) return []
    const faulty = ground.random.draw(values, Math.floor(values.length / 2) + 1)
    const list = faulty.map((value) => literal(value, column)).join(', ')
    const condition = both(isIn(ground, table, ground.period), `${column.name} IN (${list})`)
    return measuresOf(table).map((measure): Change => ({
      kind: 'majority',
      tables: [table.name],
      column: measure.name,
      what: `${table.name}.${measure.name} is 1 for ${String(faulty.length)} of ${String(values.length)}`,
      sql: [`UPDATE ${table.name} SET ${measure.name} = 1${where(condition)}`],
      meaning: 'harmful',
    }))
  })
