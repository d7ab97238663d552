import { readFileSync, writeFileSync } from 'node:fs'
import { annotate, type Wanted } from '../../src/content/check/alert-rules/annotate.ts'
import { siteAddresses } from '../../src/content/check/alert-rules/address.ts'
import { annotationOf } from '../../src/content/check/alert-rules/page-address.ts'
import { readRules } from '../../src/content/check/alert-rules/read-rules.ts'
import { readSources, STDIN_NAME, type RuleSource } from '../../src/content/check/alert-rules/rule-sources.ts'
import { draftsOf } from '../../src/content/read/drafts.ts'
import { displayPath, loadContent, type Content } from '../../src/content/read/load.ts'
import { createLinks } from '../../src/site/links.ts'
import { didYouMean } from '../../src/text/suggest.ts'
import { count } from '../../src/text/wording.ts'
import { command } from '../lib/command.ts'
import type { ExitCode } from '../lib/command-definition.ts'
import { UsageError } from '../lib/command-error.ts'

export const alerts = command({
  name: 'alerts',
  summary: 'the address that each alert of rule files should carry, and puts it there',
  usage: 'npm run alerts -- RULES… [--write]',
  about: `Prints the annotation runbook_url of each alert: the permanent address of its page, with the labels of the alert that fill
in the variables of the page, as Prometheus and Grafana write them. --write puts it into the files, and keeps every
comment and the rest of each line. It reads what npm run check -- --alerts reads: files, folders, patterns, and - for
standard input. SITE_URL and BASE_PATH say where the site is.`,
  options: { write: { type: 'boolean', says: 'Writes the annotations into the rule files.' } },
  maxWords: Infinity,
  exits: {
    0: 'printed or written',
    1: 'a file could not be read or changed, or no alert was found',
    2: 'wrong usage',
  },
  example: 'SITE_URL=https://runbooks.example.com npm run alerts -- rules/*.yaml --write',
  run({ values, words }, { out, error, root }): ExitCode {
    if (words.length === 0)
      throw new UsageError('Which rules?', 'Name the files of the alerts: npm run alerts -- rules/*.yaml')
    const { SITE_URL, BASE_PATH = '/' } = process.env
    if (SITE_URL === undefined || !URL.canParse(SITE_URL))
      throw new UsageError(
        'An alert must carry a whole address, and nobody knows where the site is.',
        'Set SITE_URL, as SITE_URL=https://runbooks.example.com.',
      )
    const content = loadContent(root)
    const mistakes = content.findings.filter(({ severity }) => severity === 'error').length
    // An alert whose entry cannot be read looks as if no page named it.
    if (mistakes > 0)
      error(
        `Alerts may be missing here: the content has ${count(mistakes, 'mistake')}, and npm run check names each.`,
      )
    const issues = pagesOf(content)
    const addresses = siteAddresses(content, process.env)
    const { files, problems } = readSources(words)
    for (const { name, message, hint } of problems) error(`${name}: ${message}. ${hint}`)
    let failed = problems.length > 0
    const inRules = new Set<string>()
    const without: string[] = []
    let [found, withPage, written] = [0, 0, 0]
    for (const source of files) {
      const name = source.name === STDIN_NAME ? source.name : displayPath(source.name)
      const rules = readRules(source.text, source.name === STDIN_NAME ? '' : source.name)
      if (rules.alerts.length === 0) {
        if (rules.problem && source.isNamed) {
          error(`${name}: ${rules.problem.message}. ${rules.problem.hint}`)
          failed = true
        }
        continue
      }
      found += rules.alerts.length
      const lines: string[] = []
      const wanted: Wanted[] = []
      for (const [index, alert] of rules.alerts.entries()) {
        inRules.add(alert.name.toLowerCase())
        const issue = issues.get(alert.name.toLowerCase())
        const at = `${name}:${String(alert.position.line)}`
        if (!issue) {
          const hint = alert.name.includes('{{')
            ? 'only a template knows its name'
            : (didYouMean(
                alert.name,
                [...issues.values()].map((each) => each.alert),
              ) ?? '')
          without.push(`  ${alert.name}  ${at}${hint === '' ? '' : `  ${hint}`}`)
          continue
        }
        withPage += 1
        const base = new URL(createLinks(BASE_PATH).alert(issue.alert), SITE_URL).href
        const url = annotationOf(base, issue.variables, ruleText(source, rules.alerts, index))
        const own = alert.runbookUrl?.url
        const isOurs = own === base || own?.startsWith(`${base}?`) === true
        // An address that leads to a step of the right page was chosen by somebody.
        const isKept =
          own === url ||
          (own !== undefined && own !== '' && !isOurs && addresses.verdict(own, alert.name).kind === 'here')
        lines.push(
          `  ${alert.name}`,
          `    runbook_url: '${isKept ? (own ?? url) : url}'${isKept ? '  (is there)' : ''}`,
        )
        if (!isKept) wanted.push({ alert, url })
      }
      if (lines.length > 0) out([name, ...lines].join('\n'))
      if (values.write !== true || wanted.length === 0) continue
      const done =
        source.name === STDIN_NAME
          ? { problem: 'Standard input cannot be written' }
          : annotate(source.text, wanted)
      if ('problem' in done) {
        error(
          `${name}: ${done.problem}. Nothing of it was changed: put the annotations above into it by hand.`,
        )
        failed = true
      } else {
        if (readFileSync(source.name, 'utf8') === source.text) writeFileSync(source.name, done.text)
        written += wanted.length
      }
    }
    if (without.length > 0) out(['', 'No page names these alerts:', ...without].join('\n'))
    const unused = [...issues.values()].filter(({ alert }) => !inRules.has(alert.toLowerCase()))
    if (unused.length > 0 && found > 0)
      out(
        [
          '',
          'Pages name these alerts, which no rule here has:',
          ...unused.map(({ alert, at }) => `  ${alert}  ${at}`),
        ].join('\n'),
      )
    if (found === 0) error(`No alert was found in ${count(files.length, 'file')}.`)
    else
      out(
        `\n${count(found, 'alert')}: ${String(withPage)} with a page, ${String(without.length)} without${values.write === true ? `; ${count(written, 'annotation')} written` : ''}.`,
      )
    return failed || found === 0 ? 1 : 0
  },
})

/** The issues by the alerts that they name, in small letters. */
function pagesOf(content: Content) {
  return new Map(
    draftsOf(content).issues.flatMap((document) =>
      (document.data.alerts ?? []).map((alert, index) => {
        const { line } = document.placeOf(['alerts', index])
        return [
          alert.toLowerCase(),
          { alert, variables: document.data.variables, at: `${document.file}:${String(line)}` },
        ] as const
      }),
    ),
  )
}

/** The lines of a rule: from the one before its name to the one before the next rule's. */
function ruleText(
  { text }: RuleSource,
  all: readonly { position: { line: number } }[],
  index: number,
): string {
  const lines = text.split('\n')
  const from = (all[index]?.position.line ?? 1) - 1
  const until = all[index + 1]?.position.line ?? lines.length + 1
  return lines.slice(from, until - 1).join('\n')
}
