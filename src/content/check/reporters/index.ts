import type { Finding } from '../../read/findings.ts'
import { ruleAddress } from './address.ts'
import { reportGithub } from './github.ts'
import { countText, reportText } from './text.ts'

/** The formats that findings are printed in, by name. */
export const reporters: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  text: (findings) => [reportText(findings), countText(findings)].filter((part) => part !== '').join('\n\n'),
  github: reportGithub,
  json: reportJson,
}

/** For programs: the findings as they are, each with the address of its rule's page. */
function reportJson(findings: readonly Finding[]): string {
  return JSON.stringify(
    { version: 1, findings: findings.map((finding) => ({ ...finding, page: ruleAddress(finding.rule) })) },
    undefined,
    2,
  )
}
