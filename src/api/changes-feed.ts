/** One change of the feed. */
export interface FeedEntry {
  title: string
  /** `added`, `edited` and so on: a page that was changed twice in one way and commit has one entry. */
  kind: string
  commit: string
  /** The address of the page. */
  url: string
  /** The instant of the commit, as ISO 8601 with its zone. */
  at: string
  summary: string
  concerns: readonly string[]
}

/** A feed with its own address and that of the page for people. `entries` is undefined where nobody knows what changed. */
export interface Feed {
  name: string
  self: string
  page: string
  entries: readonly FeedEntry[] | undefined
}

/** Long before the first commit of any site: a feed must say when it was updated, and one without entries never was. */
const NEVER = '1970-01-01T00:00:00.000Z'

/**
 * An Atom feed (RFC 4287). It must have an id, a title, an author and a time for itself, and an id, a title and a time for
 * each entry. The same entries give the same bytes.
 */
export function atomFeed({ name, self, page, entries }: Feed): string {
  const unknown =
    entries === undefined
      ? '  <subtitle>Nobody knows what changed: the site was built without the history of its repository.</subtitle>\n'
      : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(self)}</id>
  <title>${escaped(`${name}: what changed`)}</title>
  <author><name>${escaped(name)}</name></author>
  <link rel="self" href="${escaped(self)}"/>
  <link href="${escaped(page)}"/>
  <updated>${newest(entries ?? [])}</updated>
${unknown}${(entries ?? []).map(entryText).join('')}</feed>
`
}

/** Commits are in the order of their history, which is not always that of their clocks. */
function newest(entries: readonly FeedEntry[]): string {
  return entries.reduce((latest, { at }) => (Date.parse(at) > Date.parse(latest) ? at : latest), NEVER)
}

function entryText({ title, kind, commit, url, at, summary, concerns }: FeedEntry): string {
  const terms = concerns.map((id) => `    <category term="${escaped(id)}"/>\n`).join('')
  return `  <entry>
    <id>${escaped(`${url}#${kind}-${commit.slice(0, 12)}`)}</id>
    <title>${escaped(title)}</title>
    <link href="${escaped(url)}"/>
    <updated>${at}</updated>
    <summary>${escaped(summary)}</summary>
${terms}  </entry>
`
}

/** Without what XML cannot hold in any form: most control characters, halves of characters, and two of the last ones. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
