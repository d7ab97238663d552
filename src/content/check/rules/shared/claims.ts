import type { Draft } from '../../../read/drafts.ts'
import type { Issue } from '../../../model/collections.ts'
import type { Mistake } from '../rule.ts'

/** What one issue says is its own: a former id, an alert, a signature. */
export interface Claim {
  issue: Draft<Issue>
  value: string
  at: NonNullable<Mistake['at']>
}

export function* claimsOf(
  issues: readonly Draft<Issue>[],
  field: 'aliases' | 'alerts' | 'signatures',
): Generator<Claim> {
  for (const issue of issues) {
    for (const [index, value] of (issue.data[field] ?? []).entries())
      yield { issue, value, at: { path: [field, index] } }
  }
}

/**
 * The second and every later claim on the same thing.
 *
 * @param keyOf what makes two values the same
 */
export function* conflictsOf(
  claims: Iterable<Claim>,
  keyOf: (value: string) => string,
): Generator<Claim & { complaint: string }> {
  const seen = new Map<string, Claim>()
  for (const claim of claims) {
    const key = keyOf(claim.value)
    const first = seen.get(key)
    if (!first) seen.set(key, claim)
    else {
      const isHere = first.issue === claim.issue
      yield { ...claim, complaint: isHere ? 'is there twice' : `is in ${first.issue.file} as well` }
    }
  }
}
