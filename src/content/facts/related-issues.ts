import type { Entry } from '../read/load.ts'
import type { Issue } from '../model/collections.ts'
import type { Facts } from './entries.ts'

const MAX_ITEMS = 4

/**
 * The issues most likely to be confused with one: those of the same runbook that share the most components, worst first
 * among equals. Looking only at the runbook keeps the work for a page small where there are thousands of issues, and issues that name the same components are compared with the others once.
 */
export function relatedIssues(issue: Entry<Issue>, content: Facts): readonly Entry<Issue>[] {
  const { runbook, pipelines = [], components = [] } = issue.data
  const rankings = ofFacts.get(content) ?? new Map<string, readonly Entry<Issue>[]>()
  ofFacts.set(content, rankings)
  const key = JSON.stringify([runbook ?? pipelines, components])
  const ranking = rankings.get(key) ?? closest(new Set(components), nearby(runbook, pipelines, content))
  rankings.set(key, ranking)
  return ranking.filter(({ id }) => id !== issue.id).slice(0, MAX_ITEMS)
}

/** What is most like an issue of some components, that issue itself among it; by where it is looked for and by components. */
const ofFacts = new WeakMap<Facts, Map<string, readonly Entry<Issue>[]>>()

function nearby(
  runbook: string | undefined,
  pipelines: readonly string[],
  content: Facts,
): readonly Entry<Issue>[] {
  if (runbook !== undefined) return content.issuesOfRunbook(runbook)
  return [...new Set(pipelines.flatMap((id) => content.issuesOfPipeline(id)))]
}

/** One more than a page shows, for the page's own issue is among them. */
function closest(components: ReadonlySet<string>, near: readonly Entry<Issue>[]): readonly Entry<Issue>[] {
  return near
    .map((other) => ({
      other,
      shared: (other.data.components ?? []).filter((each) => components.has(each)).length,
    }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_ITEMS + 1)
    .map(({ other }) => other)
}
