import type { Rule } from './rule.ts'

export const flowWithoutIssue: Rule = {
  id: 'flow-without-issue',
  severity: 'warning',
  reason:
    'The diagram of a runbook shows where each of its issues happens. A reader may think that a missing issue cannot happen.',
  fix: 'Add the issue to the stage of the `flow` at which it happens.',
  *check({ drafts }) {
    for (const document of drafts.runbooks) {
      const { flow } = document.data
      if (!flow) continue
      const drawn = new Set(flow.flatMap(({ issues = [] }) => issues))
      for (const issue of drafts.issues) {
        if (issue.data.runbook !== document.id || drawn.has(issue.id)) continue
        yield {
          document,
          at: { path: ['flow'], part: 'key' },
          message: `The flow does not show where "${issue.id}" happens`,
          hint: `Write issues: [${issue.id}] at one of its stages.`,
        }
      }
    }
  },
}
