import { DateTime } from 'luxon'
import type { Rule } from './rule.ts'

/** What was before was written down nowhere like here. */
const MAX_YEARS = 15

export const reviewInFuture: Rule = {
  id: 'review-in-future',
  // No error: a commit must build again with the clock of an earlier day (SOURCE_DATE_EPOCH).
  severity: 'warning',
  reason: 'A date in the future cannot be the date of a review.',
  fix: 'Write the day of the last review.',
  *check({ drafts, today }) {
    // A day ahead is none: the writer may be east of the machine that checks.
    const last = DateTime.fromISO(today, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd')
    for (const document of [...drafts.runbooks, ...drafts.issues, ...drafts.pipelines]) {
      const { reviewed, tested } = document.data
      const incidents = 'incidents' in document.data ? (document.data.incidents ?? []) : []
      for (const [name, date, path] of [
        ['review', reviewed, ['reviewed']],
        ['test', tested?.on, ['tested', 'on']],
        ...incidents.map(({ date }, index) => ['incident', date, ['incidents', index, 'date']] as const),
      ] as const) {
        if (date !== undefined && Number(date.slice(0, 4)) < Number(today.slice(0, 4)) - MAX_YEARS)
          yield {
            document,
            at: { path },
            message: `The ${name} of ${date} is more than ${String(MAX_YEARS)} years ago`,
            hint: 'Correct the year.',
          }
        if (date === undefined || date <= last) continue
        yield {
          document,
          at: { path },
          message: `The ${name} of ${date} is in the future`,
          // No clock of a build is years off: this is a slip of the finger.
          ...(Number(date.slice(0, 4)) > Number(today.slice(0, 4)) + 1 && { severity: 'error' as const }),
          hint: `Write the day on which it happened; today is ${today}.`,
        }
      }
    }
  },
}
