import { table } from '../../../text/table.ts'
import type { Finding } from '../../read/findings.ts'
import { countText } from './text.ts'

interface Line {
  rule: string
  severity: Finding['severity']
  findings: number
  files: number
}

/** How many findings each rule has, in how many files: errors before warnings, then the rule of most files first. */
export function summarize(findings: readonly Finding[]): Line[] {
  const byRule = Map.groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`)
  return [...byRule.values()]
    .flatMap((group): Line[] => {
      const [first] = group
      if (!first) return []
      const files = new Set(group.map(({ file }) => file)).size
      return [{ rule: first.rule, severity: first.severity, findings: group.length, files }]
    })
    .sort(
      (a, b) =>
        Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
        b.files - a.files ||
        b.findings - a.findings ||
        (a.rule < b.rule ? -1 : 1),
    )
}

/** For people with much to do: a table of rules instead of a line for each finding. */
export function reportSummary(findings: readonly Finding[]): string {
  const files = new Set(findings.map(({ file }) => file)).size
  const rows = summarize(findings).map((line) => [
    line.severity,
    line.rule,
    String(line.files),
    String(line.findings),
  ])
  if (rows.length === 0) return countText(findings)
  const total = `${countText(findings)} in ${String(files)} ${files === 1 ? 'file' : 'files'}`
  return `${table([['', 'rule', 'files', 'findings'], ...rows], [2, 3])}\n\n${total}`
}
