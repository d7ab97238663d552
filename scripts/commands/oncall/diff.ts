import { markdownReport, textReport } from '../../../src/calendar/diff/report.ts'
import { diffContent } from '../../../src/calendar/diff/rota-diff.ts'
import { UsageError, command } from '../../lib/command.ts'
import { assertAllSound } from './open-rota.ts'

export const diff = command({
  name: 'diff',
  summary: 'which shifts a change of content moves, for whom, with how much notice',
  usage: 'npm run oncall -- diff [--base REV] [--json | --markdown]',
  about: `Compares the calendars of every rota before and after a change of content: which shifts move, from whom to whom, with
how much notice, which days off move with them, and the fairness ledger before and after.`,
  options: {
    base: {
      type: 'string',
      value: 'REV',
      says: 'The git revision to compare the content folder with; HEAD (what is not committed yet) where nothing is said, origin/main for a pull request.',
    },
    json: { type: 'boolean', says: 'Everything as JSON, and nothing else.' },
    markdown: { type: 'boolean', says: 'For the text of a pull request.' },
  },
  exits: { 0: 'compared', 1: 'the content has a mistake', 2: 'wrong usage or no such revision' },
  example: 'npm run oncall -- diff --base origin/main',
  run({ values }, context) {
    if (values.json && values.markdown) throw new UsageError('Say one of --json and --markdown.')
    const found = diffContent(context.root, values.base ?? 'HEAD', context.now)
    assertAllSound(context)
    if (values.json) context.out(JSON.stringify(found, null, 2))
    else context.out(values.markdown ? markdownReport(found) : textReport(found))
    return 0
  },
})
