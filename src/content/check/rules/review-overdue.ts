import { reviewDue } from '../../facts/reviews.ts'
import type { Rule } from './rule.ts'

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  reason: 'A page that nobody has reviewed for a long time may be wrong by now.',
  fix: 'Compare the page with reality, correct it, and set `reviewed` to today.',
  *check({ drafts, today }) {
    for (const document of [...drafts.runbooks, ...drafts.issues]) {
      const { reviewed, reviewEvery } = document.data
      const due = reviewed === undefined ? undefined : reviewDue(reviewed, reviewEvery)
      if (due === undefined || due >= today) continue
      yield { document, at: { path: ['reviewed'] }, message: `The review was due on ${due}` }
    }
  },
}
