import type { APIContext } from 'astro'
import { atomFeed } from '../api/changes-feed.ts'
import { MAX_CHANGES, recentChanges } from '../content/compare/changes.ts'
import { getContent } from '../content/facts/entries.ts'
import { siteConfig } from '../site/config.ts'
import { links } from '../site/site-links.ts'

/** What changed, as an Atom feed. Its dates are those of commits: the same commit gives the same bytes. */
export function GET({ site }: APIContext) {
  const absolute = (path: string) => new URL(path, site).href
  const changes = recentChanges(getContent().content)
  const entries = changes
    ?.slice(0, MAX_CHANGES)
    .map(({ kind, title, path, at, commit, subject, pipelines, owners }) => ({
      title: `${title} was ${kind}`,
      kind,
      commit,
      url: absolute(links.file(path)),
      at,
      summary: subject,
      concerns: [...pipelines, ...owners],
    }))
  const feed = {
    name: siteConfig().name,
    self: absolute(links.changesFeed),
    page: absolute(links.changes),
    entries,
  }
  return new Response(atomFeed(feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
