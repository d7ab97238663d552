import { DateTime } from 'luxon'
import type { Rule } from './rule.ts'

export const reviewInFuture: Rule = {
  id: 'review-in-future',
  // No error: a commit must build again with the clock of an earlier day (SOURCE_DATE_EPOCH).
  severity: 'warning',
  reason: 'A date in the future cannot be the date of a review.',
  fix: 'Write the day of the last review.',
  *check({ drafts, today }) {
    // A day ahead is none: the writer may be east of the machine that checks.
    const last = DateTime.fromISO(today, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd')
    for (const document of [...drafts.runbooks, ...drafts.issues]) {
      const { reviewed, tested } = document.data
      for (const [name, date, path] of [
        ['review', reviewed, ['reviewed']],
        ['test', tested?.on, ['tested', 'on']],
      ] as const) {
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
