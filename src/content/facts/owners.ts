import type { Pipeline, Team } from '../model/collections.ts'
import type { Entries, Entry } from '../read/load.ts'
import type { PageEntry } from './pages.ts'

/** The teams that keep a page right, each once, in the order of the pipelines. */
export interface Owners {
  /** Asked first. */
  primary: readonly Entry<Team>[]
  /** Asked when the first do not answer. */
  secondary: readonly Entry<Team>[]
}

/**
 * Who owns a page. A pipeline names its owners; a runbook has those of the pipelines that name it; any other page has its own
 * `owner`, else those of the pipelines that it names, else those of its runbook.
 *
 * @param pipelines those that it has to do with; of a pipeline, itself
 */
export function ownersOf(
  page: PageEntry,
  pipelines: readonly Entry<Pipeline>[],
  teams: Entries<Team>,
): Owners {
  const { data } = page
  const own = data.owner === undefined ? undefined : [data.owner]
  const named = (ids: readonly (string | undefined)[]) =>
    [...new Set(ids)].flatMap((id) => {
      const team = id === undefined ? undefined : teams.get(id)
      return team ? [team] : []
    })
  return {
    primary: named(own ?? pipelines.map(({ data: { primaryOwner } }) => primaryOwner)),
    secondary: named(pipelines.map(({ data: { secondaryOwner } }) => secondaryOwner)),
  }
}
