import { checkAlerts } from '../../src/content/check/alert-rules/check.ts'
import { readSources } from '../../src/content/check/alert-rules/rule-sources.ts'
import { checkEverything } from '../../src/content/check/check.ts'
import { compareFindings, type Finding } from '../../src/content/read/findings.ts'
import { formFindings } from '../../src/content/check/formatting.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { reporters } from '../../src/content/check/reporters/index.ts'
import { reportSummary } from '../../src/content/check/reporters/summary.ts'
import { UsageError, readManyArguments } from '../lib/command.ts'
import type { Script } from '../lib/run.ts'

export const check: Script = {
  summary: 'every mistake of the content at once',
  help: `Usage: npm run check -- [--format text|github|json] [--summary] [--form]
       npm run check -- --alerts FILE… [--elsewhere warn]

Names every mistake of the content: file, line, column, rule, and what to do.
  --summary         how many findings each rule has, in how many files, worst first
  --format github   annotations for a pull request
  --format json     for programs
  --form            also what npm run format would change, as warnings (takes longer)
  --alerts FILE…    alerts instead: those that no issue names, those of issues that no rule has, and every
                    runbook_url that leads nowhere on this site (SITE_URL says where it is). Files, folders,
                    patterns, or - for standard input: rules of Prometheus, Mimir, Loki and Grafana in YAML or
                    JSON, also in charts, lists and ConfigMaps; or .txt with one name a line, and its address
                    after a tab
  --elsewhere warn  also the alerts that lead to other hosts

Exit code 1 where one is an error; warnings alone give 0. CONTENT_ROOT=DIR reads another content folder.`,
  async run(args, { out, error, root, now }) {
    const { values, positionals } = readManyArguments(args, {
      format: { type: 'string' },
      summary: { type: 'boolean' },
      form: { type: 'boolean' },
      alerts: { type: 'string', multiple: true },
      elsewhere: { type: 'string' },
    })
    const report =
      values.summary === true && values.format === undefined ? reportSummary : readReporter(values.format)
    const content = loadContent(root)
    let findings: Finding[]
    let counts: string | undefined
    if (values.alerts === undefined) {
      if (positionals.length > 0)
        throw new UsageError(
          `The check reads the whole content folder, and takes no names: ${positionals.join(' ')}`,
          'CONTENT_ROOT=DIR reads another folder; --alerts FILE reads rule files.',
        )
      if (values.elsewhere !== undefined)
        throw new UsageError('--elsewhere is about the addresses of alerts.', 'Add --alerts FILE.')
      const today = now.toISOString().slice(0, 10)
      const form = values.form === true ? await formFindings(content) : []
      findings = [...(await checkEverything(content, { today })), ...form].sort(compareFindings)
    } else {
      // A shell makes many names of rules/*.yaml: all of them are meant.
      const sources = readSources([...values.alerts, ...positionals])
      const options = { environment: process.env, elsewhere: readElsewhere(values.elsewhere) }
      ;({ findings, counts } = checkAlerts(content, sources, options))
    }
    out(report(findings))
    // Programs get the findings alone.
    if (counts !== undefined) (values.format === 'json' ? error : out)(counts)
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

function readElsewhere(value = 'ignore'): 'warn' | 'ignore' {
  if (value !== 'warn' && value !== 'ignore')
    throw new UsageError(`--elsewhere takes "warn" or "ignore"; got "${value}".`)
  return value
}

/** @throws UsageError for a format that there is not */
export function readReporter(format = 'text') {
  const report = reporters[format]
  if (!report)
    throw new UsageError(`No format "${format}".`, `Formats: ${Object.keys(reporters).join(', ')}.`)
  return report
}
