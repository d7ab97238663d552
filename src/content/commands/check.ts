import { parseArgs } from 'node:util'
import { buildDate } from '../../site/build-date.ts'
import { checkContent } from '../check.ts'
import { loadContent } from '../load.ts'
import { reportGithub } from '../reporters/github.ts'
import { reportJson } from '../reporters/json.ts'
import { countText, reportText } from '../reporters/text.ts'
import type { Finding } from '../findings.ts'
import { command } from './command.ts'

const REPORTS: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  text: (findings) => [reportText(findings), countText(findings)].filter((part) => part !== '').join('\n\n'),
  github: reportGithub,
  json: reportJson,
}

const HELP = `npm run check -- [--format text|github|json]

Names every mistake of the content at once. Exit code 1 where one is an error; warnings alone give 0.`

/** `npm run check` */
export const checkCommand = command(HELP, (args) => {
  const { values } = parseArgs({ args, options: { format: { type: 'string', default: 'text' } } })
  const report = REPORTS[values.format]
  if (!report)
    throw new TypeError(`There is no format "${values.format}": use ${Object.keys(REPORTS).join(', ')}`)
  const findings = checkContent(loadContent(), { today: buildDate })
  console.log(report(findings))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
})
