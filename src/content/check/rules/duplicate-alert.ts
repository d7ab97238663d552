import type { Rule } from './rule.ts'
import { claimsOf, conflictsOf } from './shared/claims.ts'

export const duplicateAlert: Rule = {
  id: 'duplicate-alert',
  severity: 'error',
  reason: '/alerts/<name>/ leads to one issue, whatever the case of its letters.',
  fix: 'Keep it in one of the two and link from there to the other.',
  *check({ drafts }) {
    const claims = claimsOf(drafts.issues, 'alerts')
    for (const { document, value, at, complaint } of conflictsOf(claims, (claim) =>
      claim.value.toLowerCase(),
    )) {
      yield { document, at, message: `The alert "${value}" ${complaint}` }
    }
  },
}
