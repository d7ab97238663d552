import type { Finding } from '../../read/findings.ts'
import { ruleAddress } from './address.ts'

/** For programs: the findings as they are, each with the address of its rule's page. */
export function reportJson(findings: readonly Finding[]): string {
  return JSON.stringify(
    { version: 1, findings: findings.map((finding) => ({ ...finding, page: ruleAddress(finding.rule) })) },
    undefined,
    2,
  )
}
