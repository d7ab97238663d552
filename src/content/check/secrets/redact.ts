import type { Finding } from '../../read/findings.ts'

/** By so many signs at their beginning, secrets are looked up: a file may hold thousands of them, and have as many findings. */
const PREFIX = 4

/** Findings in which no secret is repeated, as a rule would that quotes the value of a field or the address of a link. */
export function withoutSecrets(findings: readonly Finding[], values: ReadonlySet<string>): Finding[] {
  if (values.size === 0) return [...findings]
  const clean = cleanerOf([...values].filter((value) => value !== ''))
  return findings.map((finding) => ({
    ...finding,
    file: clean(finding.file),
    message: clean(finding.message),
    hint: clean(finding.hint),
  }))
}

/** Writes `…` in the place of each of the values, of two that begin alike the longer one. */
function cleanerOf(values: readonly string[]): (text: string) => string {
  const short = values.filter(({ length }) => length < PREFIX)
  const longest = values.filter(({ length }) => length >= PREFIX).sort((a, b) => b.length - a.length)
  const byStart = Map.groupBy(longest, (value) => value.slice(0, PREFIX))
  return (text) => {
    let cleaned = ''
    for (let at = 0; at < text.length;) {
      const found = byStart.get(text.slice(at, at + PREFIX))?.find((value) => text.startsWith(value, at))
      cleaned += found === undefined ? text.charAt(at) : '…'
      at += found?.length ?? 1
    }
    return short.reduce((rest, value) => rest.replaceAll(value, '…'), cleaned)
  }
}
