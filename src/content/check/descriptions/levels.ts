import type { RuleDescription } from '../rules/rule.ts'

/** What is found in `rules` of `site.yaml`. */
export const levelsRule: RuleDescription = {
  id: 'unknown-rule',
  severity: 'error',
  reason: 'A setting for a rule that does not exist, or that cannot be changed, has no effect.',
  fix: 'Use the id of a rule as findings show it, and `error`, `warning` or `off`.',
}
