import type { Rule } from './rule.ts'
import { claimsOf, conflictsOf, type Claim } from './shared/claims.ts'

export const duplicateSignature: Rule = {
  id: 'duplicate-signature',
  severity: 'error',
  reason: 'If a pasted error matches two issues equally, the search cannot say which one it is.',
  fix: 'Write more of the text, so that it fits one of the two, or keep it in one.',
  *check({ drafts }) {
    for (const { document, at, complaint } of conflictsOf(claimsOf(drafts.issues, 'signatures'), keyOf)) {
      yield { document, at, message: `The signature ${complaint}` }
    }
  },
}

function keyOf({ value }: Claim): string {
  return value
    .toLowerCase()
    .replace(/[\s*]+/g, ' ')
    .trim()
}
