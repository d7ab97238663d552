import type { RuleDescription } from '../rules/rule.ts'

/** What `npm run check -- --alerts FILE` finds in a file of Prometheus rules. */
export const rulesOfAlertFiles: readonly RuleDescription[] = [
  {
    id: 'alert-file',
    severity: 'error',
    reason: 'A file that cannot be read as rules has no alerts to check.',
    fix: 'Pass a file of Prometheus rules, with `groups:`.',
  },
  {
    id: 'alert-without-issue',
    severity: 'error',
    reason: 'Whoever is woken by it finds no issue that says what to do.',
    fix: 'Add its name to the `alerts` of an issue.',
  },
  {
    id: 'alert-without-url',
    severity: 'warning',
    reason: 'The link in the page is the fastest way to the fix.',
    fix: 'Add the annotation runbook_url with the /alerts/<name>/ address of this site.',
  },
  {
    id: 'alert-url-nowhere',
    severity: 'error',
    reason: 'A link in an alert is followed at the worst of times.',
    fix: 'Lead to /alerts/<name>/, which stays when entries are renamed.',
  },
  {
    id: 'alert-url-anchor',
    severity: 'error',
    reason: 'A link to a step that is not there leaves the reader at the top of a long page.',
    fix: 'Use the anchor of a heading of that page.',
  },
]
