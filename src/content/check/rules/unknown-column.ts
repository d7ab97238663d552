import { closestTo } from '../../../text/suggest.ts'
import { warehouseTable } from '../../model/table.ts'
import { nodesOf } from '../../read/body.ts'
import { blockKind } from '../../read/code-fence.ts'
import { sqlNames, type SqlNames } from '../code/sql-names.ts'
import type { Token } from '../code/sql-tokens.ts'
import type { Rule } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'

type Columns = ReadonlyMap<string, ReadonlySet<string>>

export const unknownColumn: Rule = {
  id: 'unknown-column',
  severity: 'error',
  reason:
    'A block that names a column or a table that the warehouse does not have stops with an error, in the middle of an incident.',
  fix: 'Write the name as `tables/` has it, or describe the table there.',
  *check({ content, pages }) {
    const tables: Columns = new Map(
      [...content.tables].map(([id, { data }]) => {
        const { name, columns } = warehouseTable(id, data)
        return [name, new Set(columns.map((column) => column.name))]
      }),
    )
    // Who describes no table has said nothing that a block could contradict.
    if (tables.size === 0) return
    const blocks = [...nodesOf(pages, 'code')]
      .filter(({ node }) => blockKind(node.lang ?? '') === 'sql')
      .map((block) => ({ ...block, statements: sqlNames(block.node.value) }))
    const every = blocks.flatMap(({ statements }) => statements)
    const made = new Set(every.flatMap((names) => names.made))
    const known = new Set([
      ...[...tables.values()].flatMap((columns) => [...columns]),
      ...every.flatMap((names) => names.given),
      ...made,
      ...tables.keys(),
    ])
    for (const { document, node, start, end, statements } of blocks) {
      const reported = new Set<string>()
      for (const { token, message, among, isTable } of statements.flatMap((names) =>
        problemsOf(names, tables, made, known),
      )) {
        if (reported.has(message)) continue
        reported.add(message)
        const meant = closestTo(token.lower, among)
        yield {
          document,
          at: start + offsetInCode(document.text.slice(start, end), node.value, token.offset),
          message,
          ...(meant !== undefined && { hint: `Did you mean "${meant}"?` }),
          // Not every table of a warehouse has to be described.
          ...(isTable && { severity: 'warning' as const }),
        }
      }
    }
  },
}

interface Problem {
  token: Token
  message: string
  among: readonly string[]
  isTable: boolean
}

function problemsOf(
  { relations, columns, isOpaque }: SqlNames,
  tables: Columns,
  made: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Problem[] {
  const isKnown = ({ lower }: Token) => tables.has(lower) || made.has(lower)
  const strangers = relations.filter(({ name }) => !isKnown(name))
  const problems = strangers.map(({ name }) => ({
    token: name,
    message: `No table "${name.text}" is described in tables/`,
    among: [...tables.keys(), ...made],
    isTable: true,
  }))
  // A statement on other tables than ours: nothing here knows their columns.
  const isOurs = relations.length > 0 && strangers.length === 0 && !isOpaque
  for (const { column, of } of columns) {
    const owners = relations.filter(
      ({ alias, name }) => of === undefined || alias === of || name.lower === of,
    )
    const described = owners.flatMap(({ name }) => tables.get(name.lower) ?? [])
    const isOwned = of !== undefined && owners.length > 0 && described.length === owners.length
    const isThere = isOwned ? described.some((set) => set.has(column.lower)) : known.has(column.lower)
    if (isThere || !isOurs || owners.length === 0 || relations.some(({ alias }) => alias === column.lower))
      continue
    problems.push({
      token: column,
      message: isOwned
        ? `The table "${owners[0]?.name.text ?? of}" has no column "${column.text}"`
        : `No table and no view has a column "${column.text}"`,
      among: described.length > 0 ? described.flatMap((set) => [...set]) : [...known],
      isTable: false,
    })
  }
  return problems
}
