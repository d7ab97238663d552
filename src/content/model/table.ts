import { z } from 'zod'
import { text } from './fields.ts'

/**
 * `tables/*.yaml`: one table of the warehouse. The rehearsals create their tables from these files, and the roles of the
 * columns decide which data sets `prove` generates, so one table has one shape on all pages.
 */

/** What a column is for. A column without a role is described and never changed by a generated data set. */
const COLUMN_ROLES = ['key', 'time', 'measure', 'group', 'status', 'reference'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

const sqlName = z
  .string()
  .regex(/^[a-z_][a-z0-9_]*$/, 'a name as SQL writes it without quotes: lower-case letters, digits and _')

/** The types that DuckDB and PostgreSQL both have under these names, but for `text` and `double`. */
const columnType = z
  .string()
  .regex(
    /^(text|integer|bigint|double|boolean|date|timestamp|timestamptz|decimal\(\d{1,2},\s?\d{1,2}\))$/,
    'one of text, integer, bigint, decimal(P,S), double, boolean, date, timestamp, timestamptz',
  )

const legal = (description: string) =>
  z
    .boolean()
    .optional()
    .meta({ description, examples: [true] })

const columnSchema = z.strictObject({
  name: sqlName.meta({ description: 'Name of the column.', examples: ['event_id'] }),
  type: columnType.meta({ description: 'Type of the column.', examples: ['decimal(18,2)'] }),
  role: z
    .enum(COLUMN_ROLES)
    .optional()
    .meta({
      description: 'What the column is for; decides which faults are generated in it.',
      examples: ['measure'],
    }),
  summary: text.meta({
    description: 'What the column holds.',
    examples: ['The id that the client gave.'],
  }),
  to: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/, 'a table and a column, as accounts.account_id')
    .optional()
    .meta({ description: 'The column that a reference points to.', examples: ['accounts.account_id'] }),
  values: z
    .array(text)
    .optional()
    .meta({ description: 'The words that are legal, where there is a list.', examples: [['new', 'done']] }),
  empty: legal('NULL is legal here.'),
  zero: legal('The value 0 is legal here.'),
  negative: legal('A value below 0 is legal here.'),
  future: legal('A time after the moment of the question is legal here.'),
})

export const tableSchema = z.strictObject({
  name: sqlName
    .optional()
    .meta({ description: 'Name in the warehouse, where it is not the file name.', examples: ['events_raw'] }),
  title: text.meta({ description: 'Title of its page.', examples: ['Raw events'] }),
  summary: text.meta({ description: 'What it holds.', examples: ['Every event that was loaded.'] }),
  row: text.meta({ description: 'What one row is.', examples: ['One event of one user, as loaded.'] }),
  writtenBy: text.optional().meta({ description: 'Who or what writes it.', examples: ['The loader'] }),
  published: z
    .boolean()
    .optional()
    .meta({
      description: 'People outside the team read it, so no fix may lose a row of it.',
      examples: [true],
    }),
  key: z
    .array(sqlName)
    .optional()
    .meta({ description: 'The columns that make a row unique.', examples: [['event_id', 'user_id']] }),
  time: z
    .strictObject({
      column: sqlName.meta({
        description: 'The column that says which period a row belongs to.',
        examples: ['day'],
      }),
      zone: text.optional().meta({ description: 'The zone of its values.', examples: ['UTC'] }),
    })
    .optional()
    .meta({ description: 'Which period a row belongs to.' }),
  columns: z.array(columnSchema).min(1).meta({ description: 'The columns, in order.' }),
})

export type Table = z.infer<typeof tableSchema>
export type Column = z.infer<typeof columnSchema>

/** A table as a rehearsal uses it, under its name in the warehouse. */
export interface WarehouseTable extends Omit<Table, 'name'> {
  id: string
  name: string
}

/** A table of `content/tables/`: its name is the file's, unless it says another. */
export function warehouseTable(id: string, table: Table): WarehouseTable {
  return { ...table, id, name: table.name ?? id.replaceAll('-', '_') }
}
