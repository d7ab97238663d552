import type { Finding } from '../../read/findings.ts'

/** Findings in which no secret is repeated, as a rule would that quotes the value of a field or the address of a link. */
export function withoutSecrets(findings: readonly Finding[], values: ReadonlySet<string>): Finding[] {
  if (values.size === 0) return [...findings]
  const clean = (text: string) => {
    let cleaned = text
    for (const value of values) if (cleaned.includes(value)) cleaned = cleaned.replaceAll(value, '…')
    return cleaned
  }
  return findings.map((finding) => ({
    ...finding,
    file: clean(finding.file),
    message: clean(finding.message),
    hint: clean(finding.hint),
  }))
}
