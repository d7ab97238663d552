import { alertFindings } from '../../src/content/check/alert-rules/check.ts'
import { checkEverything } from '../../src/content/check/check.ts'
import { compareFindings } from '../../src/content/read/findings.ts'
import { formFindings } from '../../src/content/check/formatting.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { reporters } from '../../src/content/check/reporters/index.ts'
import { UsageError, readArguments } from '../lib/command.ts'
import type { Script } from '../lib/run.ts'

export const check: Script = {
  summary: 'every mistake of the content at once',
  help: `Usage: npm run check -- [--format text|github|json] [--form] [--alerts FILE]

Names every mistake of the content: file, line, column, rule, and what to do.
  --format github   annotations for a pull request
  --format json     for programs
  --form            also what npm run format would change, as warnings (takes longer)
  --alerts FILE     a file of Prometheus rules instead: alerts that no issue names, and every
                    runbook_url that leads nowhere on this site (SITE_URL says where it is)

Exit code 1 where one is an error; warnings alone give 0. CONTENT_ROOT=DIR reads another content folder.`,
  async run(args, { out, root, now }) {
    const { values } = readArguments(args, {
      format: { type: 'string' },
      form: { type: 'boolean' },
      alerts: { type: 'string' },
    })
    const report = readReporter(values.format)
    const content = loadContent(root)
    const findings =
      values.alerts === undefined
        ? [
            ...(await checkEverything(content, { today: now.toISOString().slice(0, 10) })),
            ...(values.form === true ? await formFindings(content) : []),
          ].sort(compareFindings)
        : alertFindings(content, values.alerts, process.env)
    out(report(findings))
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

/** @throws UsageError for a format that there is not */
export function readReporter(format = 'text') {
  const report = reporters[format]
  if (!report)
    throw new UsageError(`No format "${format}".`, `Formats: ${Object.keys(reporters).join(', ')}.`)
  return report
}
