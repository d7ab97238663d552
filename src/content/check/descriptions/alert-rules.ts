import type { RuleDescription } from '../rules/rule.ts'

/** What `npm run check -- --alerts FILE…` finds in rule files, and in the issues that name alerts. */
export const rulesOfAlertFiles: readonly RuleDescription[] = [
  {
    id: 'alert-file',
    severity: 'error',
    reason:
      'A file that cannot be read as rules has no alerts to check, and must not pass for one that is right.',
    fix: 'Pass files that hold alerts: rules in YAML or JSON, or a text file with one name a line.',
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
  {
    id: 'alert-url-form',
    severity: 'error',
    reason: 'A pager opens the address as it is: a path, or another scheme, opens nothing.',
    fix: 'Write the whole address of the page, with the scheme and host of this site.',
  },
  {
    id: 'alert-url-elsewhere',
    severity: 'warning',
    reason:
      'A team that moves its runbooks here wants the list of alerts that lead elsewhere (--elsewhere warn).',
    fix: 'Lead to /alerts/<name>/ of this site when the page has moved here.',
  },
  {
    id: 'alert-not-in-rules',
    severity: 'warning',
    reason: 'An alert that was renamed or deleted never brings anybody to the page.',
    fix: 'Correct the name in the `alerts` of the issue, or pass the rule file that was left out.',
  },
]
