import type { RuleDescription } from '../rules/rule.ts'

/** What `npm run codeowners -- --check` finds in the forge's list of owners. */
export const codeownersRule: RuleDescription = {
  id: 'codeowners',
  severity: 'error',
  reason: 'Who owns a page is asked about a change of it: the forge reads that in .github/CODEOWNERS.',
  fix: 'Run `npm run codeowners`, or change the line by hand as the finding says.',
}
