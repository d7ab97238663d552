import type { CollectionEntry } from 'astro:content'

type Issue = CollectionEntry<'issues'>

/** The alerts of all issues, in order of name. */
export function alertsOf(issues: readonly Issue[]): { alert: string; issue: Issue }[] {
  return issues
    .flatMap((issue) => (issue.data.alerts ?? []).map((alert) => ({ alert, issue })))
    .sort((a, b) => (a.alert < b.alert ? -1 : 1))
}

/**
 * The paths, below the site's root, that lead to an issue: `alerts/<Alert>`, also in small letters (a host of static files
 * tells them apart; any other spelling is put right by the page that says that there is none), and former ids.
 */
export function permanentLinks(issues: readonly Issue[]): { path: string; issue: Issue }[] {
  const alerts = alertsOf(issues).flatMap(({ alert, issue }) =>
    [...new Set([alert, alert.toLowerCase()])].map((name) => ({ path: `alerts/${name}`, issue })),
  )
  const former = issues.flatMap((issue) =>
    (issue.data.aliases ?? []).map((id) => ({ path: `issues/${id}`, issue })),
  )
  return [...alerts, ...former]
}
