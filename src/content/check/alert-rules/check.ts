import { didYouMean } from '../../../text/suggest.ts'
import { rulesOfAlertFiles } from '../descriptions/alert-rules.ts'
import { ALERT_NAME } from '../../model/issue.ts'
import { draftsOf } from '../../read/drafts.ts'
import { displayPath } from '../../read/files.ts'
import { compareFindings, type Finding } from '../../read/findings.ts'
import type { Content } from '../../read/load.ts'
import { siteAddresses, type SiteAddresses } from './address.ts'
import { readRules, type AlertRule, type RuleFile } from './read-rules.ts'
import { STDIN_NAME, type RuleSource, type Sources } from './rule-sources.ts'

export interface AlertCheck {
  findings: Finding[]
  /** What was looked at, in a sentence or two: a check that looked at nothing must not look like one that found nothing. */
  counts: string
}

export interface AlertCheckOptions {
  /** `SITE_URL` and `BASE_PATH` say which addresses are this site's. */
  environment: NodeJS.ProcessEnv
  /** Whether an address on another host is a warning: a team that moves wants the list. */
  elsewhere?: 'warn' | 'ignore'
}

/** Whether the alerts of rule files lead to this site's issues, and whether the alerts of the issues are still there. */
export function checkAlerts(content: Content, sources: Sources, options: AlertCheckOptions): AlertCheck {
  const tally = { alerts: 0, files: 0, known: 0, unknown: 0, nowhere: 0, unnamed: 0, open: 0, elsewhere: 0 }
  const findings: Finding[] = sources.problems.map(({ name, message, hint }) =>
    toFinding(displayPath(name), 'alert-file', {}, `${name}: ${lowerFirst(message)}`, hint),
  )
  const addresses = siteAddresses(content, options.environment)
  const issues = draftsOf(content).issues
  for (const { collection, data, file } of content.documents) {
    if (collection !== 'issues' || data) continue
    const hint = 'Correct it first: npm run check says what is wrong in it.'
    findings.push(
      toFinding(file, 'alert-file', {}, 'Which alerts this issue names is not known: it has mistakes', hint),
    )
  }
  const known = issues.flatMap(({ data }) => data.alerts ?? [])
  const isKnown = new Set(known.map((name) => name.toLowerCase()))
  /** By their names in lower case, as they are written. */
  const inRules = new Map<string, string>()
  /** Of names of which a template writes a part. */
  const forms: string[][] = []
  let templates = 0
  let recording = 0
  for (const source of sources.files) {
    const file = fileName(source)
    const rules = readRules(source.text, source.name === STDIN_NAME ? '' : source.name)
    recording += rules.recording
    if (rules.alerts.length > 0) tally.files += 1
    if (rules.alerts.length > 0 && rules.isTemplate) templates += 1
    const problem = problemOf(source, rules)
    if (problem)
      findings.push(toFinding(file, 'alert-file', problem.position ?? {}, problem.message, problem.hint))
    for (const position of rules.nameless ?? [])
      findings.push(
        toFinding(file, 'alert-file', position, 'The rule has no name', 'Write it: alert: OrdersLate'),
      )
    const named = new Set<string>()
    for (const alert of rules.alerts) {
      tally.alerts += 1
      if (alert.name.includes('{{')) {
        tally.unnamed += 1
        forms.push(writtenParts(alert.name))
        continue
      }
      const name = alert.name.toLowerCase()
      inRules.set(name, alert.name)
      const verdict = addressFinding(file, alert, addresses, options, tally)
      if (verdict) findings.push(verdict)
      if (verdict?.severity === 'error') tally.nowhere += 1
      else tally[isKnown.has(name) ? 'known' : 'unknown'] += 1
      // An alert is often written once for each severity.
      if (isKnown.has(name) || named.has(name)) continue
      named.add(name)
      findings.push(
        toFinding(
          file,
          'alert-without-issue',
          alert.position,
          `No issue names the alert "${alert.name}"`,
          ALERT_NAME.test(alert.name)
            ? (didYouMean(alert.name, known) ?? 'Add it to the `alerts` of the issue that says what to do.')
            : 'Rename it in its rule, without / < > " | ? * # and the like: its name is part of an address.',
        ),
      )
    }
  }
  if (tally.alerts === 0 && findings.length === 0) {
    const [first] = sources.files
    findings.push(
      toFinding(
        first ? fileName(first) : 'alerts',
        'alert-file',
        {},
        `No alert was found in ${filesText(sources.files.length)}${recording > 0 ? `, only ${String(recording)} rules that record a series` : ''}`,
        'Pass the files that hold the alerts: nothing was checked.',
      ),
    )
  }
  if (tally.alerts > 0 && tally.alerts === tally.unnamed) {
    findings.push(
      toFinding(
        sources.files.map(fileName)[0] ?? 'alerts',
        'alert-file',
        {},
        'Only a template knows the names of the alerts: nothing was compared',
        'Pass what the template makes, as `helm template . | npm run check -- --alerts -`.',
      ),
    )
  } else if (tally.alerts > 0) {
    for (const issue of issues) {
      for (const [index, name] of (issue.data.alerts ?? []).entries()) {
        if (inRules.has(name.toLowerCase()) || forms.some((parts) => isOfForm(name, parts))) continue
        findings.push(
          toFinding(
            issue.file,
            'alert-not-in-rules',
            issue.placeOf(['alerts', index]),
            `No rule of the files given has the alert "${name}"`,
            didYouMean(name, [...inRules.values()]) ??
              'It was renamed or deleted, or its file was not given: pass all rule files.',
          ),
        )
      }
    }
  }
  return {
    findings: findings.sort(compareFindings),
    counts: countsText(tally, templates, sources.files.length),
  }
}

