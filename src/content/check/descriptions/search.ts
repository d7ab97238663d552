import type { RuleDescription } from '../rules/rule.ts'

/** What `npm run check` finds in `search-queries.yaml`. */
export const searchQueryRule: RuleDescription = {
  id: 'search-query',
  severity: 'warning',
  reason:
    'Whoever searches at night types what they see, and opens the first page. These queries say which page that must be.',
  fix: 'Add what people call it to the keywords of the page, or correct the query: npm run search -- QUERY --explain says why.',
}
