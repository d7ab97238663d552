import { readFileSync } from 'node:fs'
import { displayPath } from '../../read/files.ts'
import { compareFindings, type Finding } from '../../read/findings.ts'
import type { Content } from '../../read/load.ts'
import { parsePage } from '../../read/body.ts'
import { didYouMean } from '../../../text/suggest.ts'
import { readAlertRules, type AlertRule } from './rule-file.ts'
import { rulesOfAlertFiles } from '../descriptions/alert-rules.ts'

/**
 * Whether the alerts of a file of Prometheus rules lead to this site's issues.
 *
 * @param file path of the file
 * @param environment `SITE_URL` and `BASE_PATH` say which addresses are this site's
 */
export function alertFindings(content: Content, file: string, environment: NodeJS.ProcessEnv): Finding[] {
  const alerts = readFile(file)
  const finding = toFinding(displayPath(file))
  if (!alerts)
    return [
      finding('alert-file', {}, `${file} is no file of Prometheus rules`, 'It has `groups:` with `rules:`.'),
    ]
  const known = [...content.issues.values()].flatMap(({ data }) => data.alerts ?? [])
  const isKnown = (name: string) => known.some((alert) => alert.toLowerCase() === name.toLowerCase())
  return alerts
    .flatMap((alert): Finding[] => [
      ...(isKnown(alert.name)
        ? []
        : [
            finding(
              'alert-without-issue',
              alert.place,
              `No issue names the alert "${alert.name}"`,
              didYouMean(alert.name, known) ?? 'Add it to the `alerts` of the issue that says what to do.',
            ),
          ]),
      ...addressFindings(content, alert, environment, finding),
    ])
    .sort(compareFindings)
}

type ToFinding = (rule: string, place: object, message: string, hint: string) => Finding

function toFinding(file: string): ToFinding {
  return (rule, place, message, hint) => ({
    file,
    ...place,
    severity: rulesOfAlertFiles.find(({ id }) => id === rule)?.severity ?? 'error',
    rule,
    message,
    hint,
  })
}

function readFile(file: string): AlertRule[] | undefined {
  try {
    return readAlertRules(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function addressFindings(
  content: Content,
  alert: AlertRule,
  environment: NodeJS.ProcessEnv,
  finding: ToFinding,
): Finding[] {
  const { runbookUrl } = alert
  const permanent = `/alerts/${alert.name}/`
  if (!runbookUrl) {
    return [
      finding(
        'alert-without-url',
        alert.place,
        `The alert "${alert.name}" has no runbook_url`,
        `Add the annotation runbook_url with ${permanent} of this site.`,
      ),
    ]
  }
  const address = addressOnSite(runbookUrl.url, environment)
  if (address === undefined) return []
  const problem = addressProblem(content, address.path, address.anchor)
  return problem ? [finding(problem.rule, runbookUrl.place, problem.message, problem.hint)] : []
}

/** The address below the site's root; `undefined` for other hosts, and for templates that only Prometheus can fill in. */
function addressOnSite(
  url: string,
  { SITE_URL, BASE_PATH = '/' }: NodeJS.ProcessEnv,
): { path: string; anchor: string } | undefined {
  const site = new URL(SITE_URL ?? 'http://localhost:4321')
  if (url.includes('{{') || !URL.canParse(url, site)) return undefined
  const { origin, pathname, hash } = new URL(url, site)
  // Without SITE_URL, nobody knows the host: every address is tried on this site.
  if (SITE_URL !== undefined && origin !== site.origin) return undefined
  const base = `/${BASE_PATH}/`.replace(/\/+/g, '/')
  const path = `${pathname}/`.startsWith(base) ? pathname.slice(base.length) : pathname
  return { path: path.replace(/^\/|\/$/g, ''), anchor: decodeURIComponent(hash.slice(1)) }
}

function addressProblem(content: Content, address: string, anchor: string) {
  const [folder = '', name = '', ...rest] = address.split('/')
  const nowhere = (hint: string) => ({
    rule: 'alert-url-nowhere',
    message: `The site has no page /${address}/`,
    hint,
  })
  if (folder === '' && anchor === '') return undefined
  if (folder === 'alerts') {
    const issue = [...content.issues.values()].find(({ data }) =>
      data.alerts?.some((alert) => alert.toLowerCase() === name.toLowerCase()),
    )
    return issue
      ? anchorProblem(content, issue.path, anchor)
      : nowhere('Name the alert in the `alerts` of an issue.')
  }
  if (rest.length > 0 || (folder !== 'issues' && folder !== 'runbooks' && folder !== 'pipelines')) {
    return nowhere('Lead to /alerts/<name>/, or to a page of issues, runbooks or pipelines.')
  }
  const former = [...content.issues.values()].find(
    ({ data }) => folder === 'issues' && data.aliases?.includes(name),
  )
  const entry = content[folder].get(name) ?? former
  if (entry) return anchorProblem(content, entry.path, anchor)
  return nowhere(didYouMean(name, content.ids[folder]) ?? 'Lead to /alerts/<name>/.')
}

function anchorProblem(content: Content, file: string, anchor: string) {
  const document = content.documents.find(({ path }) => path === file)
  if (anchor === '' || !document) return undefined
  const { anchors } = parsePage(document)
  if (anchors.has(anchor)) return undefined
  return {
    rule: 'alert-url-anchor',
    message: `${document.file} has no heading #${anchor}`,
    hint: didYouMean(anchor, [...anchors]) ?? 'Use the anchor of one of its headings.',
  }
}
