import type { Rule } from './rule.ts'
import { claimsOf, conflictsOf } from './shared/claims.ts'

export const duplicateSignature: Rule = {
  id: 'duplicate-signature',
  severity: 'error',
  reason: 'A pasted error that matches two issues alike leads to neither with confidence.',
  fix: 'Write more of the text, so that it tells the two apart, or keep it in one.',
  *check({ drafts }) {
    for (const { issue, at, complaint } of conflictsOf(claimsOf(drafts.issues, 'signatures'), keyOf)) {
      yield { document: issue, at, message: `The signature ${complaint}` }
    }
  },
}

function keyOf(signature: string): string {
  return signature
    .toLowerCase()
    .replace(/[\s*]+/g, ' ')
    .trim()
}
