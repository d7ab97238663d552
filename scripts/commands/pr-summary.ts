import { checkEverything } from '../../src/content/check/check.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { BaseError, withContentAt } from '../../src/content/compare/git-base.ts'
import { markdownReport } from '../../src/calendar/diff/report.ts'
import { diffContent } from '../../src/calendar/diff/rota-diff.ts'
import { summaryMarkdown } from '../lib/summary-markdown.ts'
import { pageChanges } from '../../src/content/compare/page-changes.ts'
import { UsageError, readArguments, type ExitCode } from '../lib/command.ts'
import type { Script } from '../lib/run.ts'

export const prSummary: Script = {
  summary: 'what a change does, for its pull request',
  help: `Usage: npm run --silent pr-summary -- [--base REV]

Prints in Markdown what the content's changes since a git revision (default: origin/main) do: pages added, changed,
renamed and removed, links that would break, reviews that are due on those pages, shifts that move, the fairness ledger.`,
  async run(args, { out, root, now }): Promise<ExitCode> {
    const { values } = readArguments(args, { base: { type: 'string' } })
    const base = values.base ?? 'origin/main'
    const today = now.toISOString().slice(0, 10)
    const after = loadContent(root)
    try {
      const changes = withContentAt(root, base, ({ root: before }) =>
        pageChanges(before === undefined ? undefined : loadContent(before), after, today),
      )
      out(
        summaryMarkdown(
          changes,
          await checkEverything(after, { today }),
          markdownReport(diffContent(root, base, now)),
        ),
      )
      return 0
    } catch (error) {
      if (error instanceof BaseError) throw new UsageError(error.message)
      throw error
    }
  },
}