type Tally = Record<
  'alerts' | 'files' | 'known' | 'unknown' | 'nowhere' | 'unnamed' | 'open' | 'elsewhere',
  number
>

function fileName({ name }: RuleSource): string {
  return name === STDIN_NAME ? name : displayPath(name)
}

/** What is written of a name of which a template makes the rest: `{{ .Values.prefix }}Late`. */
function writtenParts(name: string): string[] {
  return name.toLowerCase().split(/\{\{[^{}]*\}\}/)
}

/** Whether a name may be one that a template makes: it has the written parts in their order, at its ends too. */
function isOfForm(name: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts
  const last = rest.pop() ?? ''
  const text = name.toLowerCase()
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= text.length - last.length
}

/** What keeps a file from being read. Files of a folder that never had alerts are none of its business. */
function problemOf({ isNamed, text }: RuleSource, { alerts, problem }: RuleFile): RuleFile['problem'] {
  if (!problem) return undefined
  if (isNamed || alerts.length > 0) return problem
  return problem.position &&
    /^[ \t-]*"?(?:alert|groups)"?[ \t]*:|"(?:alert|groups)"\s*:|kind"?:\s*"?\w*Rule\b/m.test(text)
    ? problem
    : undefined
}

function addressFinding(
  file: string,
  { name, position, runbookUrl }: AlertRule,
  addresses: SiteAddresses,
  { elsewhere }: AlertCheckOptions,
  tally: Tally,
): Finding | undefined {
  if (!runbookUrl || runbookUrl.url === '') {
    return toFinding(
      file,
      'alert-without-url',
      runbookUrl?.position ?? position,
      `The alert "${name}" has no runbook_url`,
      `Add the annotation runbook_url with /alerts/${encodeURIComponent(name)}/ of this site.`,
    )
  }
  const verdict = addresses.verdict(runbookUrl.url, name)
  if (verdict.kind === 'problem')
    return toFinding(file, verdict.rule, runbookUrl.position, verdict.message, verdict.hint)
  if (verdict.kind === 'template') tally.open += 1
  if (verdict.kind !== 'elsewhere') return undefined
  tally.elsewhere += 1
  if (elsewhere !== 'warn') return undefined
  return toFinding(
    file,
    'alert-url-elsewhere',
    runbookUrl.position,
    `The alert "${name}" leads to ${verdict.host}`,
    `Lead to /alerts/${encodeURIComponent(name)}/ of this site when its page has moved here.`,
  )
}

function toFinding(file: string, rule: string, position: object, message: string, hint: string): Finding {
  const severity = rulesOfAlertFiles.find(({ id }) => id === rule)?.severity ?? 'error'
  return { file, ...position, severity, rule, message, hint }
}

/** `387 alerts in 102 files: 300 have an issue, 80 have none, 7 lead nowhere.` */
function countsText(tally: Tally, templates: number, files: number): string {
  const { alerts, known, unknown, nowhere, unnamed, open, elsewhere } = tally
  const named = `${String(known)} ${have(known)} an issue, ${String(unknown)} ${have(unknown)} none, ${String(nowhere)} ${nowhere === 1 ? 'leads' : 'lead'} nowhere`
  const made = unnamed === 0 ? '' : `, ${String(unnamed)} ${have(unnamed)} a name that only a template knows`
  const first = `${plural(alerts, 'alert')} in ${filesText(alerts === 0 ? files : tally.files)}${alerts === 0 ? '' : `: ${named}${made}`}.`
  const rest = [
    elsewhere > 0 && `${plural(elsewhere, 'address', 'addresses')} on other hosts.`,
    open > 0 &&
      `${plural(open, 'address', 'addresses')} that only Prometheus can fill in ${open === 1 ? 'was' : 'were'} not checked.`,
    templates > 0 && `Conditions of ${plural(templates, 'template')} were ignored: all alerts were read.`,
  ]
  return [first, ...rest.filter((each) => each !== false)].join(' ')
}

function have(number: number): string {
  return number === 1 ? 'has' : 'have'
}

function filesText(number: number): string {
  return plural(number, 'file')
}

function plural(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
