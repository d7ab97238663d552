import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readRules } from '../../src/content/check/alert-rules/read-rules.ts'
import { readSources } from '../../src/content/check/alert-rules/rule-sources.ts'
import { checkContent } from '../../src/content/check/check.ts'
import {
  importReport,
  importSources,
  knownTeams,
  readSourceTree,
  readState,
  severitiesOf,
  writeImport,
  type ImportOptions,
  type PageCollection,
} from '../../src/content/edit/import/index.ts'
import { severitiesIn, startSite } from '../../src/content/edit/import/start-site.ts'
import { earlierFiles, sourceName } from '../../src/content/edit/import/write.ts'
import { generatorsOf } from '../../src/content/edit/import/source/generators.ts'
import { leftKinds } from '../../src/content/edit/import/left-kinds.ts'
import type { ReportInput } from '../../src/content/edit/import/report.ts'
import { displayPath } from '../../src/content/read/files.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { count } from '../../src/text/wording.ts'
import { command } from '../lib/command.ts'
import type { Context, ExitCode } from '../lib/command-definition.ts'
import { CommandError, UsageError } from '../lib/command-error.ts'

export const importCommand = command({
  name: 'import',
  summary: 'makes entries of the runbooks that a team already has',
  usage: 'npm run import -- SOURCE… [--as issues|runbooks] [--alerts RULES…] [--split h2|h3] [--dry-run]',
  about: `Reads folders or files of Markdown as MkDocs, Hugo, Docusaurus, Starlight, VitePress, Jekyll, Tech Docs, mdBook,
MyST, GitBook, Quarto, Pelican, DocFX, wikis and forges write it, and writes entries into the content folder. Folders become parts of ids, old
addresses keep leading to the pages, and nothing is invented: what the source does not say is absent. Nothing is
overwritten: it can be run again when the source has changed, and leaves alone what was edited here. What it did,
and what is left to do, is in import-report.md beside the content folder.`,
  options: {
    as: {
      type: 'string',
      value: 'issues|runbooks',
      says: 'What the pages become; else each folder is what its pages look like.',
    },
    alerts: {
      type: 'string',
      value: 'RULES…',
      multiple: true,
      says: 'Rule files: which page an alert leads to, and how severe it is.',
    },
    split: {
      type: 'string',
      value: 'h2|h3',
      says: 'Makes a page of each heading of this level, for one file with the runbook of a whole product.',
    },
    'dry-run': { type: 'boolean', says: 'Says what would be done, and writes nothing.' },
  },
  maxWords: Infinity,
  exits: { 0: 'pages were imported; the report says what is left to do', 1: 'there was nothing to import' },
  example: 'npm run import -- ../runbooks --alerts ../rules',
  run({ values, words }, context): ExitCode {
    // A shell makes many names of rules/*.yaml: those that are rules are not sources.
    const sources = words.filter((word) => !isRuleFile(word))
    const ruleNames = [...(values.alerts ?? []), ...words.filter(isRuleFile)]
    if (sources.length === 0)
      throw new UsageError('Which folder or file is to be imported?', 'npm run import -- ../runbooks')
    const dryRun = values['dry-run'] === true
    const { root, out, now } = context
    const rules = readAlertFiles(ruleNames, context)
    const severities = severitiesIn(root) ?? severitiesOf(rules)
    const options = {
      ...readAs(values.as),
      ...readSplit(values.split),
      alerts: rules,
      severities,
      teams: knownTeams(loadContent(root)),
    }
    const inputs: ReportInput[] = []
    for (const source of sources) {
      const result = importOne(source, root, options, dryRun)
      inputs.push({ source, ...result, failing: 0, findings: [], withoutPage: [] })
      out(summaryOf(source, result))
    }
    const pages = inputs.reduce((sum, { result }) => sum + result.entries.length, 0)
    if (pages === 0)
      throw new CommandError(
        'There is nothing to import.',
        inputs.some(({ result }) => result.notRead.length > 0)
          ? 'Only Markdown is read: convert the files named above, and import the folder again.'
          : 'Name a folder with Markdown files in it.',
      )
    const named = new Set(inputs.flatMap(({ result }) => result.entries.flatMap(({ alerts }) => alerts)))
    const withoutPage = [...new Set(rules.map(({ name }) => name))]
      .filter((name) => !named.has(name) && !name.includes('{{'))
      .sort()
    if (dryRun) {
      out('Nothing was written (--dry-run).')
      return 0
    }
    const site = startSite(root, inputs, severities)
    if (site !== undefined)
      out(`${displayPath(site)} was written, with the rules that imported pages start with.`)
    const content = loadContent(root)
    // Pictures are decoded by npm run check, which takes longer than all of the rest.
    const findings = checkContent(content, { today: now.toISOString().slice(0, 10) })
    const readable = new Set(content.documents.map(({ file }) => file))
    const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file))
    for (const [index, input] of inputs.entries()) {
      const files = input.result.entries.map(({ file }) => displayPath(path.join(root, file)))
      const own = new Set(files)
      input.findings = findings.filter(({ file }) => own.has(file))
      input.failing = files.filter((file) => wrong.has(file) || !readable.has(file)).length
      if (index === 0) input.withoutPage = withoutPage
    }
    const report = path.join(path.dirname(root), 'import-report.md')
    mkdirSync(path.dirname(report), { recursive: true })
    writeFileSync(report, importReport(inputs))
    const failing = inputs.reduce((sum, input) => sum + input.failing, 0)
    out(
      `${String(pages - failing)} of ${String(pages)} pages pass the check. What is left to do: ${displayPath(report)}; npm run check -- --summary`,
    )
    if (failing > 0)
      out(
        'The site is built when no error is left: correct them, or accept them for now with npm run check -- --baseline',
      )
    return 0
  },
})

