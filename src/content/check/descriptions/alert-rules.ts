import type { RuleDescription } from '../rules/rule.ts'

/** What `npm run check -- --alerts FILE…` finds in rule files, and in the issues that name alerts. */
export const rulesOfAlertFiles: readonly RuleDescription[] = [
  {
    id: 'alert-file',
    severity: 'error',
    reason: 'A file that cannot be read as alert rules must not pass the check as if it were correct.',
    fix: 'Pass files with alerts: rules in YAML or JSON, or a text file with one name per line.',
  },
  {
    id: 'alert-without-issue',
    severity: 'error',
    reason: 'The person who is paged by it finds no issue that says what to do.',
    fix: 'Add its name to the `alerts` of an issue.',
  },
  {
    id: 'alert-without-url',
    severity: 'warning',
    reason: 'The link in the alert is the fastest way to the fix.',
    fix: 'Add the annotation runbook_url with the /alerts/<name>/ address of this site.',
  },
  {
    id: 'alert-url-nowhere',
    severity: 'error',
    reason: 'Somebody follows the link of an alert when time is short.',
    fix: 'Use the address /alerts/<name>/, which stays the same when entries are renamed.',
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
    reason: 'A pager opens the address unchanged: a path or another scheme does not open a page.',
    fix: 'Write the whole address of the page, with the scheme and host of this site.',
  },
  {
    id: 'alert-url-elsewhere',
    severity: 'warning',
    reason:
      'A team that moves its runbooks here needs a list of the alerts that still lead elsewhere (--elsewhere warn).',
    fix: 'Use the address /alerts/<name>/ of this site when the page has moved here.',
  },
  {
    id: 'alert-not-in-rules',
    severity: 'warning',
    reason: 'No page is reached through an alert that was renamed or deleted.',
    fix: 'Correct the name in the `alerts` of the issue, or pass the rule file that was left out.',
  },
]
