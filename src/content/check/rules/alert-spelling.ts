import type { Rule } from './rule.ts'

export const alertSpelling: Rule = {
  id: 'alert-spelling',
  severity: 'warning',
  reason:
    'An alert leads to a page only under the exact name of its rule, and names in Prometheus have no spaces.',
  fix: 'Copy the name from the rule. Where most alerts come from Grafana, names with spaces are right.',
  *check({ drafts }) {
    const all = drafts.issues.flatMap((document) =>
      (document.data.alerts ?? []).map((alert, index) => ({ document, alert, index })),
    )
    const spaced = all.filter(({ alert }) => alert.includes(' '))
    // A team whose names have spaces has many of them.
    if (spaced.length === 0 || spaced.length * 4 > all.length) return
    for (const { document, alert, index } of spaced)
      yield {
        document,
        at: { path: ['alerts', index] },
        message: `The alert "${alert}" has spaces in its name, unlike the others`,
        hint: `Did you mean "${alert
          .split(' ')
          .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
          .join('')}"? Copy the name from its rule.`,
      }
  },
}
