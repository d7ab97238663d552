import { closestTo } from '../../../text/suggest.ts'
import { warehouseTable } from '../../model/table.ts'
import type { SqlNames } from '../code/sql-names.ts'
import type { ValueUse } from '../code/sql-values.ts'
import type { Rule } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'
import { namesIn, sqlBlocks } from './shared/sql-of-pages.ts'

/** By table, its columns; by column, the texts that it may hold, or nothing where it has no list of them. */
type Choices = ReadonlyMap<string, ReadonlyMap<string, readonly string[] | undefined>>

export const unknownValue: Rule = {
  id: 'unknown-value',
  severity: 'error',
  reason:
    'A text that the column never holds is equal to no row: the query answers "nothing wrong" and is believed.',
  fix: "Write one of the column's `values` in `tables/`, or add the text there.",
  *check({ content, pages }) {
    const tables: Choices = new Map(
      [...content.tables].map(([id, { data }]) => {
        const { name, columns } = warehouseTable(id, data)
        return [name, new Map(columns.map((column) => [column.name, column.values]))]
      }),
    )
    if (![...tables.values()].some((columns) => [...columns.values()].some(Boolean))) return
    const { made } = namesIn(content)
    for (const { document, node, start, end, statements } of sqlBlocks(pages)) {
      for (const names of statements) {
        for (const use of names.values) {
          const choices = choicesOf(use, names, tables, made)
          if (choices === undefined || choices.includes(use.value)) continue
          const meant = closestTo(use.value, choices)
          yield {
            document,
            at: start + offsetInCode(document.text.slice(start, end), node.value, use.token.offset),
            message: `The column "${use.use.column.text}" never holds "${use.value}"`,
            hint: meant === undefined ? `It holds ${choices.join(', ')}.` : `Did you mean "${meant}"?`,
          }
        }
      }
    }
  },
}

/** The texts that the column of a comparison may hold; `undefined` where that is not said of every table that it can belong to. */
function choicesOf(
  { use: { column, of } }: ValueUse,
  { relations, given, made: own }: SqlNames,
  tables: Choices,
  made: ReadonlySet<string>,
): readonly string[] | undefined {
  const owners = relations.filter(({ alias, name }) => of === undefined || alias === of || name.lower === of)
  const isOfQuery = of === undefined && given.includes(column.lower)
  if (isOfQuery || owners.length === 0) return undefined
  const isDescribed = owners.every(
    ({ name, hasSchema }) =>
      tables.has(name.lower) && !hasSchema && !made.has(name.lower) && !own.includes(name.lower),
  )
  if (!isDescribed) return undefined
  const lists = owners.flatMap(({ name }) => {
    const columns = tables.get(name.lower)
    return columns?.has(column.lower) === true ? [columns.get(column.lower)] : []
  })
  const known = lists.flatMap((list) => list ?? [])
  return lists.length === 0 || lists.includes(undefined) ? undefined : [...new Set(known)]
}
