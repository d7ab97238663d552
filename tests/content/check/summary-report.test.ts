import { expect, it } from 'vitest'
import { reportSummary } from '../../../src/content/check/reporters/summary.ts'
import type { Finding } from '../../../src/content/read/findings.ts'

const finding = (rule: string, file: string, severity: Finding['severity'] = 'error'): Finding => ({
  file,
  severity,
  rule,
  message: 'x',
  hint: 'y',
})

it('counts findings and files by rule, errors first, then the rule of most files', () => {
  const report = reportSummary([
    finding('html', 'a.md'),
    finding('html', 'a.md'),
    finding('html', 'a.md'),
    finding('broken-link', 'a.md'),
    finding('broken-link', 'b.md'),
    finding('untested-code', 'a.md', 'warning'),
    finding('untested-code', 'b.md', 'warning'),
    finding('untested-code', 'c.md', 'warning'),
  ])
  expect(report).toBe(`         rule           files  findings
error    broken-link        2         2
error    html               1         3
warning  untested-code      3         3

5 errors, 3 warnings in 3 files`)
})

it('says that nothing was found', () => {
  expect(reportSummary([])).toBe('No mistakes found.')
})
