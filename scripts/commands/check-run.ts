import { checkAlerts } from '../../src/content/check/alert-rules/check.ts'
import { readSources } from '../../src/content/check/alert-rules/rule-sources.ts'
import { withoutAccepted, writeBaseline } from '../../src/content/check/baseline.ts'
import { count } from '../../src/text/wording.ts'
import { checkEverything } from '../../src/content/check/check.ts'
import { withLevels } from '../../src/content/check/levels.ts'
import { historyFindings } from '../../src/content/check/history.ts'
import { checkChanged, type Earlier } from '../../src/content/check/changed.ts'
import { changedFiles } from '../../src/content/compare/changed-files.ts'
import { textAt, withContentAt } from '../../src/content/compare/git-base.ts'
import { compareFindings, type Finding } from '../../src/content/read/findings.ts'
import { formFindings } from '../../src/content/check/formatting.ts'
import { displayPath, loadContent, type Content } from '../../src/content/read/load.ts'
import { ContentStore } from '../../src/content/read/store.ts'
import { reportSummary } from '../../src/content/check/reporters/summary.ts'
import { queryFindings } from '../../src/search/index/query-findings.ts'
import type { Context, ExitCode } from '../lib/command-definition.ts'
import { UsageError } from '../lib/command-error.ts'
import { keeping } from '../lib/keep.ts'
import { readReporter } from '../lib/reporter.ts'
import { watchContent } from './check-watch.ts'

/** What `npm run check` was asked for, by its options. */
interface Values extends Looks {
  format?: string
  summary?: boolean
  baseline?: boolean
  watch?: boolean
  alerts?: string[]
  elsewhere?: string
}

interface Looks {
  form?: boolean
  base?: string
  changed?: string
  strict?: boolean
}

/**
 * Looks at the content, or at alert rules, and reports what is found.
 *
 * @throws UsageError for options that do not go together
 */
export async function runCheck(
  values: Values,
  words: readonly string[],
  { out, error, root, now }: Context,
): Promise<ExitCode> {
  const report =
    values.summary === true && values.format === undefined ? reportSummary : readReporter(values.format)
  if (values.watch === true) return await watchAndReport(values, report, { out, root, now })
  return await keeping(root, async () => await checkOnce(values, words, report, { out, error, root, now }))
}

async function checkOnce(
  values: Values,
  words: readonly string[],
  report: (findings: readonly Finding[]) => string,
  { out, error, root, now }: Pick<Context, 'out' | 'error' | 'root' | 'now'>,
): Promise<ExitCode> {
  // Its own: what a process has read before may have changed since, and nobody has said so.
  const store = new ContentStore(root)
  const content = store.read()
  let findings: Finding[]
  let counts: string | undefined
  if (values.alerts === undefined) {
    if (words.length > 0)
      throw new UsageError(
        `The check reads the whole content folder, and takes no names: ${words.join(' ')}`,
        'CONTENT_ROOT=DIR reads another folder; --alerts FILE reads rule files.',
      )
    if (values.elsewhere !== undefined)
      throw new UsageError('--elsewhere is about the addresses of alerts.', 'Add --alerts FILE.')
    const today = now.toISOString().slice(0, 10)
    if (values.baseline === true) {
      const found = [
        ...(await checkEverything(content, { today, accept: false })),
        ...withLevels(content, await queryFindings(content)),
      ]
      const { accepted, refused } = writeBaseline(content, found)
      out(`baseline.yaml accepts ${count(accepted, 'finding')}.`)
      if (refused > 0) out(`${count(refused, 'finding')} cannot be accepted: npm run check names them.`)
      return refused > 0 ? 1 : 0
    }
    findings = await find(content, values, today)
  } else {
    // A shell makes many names of rules/*.yaml: all of them are meant.
    const sources = readSources([...values.alerts, ...words])
    const options = { environment: process.env, elsewhere: readElsewhere(values.elsewhere) }
    ;({ findings, counts } = checkAlerts(content, sources, options))
  }
  const isGood = findings.every(({ severity }) => severity !== 'error')
  // Only where everything was looked at.
  if (isGood && values.alerts === undefined && values.changed === undefined) store.keep()
  out(report(findings))
  // Programs get the findings alone.
  if (counts !== undefined) (values.format === 'json' ? error : out)(counts)
  return isGood ? 0 : 1
}

/** What is found in a content, as the options say. */
async function find(
  content: Content,
  { form, base, changed, strict }: Looks,
  today: string,
): Promise<Finding[]> {
  const { root } = content
  const files = changed === undefined ? undefined : changedFiles(root, changed)
  const own =
    files === undefined
      ? checkEverything(content, { today })
      : checkChanged(content, files, today, earlierContent(root, changed ?? 'HEAD'))
  const history =
    base === undefined
      ? []
      : withContentAt(root, base, ({ root: before }) =>
          before === undefined ? [] : historyFindings(loadContent(before), content, today),
        )
  // What a query finds depends on all pages: where one has changed, it is asked.
  const asks = files === undefined || files.length > 0
  const inSearch = asks ? withoutAccepted(content, withLevels(content, await queryFindings(content))) : []
  const inForm = form === true ? await formFindings(content) : []
  const isWithoutFile = history.some(({ line }) => line === undefined)
  // That announced weeks are missing is said once, where they were taken out.
  const others = (await own).filter(({ rule }) => !(isWithoutFile && rule === 'published-begun'))
  const found = [...others, ...history, ...inForm, ...inSearch].sort(compareFindings)
  return strict === true ? found.map(strictly) : found
}

/** The content at a revision, for those parts of it that are asked for. */
function earlierContent(root: string, revision: string): Earlier {
  return {
    textOf: (file) => textAt(root, revision, file),
    withContent: (work) =>
      withContentAt(root, revision, ({ root: before }) =>
        work(before === undefined ? undefined : loadContent(before)),
      ),
  }
}

/** Reports after each change, until somebody ends it. */
async function watchAndReport(
  values: Looks & { alerts?: string[]; baseline?: boolean },
  report: (findings: readonly Finding[]) => string,
  { out, root, now }: Pick<Context, 'out' | 'root' | 'now'>,
): Promise<never> {
  if (values.alerts !== undefined || values.baseline === true)
    throw new UsageError('--watch checks the content; it takes neither --alerts nor --baseline.')
  // It may run for days: each look is of the day on which it is.
  const isFixed = process.env['SOURCE_DATE_EPOCH'] !== undefined
  const ahead = isFixed ? undefined : now.getTime() - Date.now()
  return await watchContent(root, async (content) => {
    const at = ahead === undefined ? now : new Date(Date.now() + ahead)
    out(report(await find(content, values, at.toISOString().slice(0, 10))))
    out(`Watching ${displayPath(root)} for changes (Ctrl+C stops it)`)
  })
}

/** Where it is held that every mark is earned, a receipt that does not fit is no mere hint. */
function strictly(finding: Finding): Finding {
  return finding.rule === 'receipt-stale' ? { ...finding, severity: 'error' } : finding
}

function readElsewhere(value = 'ignore'): 'warn' | 'ignore' {
  if (value !== 'warn' && value !== 'ignore')
    throw new UsageError(`--elsewhere takes "warn" or "ignore"; got "${value}".`)
  return value
}
