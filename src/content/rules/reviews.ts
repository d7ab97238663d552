import { DateTime, Duration } from 'luxon'
import type { Entry } from '../load.ts'
import type { Issue, Runbook } from '../schemas/index.ts'
import type { Rule, RuleContext } from './rule.ts'

function* reviewed({ content }: RuleContext): Generator<Entry<Issue> | Entry<Runbook>> {
  yield* content.runbooks.values()
  yield* content.issues.values()
}

/** A day ahead is none: the writer may be east of the machine that checks. */
const isFuture = (date: string, today: string) => date > plus(today, 'P1D')

const plus = (date: string, duration: string) =>
  DateTime.fromISO(date, { zone: 'utc' }).plus(Duration.fromISO(duration)).toFormat('yyyy-MM-dd')

export const reviewInFuture: Rule = {
  id: 'review-in-future',
  // No error: a commit must build again with the clock of an earlier day (SOURCE_DATE_EPOCH).
  severity: 'warning',
  reason: 'A review that has not happened says nothing.',
  mend: 'Write the day of the last review.',
  *check(context) {
    for (const document of reviewed(context)) {
      const { reviewed: date, tested } = document.data
      const hint = `Write the day on which it happened; today is ${context.today}.`
      if (isFuture(date, context.today)) {
        yield {
          document,
          at: { path: ['reviewed'] },
          message: `The review of ${date} is in the future`,
          hint,
        }
      }
      if (tested && isFuture(tested.on, context.today)) {
        yield {
          document,
          at: { path: ['tested', 'on'] },
          message: `The test of ${tested.on} is in the future`,
          hint,
        }
      }
    }
  },
}

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  reason: 'What nobody has read for long may be wrong by now.',
  mend: 'Read the page against reality, mend it, and set `reviewed` to today.',
  *check(context) {
    for (const document of reviewed(context)) {
      const { reviewed: date, reviewEvery } = document.data
      if (reviewEvery === undefined || plus(date, reviewEvery) >= context.today) continue
      yield {
        document,
        at: { path: ['reviewed'] },
        message: `The review was due on ${plus(date, reviewEvery)}`,
        hint: 'Read the page against reality, mend it, and set the date to today.',
      }
    }
  },
}
