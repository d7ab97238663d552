import type { Finding } from '../read/findings.ts'

/** Of one rule in one file, this many are shown: who corrects these knows how to find the rest. */
const SHOWN = 20

/**
 * Findings without the hundredth of a kind: where one rule finds more in a file, the rest is counted.
 *
 * @param findings in order of file and place
 */
export function withoutNoise(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>()
  const keyOf = ({ file, rule }: Finding) => `${rule} ${file}`
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return findings.flatMap((finding) => {
    const number = (seen.get(keyOf(finding)) ?? 0) + 1
    seen.set(keyOf(finding), number)
    if (number < SHOWN) return [finding]
    const rest = (counts.get(keyOf(finding)) ?? 0) - number
    if (number > SHOWN) return []
    return [
      rest > 0
        ? { ...finding, hint: `${finding.hint} The file has ${String(rest)} more of this kind below.` }
        : finding,
    ]
  })
}
