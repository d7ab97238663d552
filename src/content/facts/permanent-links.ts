/** What the addresses of an issue are made from: an entry of the content, as Astro or as the scripts read it. */
interface Issue {
  id: string
  data: { alerts?: readonly string[] | undefined; aliases?: readonly string[] | undefined }
}

/** The alerts of all issues, in order of name. */
export function alertsOf<I extends Issue>(issues: Iterable<I>): { alert: string; issue: I }[] {
  return [...issues]
    .flatMap((issue) => (issue.data.alerts ?? []).map((alert) => ({ alert, issue })))
    .sort((a, b) => (a.alert < b.alert ? -1 : 1))
}

/**
 * The paths, below the site's root, that lead to an issue: `alerts/<Alert>`, also in small letters (a host of static files
 * tells them apart; any other spelling is put right by the page that says that there is none), and former ids.
 */
export function permanentLinks<I extends Issue>(issues: Iterable<I>): { path: string; issue: I }[] {
  const all = [...issues]
  const alerts = alertsOf(all).flatMap(({ alert, issue }) =>
    [...new Set([alert, alert.toLowerCase()])].map((name) => ({ path: `alerts/${name}`, issue })),
  )
  const former = all.flatMap((issue) =>
    (issue.data.aliases ?? []).map((id) => ({ path: `issues/${id}`, issue })),
  )
  return [...alerts, ...former]
}