function importOne(source: string, root: string, options: ImportOptions, dryRun: boolean) {
  if (!existsSync(source))
    throw new CommandError(`There is no ${source}.`, `Paths are looked up from ${process.cwd()}.`)
  const tree = readSourceTree(source)
  const name = sourceName(tree, { generators: generatorsOf(tree) })
  const result = importSources(tree, { ...options, earlier: earlierFiles(readState(root), name) })
  return { result, written: writeImport(root, tree, result, { dryRun }), tree: tree.top }
}

function summaryOf(source: string, { result, written, tree }: ReturnType<typeof importOne>): string {
  const { entries, leftOut, generators, notRead, log } = result
  const number = (how: string) => log.entries.filter((entry) => entry.how === how).length
  const kept = written.edited.length + written.foreign.length + written.removed.length
  const reasons = [...Map.groupBy(leftOut, ({ why }) => why)].sort(([, a], [, b]) => b.length - a.length)
  return [
    `${source}: ${count(entries.length, 'page')} in, ${String(leftOut.length)} left out; ${generators.map((each) => each.name).join(', ')}.`,
    ...reasons
      .slice(0, MAX_REASONS)
      .map(([why, own]) => `  left out, ${count(own.length, 'page')}: ${why}${hintFor(why)}`),
    ...notRead.map(
      ({ name, count: files, convert }) =>
        `  not read, ${count(files, 'file')} of ${name}: make Markdown of them first, for example with ${convert}`,
    ),
    `  ${count(written.added.length, 'file')} written, ${String(written.updated.length)} updated, ${String(written.same.length)} unchanged${kept === 0 ? '' : `, ${String(kept)} left as they are here`}.`,
    ...(written.orphaned.length === 0
      ? []
      : [
          `  ${count(written.orphaned.length, 'page')} of an earlier import ${written.orphaned.length === 1 ? 'is' : 'are'} gone at the source, and still here: the report names them, delete what has another name there now.`,
        ]),
    `  ${String(number('converted'))} conversions, ${String(number('dropped'))} things dropped, ${String(number('left'))} left to write, ${String(number('dead'))} dead at the source.`,
    ...leftKinds(log.entries)
      .slice(0, MAX_KINDS)
      .map(
        ({ what, times, first, todo }) =>
          `  left to write, ${count(times, 'time')}: ${what}, first at ${path.join(displayPath(tree), first)}. ${todo}`,
      ),
  ].join('\n')
}

const MAX_REASONS = 4
const MAX_KINDS = 8

function hintFor(why: string): string {
  if (why.startsWith('it is outside')) return '. Name their folder to import them.'
  return why.startsWith('it is too much') ? '. --split h2 makes a page of each of its headings.' : ''
}

function isRuleFile(word: string): boolean {
  return /\.(?:ya?ml|json|rules|txt)$/i.test(word)
}

function readAlertFiles(names: readonly string[], { error }: Context) {
  const sources = readSources(names)
  for (const { name, message } of sources.problems)
    throw new CommandError(`${name}: ${message}.`, 'Pass rule files, or folders of them.')
  const rules = sources.files.flatMap(({ name, text }) => readRules(text, name).alerts)
  if (names.length > 0 && rules.length === 0) error(`No alert was found in ${names.join(' ')}.`)
  return rules
}

function readAs(as: string | undefined): { as?: PageCollection } {
  if (as === undefined) return {}
  if (as !== 'issues' && as !== 'runbooks')
    throw new UsageError(`--as takes "issues" or "runbooks"; got "${as}".`)
  return { as }
}

function readSplit(split: string | undefined): { split?: 2 | 3 } {
  if (split === undefined) return {}
  if (split !== 'h2' && split !== 'h3') throw new UsageError(`--split takes "h2" or "h3"; got "${split}".`)
  return { split: split === 'h2' ? 2 : 3 }
}
