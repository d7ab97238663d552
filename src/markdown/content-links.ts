import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineHastPlugin } from 'satteri'

/**
 * `[Late data](../issues/kafka-late-data.md#fix)` works on the forge as it stands; here it becomes the page's address,
 * as do links from the site's root (`/search/`), which need the base path.
 *
 * @param base the path that the site is served under, e.g. `/` or `/runbooks/`
 */
export function contentLinks(base: string) {
  const root = `/${base}/`.replace(/\/+/g, '/')
  return defineHastPlugin({
    name: 'content-links',
    element: {
      filter: ['a'],
      visit(anchor, context) {
        const href = anchor.properties['href']
        if (typeof href !== 'string') return
        const address = pageAddress(href, context.fileURL)
        if (address !== undefined) context.setProperty(anchor, 'href', root + address)
      },
    },
  })
}

/** The address below the site's root that a link in a content file leads to; `undefined` for links to leave alone. */
export function pageAddress(href: string, file: URL | undefined): string | undefined {
  if (href.startsWith('/') && !href.startsWith('//')) return href.slice(1)
  const match = /^(?![a-z]+:)([^#?]+)\.mdx?(#.*)?$/i.exec(href)
  if (!match || file === undefined) return undefined
  const [, path = '', hash = ''] = match
  // Entries are one folder deep (`issues/<id>.md`), so the last two parts name collection and id.
  const target = posix.resolve(posix.dirname(fileURLToPath(file)), path)
  return `${target.split('/').slice(-2).join('/')}/${hash}`
}
