import type { Rule } from './rule.ts'
import { claimsOf } from './shared/claims.ts'

/** Letters and digits that a signature must have between its wildcards, at the least. */
const LEAST = 6

/** Words that nearly every log contains. */
const COMMON =
  /^(?:an?|the|at|in|of|to|is|has|have|with|while|error|errors|failed|failure|exception|warning|warn|fatal|info|debug|null|timeout|task|job|query|unknown|message|caused|by|java|lang|org|com|\d)$/i

export const weakSignature: Rule = {
  id: 'weak-signature',
  severity: 'error',
  reason: 'A signature that is in most logs would claim every pasted error for its issue.',
  fix: 'Copy more of the message, with * for what varies.',
  *check({ drafts }) {
    for (const { document, value, at } of claimsOf(drafts.issues, 'signatures')) {
      const words = value.match(/[\p{L}\p{N}]+/gu) ?? []
      if (words.join('').length >= LEAST && !words.every((word) => COMMON.test(word))) continue
      yield { document, at, message: `The signature "${value}" matches nearly everything` }
    }
  },
}
