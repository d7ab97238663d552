import type { APIContext } from 'astro'
import { MAX_CHANGES, recentChanges } from '../content/compare/changes.ts'
import { getContent } from '../content/facts/entries.ts'
import { siteConfig } from '../site/config.ts'
import { links } from '../site/site-links.ts'

/** What changed, as an Atom feed (RFC 4287). Its dates are those of commits: the same commit gives the same bytes. */
export function GET({ site }: APIContext) {
  const absolute = (path: string) => new URL(path, site).href
  const { content } = getContent()
  const changes = recentChanges(content)
  const self = absolute(links.changesFeed)
  const entries = (changes ?? [])
    .slice(0, MAX_CHANGES)
    .map(({ kind, title, path, at, commit, subject, pipelines, owners }) => {
      const url = absolute(links.file(path))
      const concerns = [...pipelines, ...owners]
        .map((id) => `    <category term="${escaped(id)}"/>\n`)
        .join('')
      return `  <entry>
    <id>${escaped(`${url}#${kind}-${commit.slice(0, 12)}`)}</id>
    <title>${escaped(`${title} was ${kind}`)}</title>
    <link href="${escaped(url)}"/>
    <updated>${at}</updated>
    <summary>${escaped(subject)}</summary>
${concerns}  </entry>
`
    })
  const text = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(self)}</id>
  <title>${escaped(`${siteConfig().name}: what changed`)}</title>
  <author><name>${escaped(siteConfig().name)}</name></author>
  <link rel="self" href="${escaped(self)}"/>
  <link href="${escaped(absolute(links.changes))}"/>
  <updated>${changes?.[0]?.at ?? '1970-01-01T00:00:00.000Z'}</updated>
${changes === undefined ? '  <subtitle>Nobody knows what changed: the site was built without the history of its repository.</subtitle>\n' : ''}${entries.join('')}</feed>
`
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
