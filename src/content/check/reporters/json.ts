import type { Finding } from '../../read/findings.ts'

/** For programs: the findings as they are. */
export function reportJson(findings: readonly Finding[]): string {
  return JSON.stringify({ version: 1, findings }, undefined, 2)
}
