import { closestTo } from '../../../text/suggest.ts'
import { warehouseTable } from '../../model/table.ts'
import type { SqlNames } from '../code/sql-names.ts'
import type { Token } from '../code/sql-tokens.ts'
import { isOfEngine } from '../code/sql-words.ts'
import type { Rule } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'
import { namesIn, sqlBlocks } from './shared/sql-of-pages.ts'

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
    const blocks = sqlBlocks(pages)
    // A view made on one page is read on another, whichever pages are looked at.
    const everywhere = namesIn(content)
    const every = [everywhere, ...blocks.flatMap(({ statements }) => statements)]
    const made = new Set(every.flatMap((names) => [...names.made]))
    const known = new Set([
      ...[...tables.values()].flatMap((columns) => [...columns]),
      ...every.flatMap((names) => [...names.given]),
      ...made,
      ...tables.keys(),
    ])
    for (const { document, node, start, end, statements } of blocks) {
      const reported = new Set<string>()
      for (const { token, message, among, isDoubtful, hint } of statements.flatMap((names) =>
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
          ...(hint !== undefined && { hint }),
          ...(isDoubtful && { severity: 'warning' as const }),
        }
      }
    }
  },
}

/** What engines call a row that is written, and what functions of theirs begin with. */
const OF_ENGINE =
  'excluded new old inserted deleted target source ml ai net keys safe hll_count kll_quantiles'.split(' ')

interface Problem {
  token: Token
  message: string
  among: readonly string[]
  hint?: string
  /** It may be right: not every table of a warehouse has to be described, nor every schema. */
  isDoubtful: boolean
}

function problemsOf(
  { relations, columns, besides, isOpaque, made: own }: SqlNames,
  tables: Columns,
  made: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Problem[] {
  const isKnown = ({ lower }: Token) =>
    tables.has(lower) ||
    made.has(lower) ||
    relations.some(({ alias, name }) => alias === lower && name.lower !== lower)
  const madeHere = new Set(own)
  const strangers = relations.filter(({ name }) => !isKnown(name))
  const problems = strangers.map(({ name }) => ({
    token: name,
    message: `No table "${name.text}" is described in tables/`,
    among: [...tables.keys(), ...made],
    isDoubtful: true,
  }))
  // A statement on other tables than ours: nothing here knows their columns.
  const isOurs = relations.length > 0 && strangers.length === 0 && !isOpaque
  const called = new Set([
    ...relations.flatMap(({ alias, name }) => [alias, name.lower]),
    ...own,
    ...OF_ENGINE,
  ])
  for (const { column, of, owner } of columns) {
    if (isOurs && owner !== undefined && !called.has(owner.lower) && !made.has(owner.lower)) {
      // A column may have parts.
      if (!known.has(owner.lower) && !isOfEngine(owner.lower))
        problems.push({
          token: owner,
          message: `Nothing in the query is called "${owner.text}"`,
          among: relations.map(({ alias }) => alias),
          isDoubtful: false,
        })
      continue
    }
    const owners = relations.filter(
      ({ alias, name }) => of === undefined || alias === of || name.lower === of,
    )
    const described = owners.flatMap(({ name, alias }) =>
      madeHere.has(name.lower) || madeHere.has(alias) ? [] : (tables.get(name.lower) ?? []),
    )
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
      isDoubtful: relations.some(({ hasSchema }) => hasSchema),
    })
  }
  return isOurs ? [...problems, ...commaProblems(besides, relations, tables)] : problems
}

/** Two columns of the tables that are read, of which the second would be another name of the first. */
function commaProblems(
  besides: SqlNames['besides'],
  relations: SqlNames['relations'],
  tables: Columns,
): Problem[] {
  const isColumn = ({ lower }: Token) =>
    relations.some(({ name }) => tables.get(name.lower)?.has(lower) === true)
  return besides
    .filter(({ name, of }) => name.lower !== of.lower && isColumn(name) && isColumn(of))
    .map(({ name, of }) => ({
      token: name,
      message: `No comma is between ${of.text} and ${name.text}, which are both columns`,
      among: [],
      hint: `Write ${of.text}, ${name.text}; or AS before another name.`,
      isDoubtful: true,
    }))
}
