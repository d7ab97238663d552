import { markdownReport, textReport } from '../../../src/calendar/diff/report.ts'
import { diffContent } from '../../../src/calendar/diff/rota-diff.ts'
import { UsageError, readArguments, type Command } from '../../lib/command.ts'
import { assertAllSound } from './open-rota.ts'

const HELP = `Usage: npm run oncall -- diff [--base REV] [--json | --markdown]

Says what a change of content does to the calendars: which shifts move, from whom to whom, with how
much notice, which days off move with them, and the fairness ledger before and after.

  --base REV   the git revision to compare the content folder with, as it lies there;
               HEAD (what is not committed yet) if left out, origin/main for a pull request
  --json       everything, as JSON and nothing else
  --markdown   for the text of a pull request

Exit codes: 0 compared, 1 the content has a mistake, 2 wrong usage or no such revision.
`

export const diff: Command = {
  summary: 'which shifts a change of content moves, for whom, with how much notice',
  help: HELP,
  run(args, context) {
    const { values, positional } = readArguments(args, {
      base: { type: 'string' },
      json: { type: 'boolean' },
      markdown: { type: 'boolean' },
    })
    if (positional !== undefined)
      throw new UsageError(`diff compares every rota; "${positional}" is one too many.`)
    if (values.json && values.markdown) throw new UsageError('Say one of --json and --markdown.')
    const found = diffContent(context.root, values.base ?? 'HEAD', context.now)
    assertAllSound(context)
    if (values.json) context.out(JSON.stringify(found, null, 2))
    else context.out(values.markdown ? markdownReport(found) : textReport(found))
    return 0
  },
}
