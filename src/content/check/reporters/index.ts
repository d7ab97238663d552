import type { Finding } from '../../read/findings.ts'
import { reportGithub } from './github.ts'
import { reportJson } from './json.ts'
import { countText, reportText } from './text.ts'

/** The formats that findings are printed in, by name. */
export const reporters: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  text: (findings) => [reportText(findings), countText(findings)].filter((part) => part !== '').join('\n\n'),
  github: reportGithub,
  json: reportJson,
}
