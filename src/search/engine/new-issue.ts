/** The longest first line that is taken into a new issue: an address that is too long is refused by the forge. */
const MAX_SIGNATURE = 200

/** The line of a pasted text that most likely names the fault: one with an error in it, else the first. */
export function faultLine(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const fault =
    lines.find((line) => /error|exception|fail|fatal|denied|refused/i.test(line)) ?? lines[0] ?? ''
  return fault.toWellFormed().slice(0, MAX_SIGNATURE)
}

/**
 * Where the forge's editor opens with a new issue in it: the template, and the text that was not found as its signature.
 *
 * @param editor the editor's address for a new file, without a query
 * @param today `YYYY-MM-DD`
 */
export function newIssueUrl(editor: string, text: string, today: string): string {
  const signature = faultLine(text)
  const value = `---
title: What it is, in the words of whoever sees it
summary: One sentence that a tired person recognises.
runbook: CHANGE_ME
severity: sev3
components: []
signatures:
  # Put * in place of what varies: ids, times, names.
  - '${signature.replaceAll("'", "''")}'
reviewed: ${today}
---

## Symptoms

## Diagnose

## Fix

## Verify

## Escalate
`
  const url = new URL(editor)
  url.searchParams.set('filename', 'new-issue.md')
  url.searchParams.set('value', value)
  return url.href
}
