import type { Column } from '../../model/table.ts'
import { literal } from '../tables.ts'
import type { WarehouseTable } from '../../model/table.ts'
import { both, targets, where, type Change, type Ground, type Kind } from './ground.ts'

/** Values that stand for "no value", and values that cannot be: one kind a row of this table. */
interface Wrong {
  kind: string
  /** Whether such a value is a fault in this column. */
  applies: (column: Column) => boolean
  /** The expression that takes the value's place. */
  value: (column: Column) => string
}

const isNumber = ({ type }: Column) => /^(integer|bigint|double|decimal)/.test(type)
const isText = ({ type }: Column) => type === 'text'
const isInstant = ({ type }: Column) => /^(date|timestamp)/.test(type)
const isMonth = (column: Column) => isText(column) && column.role === 'time'

const at = (moment: string) => (column: Column) =>
  literal(
    isMonth(column) ? moment.slice(0, 7) : column.type === 'date' ? moment : `${moment} 00:00:00`,
    column,
  )

const yearLater = (column: Column) => {
  if (isInstant(column)) {
    const later = `${column.name} + INTERVAL '1 year'`
    return column.type === 'date' ? `CAST(${later} AS DATE)` : later
  }
  // A month as text: 2026-11 becomes 2027-11.
  return `CAST(CAST(SUBSTR(${column.name}, 1, 4) AS INTEGER) + 1 AS VARCHAR) || SUBSTR(${column.name}, 5)`
}

/** About as much as the column holds: a sum of two of them may not fit. */
function largest({ type }: Column): string {
  const [, digits, decimals] = /^decimal\((\d+),\s*(\d+)\)/.exec(type) ?? []
  if (digits !== undefined) return '9'.repeat(Number(digits) - Number(decimals))
  return type === 'integer' ? '2000000000' : '9000000000000000'
}

const isMeasure = (column: Column) => column.role === 'measure' && isNumber(column)
const isTime = (column: Column) => column.role === 'time' && (isInstant(column) || isText(column))

const WRONG: readonly Wrong[] = [
  { kind: 'null', applies: ({ role, empty }) => role !== undefined && empty !== true, value: () => 'NULL' },
  {
    kind: 'nan',
    applies: (column) => isMeasure(column) && column.type === 'double',
    value: () => "CAST('NaN' AS DOUBLE PRECISION)",
  },
  {
    kind: 'infinity',
    applies: (column) => isMeasure(column) && column.type === 'double',
    value: () => "CAST('Infinity' AS DOUBLE PRECISION)",
  },
  {
    kind: 'empty-text',
    applies: (column) => isText(column) && column.role !== undefined && column.empty !== true,
    value: () => "''",
  },
  { kind: 'zero', applies: (column) => isMeasure(column) && column.zero !== true, value: () => '0' },
  {
    kind: 'minus-one',
    applies: (column) => isMeasure(column) && column.negative !== true,
    value: () => '-1',
  },
  { kind: 'nine-nine-nine', applies: isMeasure, value: () => '999' },
  { kind: 'huge', applies: isMeasure, value: largest },
  {
    kind: 'sign',
    applies: (column) => isMeasure(column) && column.negative !== true,
    value: ({ name }) => `-${name}`,
  },
  { kind: 'year-1970', applies: isTime, value: at('1970-01-01') },
  {
    kind: 'year-9999',
    applies: (column) => isTime(column) && column.future !== true,
    value: at('9999-12-31'),
  },
  { kind: 'next-year', applies: (column) => isTime(column) && column.future !== true, value: yearLater },
  {
    kind: 'unknown-word',
    applies: (column) => isText(column) && column.role === 'status',
    value: () => "'no such word'",
  },
  {
    kind: 'unknown-reference',
    applies: ({ role, type }) => role === 'reference' && (type === 'text' || /^(integer|bigint)$/.test(type)),
    value: ({ type }) => (type === 'text' ? "'no-such-key'" : '2000000000'),
  },
]

/** Each wrong value in each column by turns: in one row, in one group, in the whole period. */
export const wrongValues: Kind = (ground) =>
  ground.tables.flatMap((table) =>
    table.columns.flatMap((column) =>
      WRONG.filter(({ applies }) => applies(column)).flatMap((wrong) =>
        changesOf(ground, table, column, wrong),
      ),
    ),
  )

function changesOf(ground: Ground, table: WarehouseTable, column: Column, { kind, value }: Wrong): Change[] {
  const expression = value(column)
  return targets(ground, table).flatMap((target): Change[] => {
    const isThere = target.rows.every((row) => isAlready(row[column.name] ?? null, expression, column))
    if (isThere) return []
    return [
      {
        kind,
        tables: [table.name],
        column: column.name,
        what: `${table.name}.${column.name} is ${expression} ${target.what}`,
        sql: [`UPDATE ${table.name} SET ${column.name} = ${expression}${where(both(target.condition))}`],
        meaning: 'harmful',
      },
    ]
  })
}

/** Whether the change would leave the value as it is: a sign of 0, a NULL that is NULL. */
function isAlready(value: string | null, expression: string, column: Column): boolean {
  if (value === null) return expression === 'NULL' || expression.includes(column.name)
  if (expression === `-${column.name}`) return Number(value) === 0
  return literal(value, column) === expression || (isNumber(column) && Number(value) === Number(expression))
}
