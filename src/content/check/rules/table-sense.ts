import { didYouMean } from '../../../text/suggest.ts'
import type { Content } from '../../read/load.ts'
import type { Table } from '../../model/table.ts'
import type { Mistake, Rule } from './rule.ts'

export const tableSense: Rule = {
  id: 'table-sense',
  severity: 'error',
  reason:
    'A key, a time or a reference that names no column, and a type that cannot be, describe another table than the one in the warehouse.',
  fix: 'Name a column of the table as its `columns` have it.',
  *check({ content }) {
    for (const document of content.tables.values())
      for (const { path, ...mistake } of problemsOf(content, document.id, document.data))
        yield { document, at: { path }, ...mistake }
  },
}

type Problem = Omit<Mistake, 'document' | 'at'> & { path: (string | number)[] }

function* problemsOf(content: Content, id: string, table: Table): Generator<Problem> {
  const { columns, key, time } = table
  const names = columns.map(({ name }) => name)
  const noColumn = (name: string, path: Problem['path']): Problem => ({
    path,
    message: `The table has no column "${name}"`,
    hint: didYouMean(name, names) ?? `Its columns are ${names.join(', ')}.`,
  })
  if (key?.length === 0)
    yield {
      path: ['key'],
      message: 'The key has no column',
      hint: 'Name its columns, or leave the field out.',
    }
  for (const [index, name] of (key ?? []).entries())
    if (!names.includes(name)) yield noColumn(name, ['key', index])
  if (time !== undefined) {
    const column = columns.find(({ name }) => name === time.column)
    if (!column) yield noColumn(time.column, ['time', 'column'])
    else if (/^(?:boolean|double|decimal)/.test(column.type))
      yield {
        path: ['time', 'column'],
        message: `The column "${column.name}" is of type ${column.type}, which is no time`,
        hint: 'Name a column of type date, timestamp or timestamptz.',
      }
    if (time.zone !== undefined && !isZone(time.zone))
      yield {
        path: ['time', 'zone'],
        message: `"${time.zone}" is no time zone`,
        hint: 'Write UTC, or a place such as Europe/Berlin.',
        severity: 'warning',
      }
  }
  for (const [index, { name, type, role, to, values }] of columns.entries()) {
    if (values?.length === 0)
      yield {
        path: ['columns', index, 'values'],
        message: `The column "${name}" may hold nothing`,
        hint: 'Name the words that are legal, or leave the field out.',
      }
    const twice = values?.findIndex((value, at) =>
      values.slice(0, at).some((other) => other.toLowerCase() === value.toLowerCase()),
    )
    if (twice !== undefined && twice >= 0)
      yield {
        path: ['columns', index, 'values', twice],
        message: `"${values?.[twice] ?? ''}" is there twice, but for its letter case`,
        hint: 'Keep the one that the warehouse has.',
        severity: 'warning',
      }
    const [, precision, scale] = /^decimal\((\d+),\s?(\d+)\)$/.exec(type) ?? []
    if (Number(scale) > Number(precision))
      yield {
        path: ['columns', index, 'type'],
        message: `${type} has more digits after the point than it has digits`,
        hint: `Write all digits first: decimal(${String(scale)},${String(precision)}).`,
      }
    if (names.indexOf(name) < index)
      yield {
        path: ['columns', index, 'name'],
        message: `The column "${name}" is there twice`,
        hint: 'Remove one of the two, or write the other name that was meant.',
      }
    if (to === undefined) continue
    yield* badReference(content, to, type, ['columns', index, 'to'])
    if (to === `${table.name ?? id.replaceAll('-', '_')}.${name}`)
      yield {
        path: ['columns', index, 'to'],
        message: `The column "${name}" points to itself`,
        hint: 'Name the column of the other table, or delete the line.',
      }
    if (role !== undefined && role !== 'reference' && role !== 'key')
      yield {
        path: ['columns', index, 'role'],
        message: `The column "${name}" points to ${to}, and its role is ${role}`,
        hint: 'Write role: reference, or delete `to`.',
        severity: 'warning',
      }
  }
}

function* badReference(
  content: Content,
  to: string,
  type: string,
  path: Problem['path'],
): Generator<Problem> {
  const [table = '', column = ''] = to.split('.')
  const tables = new Map([...content.tables].map(([id, { data }]) => [data.name ?? id, data]))
  const target = tables.get(table)
  // A file with mistakes has findings of its own.
  if (!target && content.documents.some((each) => each.collection === 'tables' && each.id === table)) return
  if (!target)
    yield {
      path,
      message: `No table "${table}" is described in tables/`,
      hint: didYouMean(table, [...tables.keys()]) ?? 'Describe it, or leave the field out.',
      severity: 'warning',
    }
  else if (!target.columns.some(({ name }) => name === column))
    yield {
      path,
      message: `The table "${table}" has no column "${column}"`,
      hint:
        didYouMean(
          column,
          target.columns.map(({ name }) => name),
        ) ?? 'Name one of its columns.',
    }
  const other = target?.columns.find(({ name }) => name === column)
  if (other && kindOf(other.type) !== kindOf(type))
    yield {
      path,
      message: `The column is of type ${type}, and ${to} of type ${other.type}`,
      hint: 'Name the column that has the same values, or correct the type of one of the two.',
      severity: 'warning',
    }
}

/** Types whose values can be equal. */
function kindOf(type: string): string {
  if (/^(?:integer|bigint|decimal|double)/.test(type)) return 'number'
  return type.startsWith('timestamp') ? 'timestamp' : type
}

/** Words such as "local" say that the zone is that of the row. */
function isZone(zone: string): boolean {
  if (/\s|^(?:local|mixed|unknown|none|session)$/i.test(zone)) return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}
