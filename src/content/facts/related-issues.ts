import type { Entry } from '../read/load.ts'
import type { Issue } from '../model/collections.ts'
import type { Facts } from './entries.ts'

const MAX_ITEMS = 4

/**
 * The issues most likely to be confused with one: those of the same runbook that share the most components, worst first
 * among equals. Looking only at the runbook keeps the work for a page small where there are thousands of issues.
 */
export function relatedIssues(issue: Entry<Issue>, content: Facts): readonly Entry<Issue>[] {
  const shared = (other: Entry<Issue>) =>
    (other.data.components ?? []).filter((component) => issue.data.components?.includes(component)).length
  const { runbook, pipelines = [] } = issue.data
  const near =
    runbook === undefined
      ? [...new Set(pipelines.flatMap((id) => content.issuesOfPipeline(id)))]
      : content.issuesOfRunbook(runbook)
  return near
    .filter(({ id }) => id !== issue.id)
    .map((other) => ({ other, shared: shared(other) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_ITEMS)
    .map(({ other }) => other)
}
