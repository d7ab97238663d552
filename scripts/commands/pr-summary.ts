import { checkEverything } from '../../src/content/check/check.ts'
import { acceptedSecrets } from '../../src/content/read/baseline.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { withContentAt } from '../../src/content/compare/git-base.ts'
import { markdownReport } from '../../src/calendar/diff/report.ts'
import { diffContent } from '../../src/calendar/diff/rota-diff.ts'
import { summaryMarkdown } from '../lib/summary-markdown.ts'
import { pageChanges } from '../../src/content/compare/page-changes.ts'
import { command } from '../lib/command.ts'
import type { ExitCode } from '../lib/command-definition.ts'

export const prSummary = command({
  name: 'pr-summary',
  summary: 'says what a change does, for its pull request',
  usage: 'npm run --silent pr-summary -- [--base REV]',
  about: `Prints in Markdown what the content's changes since a git revision do: pages added, changed, renamed and removed,
links that would break, reviews that are due on those pages, shifts that move, and the fairness ledger.`,
  options: {
    base: {
      type: 'string',
      value: 'REV',
      says: 'The revision to compare with; origin/main where nothing is said.',
    },
  },
  exits: { 0: 'printed', 2: 'there is no such revision' },
  example: 'npm run --silent pr-summary -- --base origin/main',
  async run({ values }, { out, root, now }): Promise<ExitCode> {
    const base = values.base ?? 'origin/main'
    const today = now.toISOString().slice(0, 10)
    const after = loadContent(root)
    const { changes, known } = withContentAt(root, base, ({ root: before }) => ({
      changes: pageChanges(before === undefined ? undefined : loadContent(before), after, today),
      known: new Set(before === undefined ? [] : acceptedSecrets(before).map(({ hash }) => hash)),
    }))
    const findings = await checkEverything(after, { today })
    const accepted = acceptedSecrets(root).map((secret) => ({ ...secret, isNew: !known.has(secret.hash) }))
    out(
      summaryMarkdown({
        changes,
        findings,
        accepted,
        oncall: markdownReport(diffContent(root, base, now)),
      }),
    )
    return 0
  },
})
