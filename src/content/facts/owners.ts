import type { Issue, Pipeline, Runbook, Team } from '../model/collections.ts'
import type { Entries, Entry } from '../read/load.ts'

/** The teams that keep a page right, each once, in the order of the pipelines. */
export interface Owners {
  /** Asked first. */
  primary: readonly Entry<Team>[]
  /** Asked when the first do not answer. */
  secondary: readonly Entry<Team>[]
}

/**
 * Who owns a page. A pipeline names its owners; a runbook has those of the pipelines that name it; an issue has its own
 * `owner`, else those of the pipelines that it names, else those of its runbook.
 *
 * @param pipelines of an issue or runbook, those that it has to do with
 */
export function ownersOf(
  page: Entry<Issue> | Entry<Pipeline> | Entry<Runbook>,
  pipelines: readonly Entry<Pipeline>[],
  teams: Entries<Team>,
): Owners {
  const { data } = page
  const asked = 'primaryOwner' in data ? [data] : pipelines.map((pipeline) => pipeline.data)
  const own = 'owner' in data && data.owner !== undefined ? [data.owner] : undefined
  const named = (ids: readonly (string | undefined)[]) =>
    [...new Set(ids)].flatMap((id) => {
      const team = id === undefined ? undefined : teams.get(id)
      return team ? [team] : []
    })
  return {
    primary: named(own ?? asked.map(({ primaryOwner }) => primaryOwner)),
    secondary: named(asked.map(({ secondaryOwner }) => secondaryOwner)),
  }
}
