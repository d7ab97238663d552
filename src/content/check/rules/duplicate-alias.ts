import { addressesOf, formerPath } from '../../facts/addresses.ts'
import { PAGE_COLLECTIONS, definitionOf } from '../../model/collections.ts'
import type { RuleContext, Rule } from './rule.ts'
import { claimsOf, conflictsOf, type Claim } from './shared/claims.ts'

export const duplicateAlias: Rule = {
  id: 'duplicate-alias',
  severity: 'error',
  reason: 'A former address leads to one page.',
  fix: 'Remove the alias where it is wrong.',
  *check(context) {
    const addresses = addressesOf(context.content)
    for (const { document, value, at } of aliases(context)) {
      const page = addresses.pageAt(formerPath(document.collection, value))
      if (!page) continue
      const { collection } = page.document ?? {}
      const kind =
        collection === undefined || collection === 'site' ? 'a page' : `the id of ${named(collection)}`
      yield {
        document,
        at,
        message: `The alias "${value}" is ${page.document ? kind : 'the address of a page'}`,
        hint: 'Remove the alias: that page is still there.',
      }
    }
    const former = ({ document, value }: Claim) => formerPath(document.collection, value).toLowerCase()
    for (const { document, value, at, complaint } of conflictsOf(aliases(context), former)) {
      yield {
        document,
        at,
        message: `The alias "${value}" ${complaint}`,
        hint: 'Keep it in one of the two.',
      }
    }
  },
}

function aliases({ drafts }: RuleContext): Claim[] {
  return PAGE_COLLECTIONS.flatMap((collection) => [...claimsOf(drafts[collection], 'aliases')])
}

function named(collection: Parameters<typeof definitionOf>[0]): string {
  const { singular } = definitionOf(collection)
  return `${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${singular}`
}
