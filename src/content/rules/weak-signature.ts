import type { Rule } from './rule.ts'

/** Letters and digits that a signature must have between its wildcards, at the least. */
const LEAST = 6

/** Words that nearly every log contains. */
const COMMON =
  /^(?:an?|the|at|in|of|to|is|has|have|with|while|error|errors|failed|failure|exception|warning|warn|fatal|info|debug|null|timeout|task|job|query|unknown|message|caused|by|java|lang|org|com|\d)$/i

export const weakSignature: Rule = {
  id: 'weak-signature',
  severity: 'error',
  reason: 'A signature that stands in most logs would claim every pasted error for its issue.',
  mend: 'Copy more of the message, with * for what varies.',
  *check({ content }) {
    for (const document of content.issues.values()) {
      for (const [index, signature] of (document.data.signatures ?? []).entries()) {
        const words = signature.match(/[\p{L}\p{N}]+/gu) ?? []
        const letters = words.join('').length
        if (letters >= LEAST && !words.every((word) => COMMON.test(word))) continue
        yield {
          document,
          at: { path: ['signatures', index] },
          message: `The signature "${signature}" matches nearly everything`,
          hint: 'Copy more of the message, with * for what varies.',
        }
      }
    }
  },
}
