import type { ContentDocument } from '../../../read/load.ts'
import type { Mistake } from '../rule.ts'

/** What one page says is its own: a former address, an alert, a signature. */
export interface Claim {
  document: ContentDocument
  value: string
  at: NonNullable<Mistake['at']>
}

/** @param field a list of texts */
export function* claimsOf(
  pages: readonly (ContentDocument & { data: object })[],
  field: 'aliases' | 'alerts' | 'signatures',
): Generator<Claim> {
  for (const document of pages) {
    const values: unknown = new Map<string, unknown>(Object.entries(document.data)).get(field)
    if (!Array.isArray(values)) continue
    for (const [index, value] of values.entries()) {
      if (typeof value === 'string') yield { document, value, at: { path: [field, index] } }
    }
  }
}

/**
 * The second and every later claim on the same thing.
 *
 * @param keyOf what makes two claims the same
 */
export function* conflictsOf(
  claims: Iterable<Claim>,
  keyOf: (claim: Claim) => string,
): Generator<Claim & { complaint: string }> {
  const seen = new Map<string, Claim>()
  for (const claim of claims) {
    const key = keyOf(claim)
    const first = seen.get(key)
    if (!first) seen.set(key, claim)
    else {
      const isHere = first.document === claim.document
      yield { ...claim, complaint: isHere ? 'is there twice' : `is in ${first.document.file} as well` }
    }
  }
}
