import type { Column, WarehouseTable } from '../model/table.ts'

/** Types that the two engines spell differently; the others have one name. */
const ENGINE_TYPES: Readonly<Record<string, string>> = { double: 'DOUBLE PRECISION' }

/** Creates an empty table. Nothing is NOT NULL or unique: the faults of this world have to fit in. */
export function createTable({ name, columns }: WarehouseTable): string {
  const parts = columns.map(
    (column) => `${column.name} ${ENGINE_TYPES[column.type] ?? column.type.toUpperCase()}`,
  )
  return `CREATE TABLE ${name} (${parts.join(', ')})`
}

/** A value as SQL writes it for a column. */
export function literal(value: string | null, { type }: Pick<Column, 'type'>): string {
  if (value === null) return 'NULL'
  const quoted = `'${value.replaceAll("'", "''")}'`
  switch (type) {
    case 'date':
      return `DATE ${quoted}`
    case 'timestamp':
      return `TIMESTAMP ${quoted}`
    case 'timestamptz':
      return `TIMESTAMPTZ ${quoted}`
    case 'text':
      return quoted
    case 'double':
      return /^-?[\d.]+(e[+-]?\d+)?$/i.test(value) ? value : `CAST(${quoted} AS DOUBLE PRECISION)`
    default:
      return value
  }
}

/** A row as a condition: its key where that is said to be unique, else all of its columns. */
export type Row = Readonly<Record<string, string | null>>

/** The condition that holds for this row. @param columns the columns that distinguish it from others */
export function isRow(table: WarehouseTable, row: Row, columns: readonly string[]): string {
  return columns
    .map((name) => {
      const column = table.columns.find((each) => each.name === name)
      const value = row[name] ?? null
      if (!column || value === null) return `${name} IS NULL`
      return `${name} = ${literal(value, column)}`
    })
    .join(' AND ')
}

/** Rows as INSERT statements, for a data set that can be pasted. */
export function insertRows(table: WarehouseTable, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const values = rows.map(
    (row) => `(${table.columns.map((column) => literal(row[column.name] ?? null, column)).join(', ')})`,
  )
  return `INSERT INTO ${table.name} VALUES\n  ${values.join(',\n  ')}`
}
