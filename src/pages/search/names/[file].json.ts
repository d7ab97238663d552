import type { APIRoute } from 'astro'
import { getContent } from '../../../content/facts/entries.ts'
import { nameFiles, type Name, type NameFile } from '../../../search/engine/names.ts'
import { links } from '../../../site/site-links.ts'

/** Alerts first, for they are what a pager shows; then pages, issues worst first. */
export function getStaticPaths() {
  const { bySeverity, runbooks, pipelines, teams, settings } = getContent()
  const path = (address: string) => address.slice(links.home.length)
  const named =
    (kind: string, link: (id: string) => string) =>
    (entry: { id: string; data: object }): Name => ({
      name:
        'title' in entry.data
          ? String(entry.data.title)
          : 'name' in entry.data
            ? String(entry.data.name)
            : entry.id,
      path: path(link(entry.id)),
      kind: settings.called(kind),
    })
  const names: Name[] = [
    ...bySeverity.flatMap(({ id, data }) =>
      (data.alerts ?? []).map((name) => ({
        name,
        path: path(links.issue(id)),
        kind: 'alert',
        title: data.title,
      })),
    ),
    ...bySeverity.map(named('issue', links.issue)),
    ...runbooks.all.map(named('runbook', links.runbook)),
    ...pipelines.all.map(named('pipeline', links.pipeline)),
    ...teams.all.map(named('team', links.team)),
  ]
  return [...nameFiles(names)].map(([file, content]) => ({ params: { file }, props: { content } }))
}

export const GET: APIRoute<{ content: NameFile }> = ({ props }) =>
  new Response(JSON.stringify(props.content), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
