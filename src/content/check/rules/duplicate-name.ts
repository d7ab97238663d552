import type { ContentDocument } from '../../read/load.ts'
import type { Mistake, Rule } from './rule.ts'

export const duplicateName: Rule = {
  id: 'duplicate-name',
  severity: 'error',
  reason: 'If two people have the same name, somebody may call the wrong one during an incident.',
  fix: 'Give each the name by which the team distinguishes them, or delete the file that is a copy.',
  *check({ content: { teams, rotas, tables, engineers } }) {
    const hint = 'Give each the name by which people distinguish them, or delete the file that is a copy.'
    yield* said(teams, 'name', ({ data }) => data.name, { as: 'name of the team', hint })
    yield* said(rotas, 'name', ({ data }) => data.name, { as: 'name of the rota', hint })
    yield* said(tables, 'title', ({ data }) => data.title, {
      as: 'title of the table',
      hint: 'Say in the title what is special about each.',
    })
    yield* said(engineers, 'login', ({ data }) => data.login, {
      as: 'login of',
      hint: 'Write the name that each has in the pager.',
    })
    yield* said(engineers, 'name', ({ data }) => data.name, { as: 'name of' })
  },
}

/** Entries that say in a field what one before them says, whatever the case of its letters. */
function* said<Document extends ContentDocument>(
  entries: ReadonlyMap<string, Document>,
  field: string,
  valueOf: (document: Document) => string | undefined,
  { as, hint }: { as: string; hint?: string },
): Generator<Mistake> {
  const seen = new Map<string, string>()
  for (const [id, document] of entries) {
    const value = valueOf(document)
    if (value === undefined) continue
    const key = value.trim().toLowerCase()
    const other = seen.get(key)
    if (other !== undefined)
      yield {
        document,
        at: { path: [field] },
        message: `"${value}" is the ${as} ${other} too`,
        ...(hint !== undefined && { hint }),
      }
    seen.set(key, id)
  }
}
