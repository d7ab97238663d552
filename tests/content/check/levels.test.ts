import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findingsIn, withContent } from './broken-content.ts'

/** What is found in a content with an empty section and a placeholder that is HTML, under rules of a team's own. */
function found(rules: string): string[] {
  return withContent((root) => {
    const issue = path.join(root, 'issues/orders-late.md')
    writeFileSync(
      issue,
      readFileSync(issue, 'utf8')
        .replace('## Verify\n', '## Background\n\n## Verify\n')
        .replace('## Symptoms\n', '## Symptoms\n\nUse <topic>.\n'),
    )
    appendFileSync(path.join(root, 'site.yaml'), rules)
    return findingsIn(root)
      .map(({ severity, rule }) => `${severity} ${rule}`)
      .filter((each) => !each.includes('section-order'))
  })
}

it.each([
  ['', ['error html', 'error empty-section']],
  ['rules:\n  empty-section: warning\n', ['error html', 'warning empty-section']],
  ['rules:\n  empty-section: off\n', ['error html']],
  ['rules:\n  issues:\n    empty-section: off\n', ['error html']],
  ['rules:\n  runbooks:\n    empty-section: off\n', ['error html', 'error empty-section']],
  [
    'rules:\n  empty-section: off\n  issues:\n    empty-section: warning\n',
    ['error html', 'warning empty-section'],
  ],
  ['rules:\n  html: off\n', ['error html', 'error empty-section', 'error unknown-rule']],
])('rules %j', (rules, expected) => {
  expect(found(rules)).toEqual(expected)
})
