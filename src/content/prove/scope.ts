import type { Blind } from '../model/rehearsal.ts'
import type { Change } from './mutations/index.ts'
import type { PlacedBlock, Plan } from '../facts/proofs/plan.ts'
import { bare, identifiers, statements } from './split-sql.ts'

/** What a block names: its tables and columns, those of the views that it reads included. */
export interface Scope {
  names: ReadonlySet<string>
  /** Whether it reads every column of something. */
  all: boolean
}

/** The text that a block's answer hangs on: its own, and that of the views it names, however deep. */
export function scopeOf(block: PlacedBlock, plan: Plan): Scope {
  const views = viewsOf([...plan.setup.map(({ written }) => written), plan.rehearsal.healthy].join(';\n'))
  const names = new Set(identifiers(block.written))
  let all = readsAll(block.written)
  for (const name of names) {
    const view = views.get(name)
    if (view === undefined) continue
    // A set that grows while it is gone through: views of views are reached too.
    for (const each of identifiers(view)) names.add(each)
    all ||= readsAll(view)
  }
  return { names, all }
}

function viewsOf(sql: string): Map<string, string> {
  const views = new Map<string, string>()
  for (const statement of statements(sql)) {
    const [, name] =
      /^\s*create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?(?:view|table)\s+(?:if\s+not\s+exists\s+)?(\w+)/i.exec(
        bare(statement),
      ) ?? []
    if (name !== undefined) views.set(name.toLowerCase(), statement)
  }
  return views
}

/** `SELECT *`, `t.*`; the star of `COUNT(*)` and of a product is none. */
function readsAll(sql: string): boolean {
  return /(\bselect\s+(distinct\s+)?|,\s*|\.)\*/i.test(bare(sql))
}

/** Whether a change touches what the block reads. Of a change of several tables, each has to be one that it names. */
export function concerns({ names, all }: Scope, change: Change): boolean {
  const tables = change.tables.map((table) => names.has(table))
  const isNamed = change.kind === 'pair' ? tables.every(Boolean) : tables.some(Boolean)
  return isNamed && (change.column === undefined || all || names.has(change.column))
}

/**
 * The exception under which a block need not notice a change, if there is one. A pair is excepted by its own name, or
 * where each of its two changes is: a block that notices one of them has to notice both.
 */
export function exceptionFor(
  exceptions: readonly Blind[],
  change: Pick<Change, 'kind' | 'tables' | 'column' | 'parts'>,
): Blind | undefined {
  const own = exceptions.find(
    ({ kinds, tables, columns }) =>
      (kinds.includes('*') || kinds.includes(change.kind)) &&
      (tables === undefined || change.tables.some((table) => tables.includes(table))) &&
      (columns === undefined || (change.column !== undefined && columns.includes(change.column))),
  )
  if (own || change.parts === undefined) return own
  const each = change.parts.map((part) => exceptionFor(exceptions, part))
  return each.every((part) => part !== undefined) ? each[0] : undefined
}
