import type { Finding } from '../findings.ts'

/** `file:line:column  severity  rule  message`, the hint below, one finding after the other. */
export function reportText(findings: readonly Finding[]): string {
  return findings
    .map(({ file, line, column, severity, rule, message, hint }) => {
      const place = line === undefined ? file : `${file}:${String(line)}:${String(column ?? 1)}`
      return `${place}  ${severity}  ${rule}  ${message}\n    ${hint}`
    })
    .join('\n')
}
