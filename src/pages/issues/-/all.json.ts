import { getContent } from '../../../content/facts/entries.ts'
import { links } from '../../../site/site-links.ts'
import type { ListedIssue } from '../../../client/issue-filter.ts'

/** All issues for who narrows a list down that is too long for one page. */
export function GET() {
  const issues = getContent().bySeverity.map(
    ({ id, data: { title, summary, severity = '', runbook = '', components = [] } }): ListedIssue => [
      links.issue(id),
      title,
      summary,
      severity,
      runbook,
      components.join(' '),
    ],
  )
  return new Response(JSON.stringify(issues), { headers: { 'content-type': 'application/json' } })
}
