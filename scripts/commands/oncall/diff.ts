import { markdownReport, textReport } from '../../../src/calendar/diff/report.ts'
import { diffContent } from '../../../src/calendar/diff/rota-diff.ts'
import { command } from '../../lib/command.ts'
import { UsageError } from '../../lib/command-error.ts'
import { printableJson } from '../../../src/text/printable.ts'
import { againstText, compareWith } from './diff-against.ts'
import { assertAllSound, withRota } from './open-rota.ts'

export const diff = command({
  name: 'diff',
  summary: 'which shifts a change of content moves, for whom, with how much notice',
  usage:
    'npm run oncall -- diff [--base REV] [--json | --markdown]\n       npm run oncall -- diff [ROTA] --against FILE [--json]',
  about: `Compares the calendars of every rota before and after a change of content: which shifts move, from whom to whom, with
how much notice, which days off move with them, and the fairness ledger before and after. With --against, prints where the rota
and a file of another tool name different people, from now on.`,
  options: {
    base: {
      type: 'string',
      value: 'REV',
      says: 'The git revision to compare the content folder with; HEAD (what is not committed yet) where nothing is said, origin/main for a pull request.',
    },
    against: {
      type: 'string',
      value: 'FILE',
      says: 'A file of another tool: an iCalendar feed, a table, or a schedule as JSON, as `oncall import` reads them.',
    },
    json: { type: 'boolean', says: 'Everything as JSON, and nothing else.' },
    markdown: { type: 'boolean', says: 'For the text of a pull request.' },
  },
  maxWords: 1,
  exits: {
    0: 'compared',
    1: 'the content has a mistake, or the file of --against disagrees',
    2: 'wrong usage, no such revision or no such file',
  },
  example: 'npm run oncall -- diff --base origin/main',
  run({ values, words: [positional] }, context) {
    const { against } = values
    if (against !== undefined) {
      if (values.base !== undefined || values.markdown)
        throw new UsageError('--against goes with --json alone.', 'Leave out --base and --markdown.')
      return withRota(context, positional, (rota) => {
        const found = compareWith(rota, against, context)
        context.out(values.json ? printableJson(found) : againstText(rota, found))
        return found.disagreements.length === 0 ? 0 : 1
      })
    }
    if (positional !== undefined)
      throw new UsageError(
        `diff compares every rota: "${positional}" is too much.`,
        'A rota is named beside --against only.',
      )
    if (values.json && values.markdown) throw new UsageError('Say one of --json and --markdown.')
    const found = diffContent(context.root, values.base ?? 'HEAD', context.now)
    assertAllSound(context)
    if (values.json) context.out(JSON.stringify(found, null, 2))
    else context.out(values.markdown ? markdownReport(found) : textReport(found))
    return 0
  },
})
