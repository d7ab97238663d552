import { markdownTable } from '../../../text/table.ts'
import { summarize } from '../../check/reporters/summary.ts'
import type { Finding } from '../../read/findings.ts'
import type { Entry, How } from './common/log.ts'
import { leftKinds } from './left-kinds.ts'
import type { Import } from './types.ts'
import type { Written } from './write.ts'

export interface ReportInput {
  source: string
  result: Import
  written: Written
  /** How many pages have an error, or cannot be read. */
  failing: number
  /** What the check finds in the files of this import. */
  findings: readonly Finding[]
  /** Alerts of the rule files that no page is about. */
  withoutPage: readonly string[]
}

/** What an import did, for the people who go on with it: worst first, everything counted, nothing in silence. */
export function importReport(inputs: readonly ReportInput[]): string {
  const parts = inputs.flatMap((input) => sourceReport(input))
  return `# Import report\n\nThis file is not a page of the site. The next import replaces it.\n\n${parts.join('\n')}\n`
}

function sourceReport({ source, result, written, failing, findings, withoutPage }: ReportInput): string[] {
  const { entries, leftOut, generators, log } = result
  const passing = entries.length - failing
  return [
    `## ${source}`,
    '',
    ...generators.map(
      ({ name, by, root }) => `- Made with ${name}: ${by}${root === '' ? '' : `; pages in ${root}/`}.`,
    ),
    `- ${plural(entries.length, 'page')} in, ${plural(leftOut.length, 'page')} left out, ${plural(result.files.size, 'picture or document', 'pictures and documents')}.`,
    `- ${String(passing)} of ${String(entries.length)} pages pass the check${entries.length > 0 ? ` (${String(Math.floor((100 * passing) / entries.length))} %)` : ''}.`,
    `- Files: ${String(written.added.length)} written, ${String(written.updated.length)} updated, ${String(written.same.length)} unchanged.`,
    '',
    ...section(
      'Edited here since they were imported: left as they are',
      written.edited.map(({ file, isNew }) => [file, isNew ? 'changed at the source as well' : '']),
    ),
    ...section(
      'Not written: another file has the place',
      written.foreign.map((file) => [file]),
    ),
    ...section(
      'Not written again: deleted or moved here',
      written.removed.map((file) => [file]),
    ),
    ...section(
      'Still here, and gone at the source',
      written.orphaned.map(({ file, source: key }) => [file, key]),
    ),
    ...findingsSection(findings),
    ...leftSection(log.entries),
    ...entriesSection('Where it is', log.entries, 'left'),
    ...entriesSection('Dead at the source: the words stayed, the link or picture went', log.entries, 'dead'),
    ...section(
      'Alerts of the rules that no page is about',
      withoutPage.map((name) => [name]),
    ),
    ...section(
      'Pages left out',
      leftOut.map((page) => [page.source, page.why]),
    ),
    ...section(
      'Documents that are no Markdown: not read',
      result.notRead.map(({ name, count, convert }) => [`${plural(count, 'file')} of ${name}`, convert]),
    ),
    ...countSection('Dropped', log.entries, 'dropped'),
    ...countSection('Converted: the text is the same', log.entries, 'converted'),
  ]
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

/** What each page lacks: the rules, and the pages with the most errors. */
function findingsSection(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const rules = summarize(findings).map((line) => [
    line.severity,
    line.rule,
    String(line.files),
    String(line.findings),
  ])
  const pages = [...Map.groupBy(findings.filter(isError), ({ file }) => file)]
    .sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1))
    .map(([file, own]) => [file, String(own.length), [...new Set(own.map(({ rule }) => rule))].join(', ')])
  return [
    '### What the check finds, by rule',
    '',
    markdownTable(['', 'rule', 'files', 'findings'], rules),
    '',
    ...(pages.length === 0
      ? []
      : ['### Pages with errors, worst first', '', markdownTable(['page', 'errors', 'rules'], pages), '']),
  ]
}

/** What nobody could convert, once a kind: where it is first, and what to do. */
function leftSection(entries: readonly Entry[]): string[] {
  const kinds = leftKinds(entries)
  if (kinds.length === 0) return []
  return [
    '### Left as it was: somebody has to write it',
    '',
    'It is shown as it is written. The check finds it at its line; `npm run check -- --baseline` accepts it for now.',
    '',
    markdownTable(
      ['what', 'times', 'pages', 'first at', 'what to do'],
      kinds.map(({ what, times, pages, first, todo }) =>
        [what, String(times), String(pages), first, todo].map(cell),
      ),
    ),
    '',
  ]
}

function entriesSection(title: string, entries: readonly Entry[], how: How): string[] {
  const rows = [
    ...Map.groupBy(
      entries.filter((entry) => entry.how === how),
      ({ page, what, detail }) => `${page}\n${what}\n${detail ?? ''}`,
    ).values(),
  ].flatMap((group) => {
    const [first] = group
    const place = first?.line === undefined ? first?.page : `${first.page}:${String(first.line)}`
    return first ? [[place ?? '', first.what, first.detail ?? '', String(group.length)]] : []
  })
  if (rows.length === 0) return []
  return [
    `### ${title}`,
    '',
    markdownTable(
      ['page', 'what', 'target', 'times'],
      rows.map((row) => row.map(cell)),
    ),
    '',
  ]
}

function countSection(title: string, entries: readonly Entry[], how: How): string[] {
  const groups = [
    ...Map.groupBy(
      entries.filter((entry) => entry.how === how),
      ({ what }) => what,
    ),
  ]
    .map(
      ([what, own]) =>
        [
          what,
          own.length,
          new Set(own.map(({ page }) => page)).size,
          own.find(({ detail }) => detail !== undefined)?.detail ?? '',
        ] as const,
    )
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (groups.length === 0) return []
  const rows = groups.map(([what, number, pages, example]) =>
    [what, String(number), String(pages), example].map(cell),
  )
  return [`### ${title}`, '', markdownTable(['what', 'times', 'pages', 'for example'], rows), '']
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  return [
    `### ${title}`,
    '',
    ...rows.map(
      ([first = '', ...rest]) =>
        `- ${cell(first)}${rest
          .filter((each) => each !== '')
          .map((each) => `: ${cell(each)}`)
          .join('')}`,
    ),
    '',
  ]
}

/** Words of the source as text: nothing in them makes a table, a link or HTML. */
function cell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return /[<>[\]`*{}|]/.test(line) ? `\`${line.replaceAll('`', "'")}\`` : line
}

function plural(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`
}
