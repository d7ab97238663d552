import type { Rule } from './rule.ts'
import { claimsOf, conflictsOf } from './shared/claims.ts'

export const duplicateAlias: Rule = {
  id: 'duplicate-alias',
  severity: 'error',
  reason: 'A former id leads to one page.',
  fix: 'Remove the alias where it is wrong.',
  *check({ content, drafts }) {
    for (const { issue, value, at } of claimsOf(drafts.issues, 'aliases')) {
      if (!content.ids.issues.includes(value)) continue
      yield {
        document: issue,
        at,
        message: `The alias "${value}" is the id of an issue`,
        hint: 'Remove the alias: that page is still there.',
      }
    }
    const claims = claimsOf(drafts.issues, 'aliases')
    for (const { issue, value, at, complaint } of conflictsOf(claims, (alias) => alias)) {
      yield {
        document: issue,
        at,
        message: `The alias "${value}" ${complaint}`,
        hint: 'Keep it in one of the two.',
      }
    }
  },
}
