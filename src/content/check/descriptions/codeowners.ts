import type { RuleDescription } from '../rules/rule.ts'

/** What `npm run codeowners -- --check` finds in the forge's list of owners. */
export const codeownersRule: RuleDescription = {
  id: 'codeowners',
  severity: 'error',
  reason: 'The forge reads .github/CODEOWNERS to ask the owners of a page for a review of each change.',
  fix: 'Run `npm run codeowners`, or change the line by hand as the finding says.',
}
