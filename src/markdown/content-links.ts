import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineHastPlugin } from 'satteri'

/**
 * `[Late data](../issues/kafka-late-data.md#fix)` works on the forge as it stands; here it becomes the page's address,
 * as do links to files that the site offers, and links from the site's root (`/search/`), which need the base path.
 *
 * @param base the path that the site is served under, e.g. `/` or `/runbooks/`
 * @param contentFolder absolute
 */
export function contentLinks(base: string, contentFolder: string) {
  const root = `/${base}/`.replace(/\/+/g, '/')
  return defineHastPlugin({
    name: 'content-links',
    element: {
      filter: ['a'],
      visit(anchor, context) {
        const href = anchor.properties['href']
        if (typeof href !== 'string') return
        const address =
          pageAddress(href, context.fileURL) ?? fileAddress(href, context.fileURL, contentFolder)
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
  const [, target = '', hash = ''] = match
  // Entries are one folder deep (`issues/<id>.md`), so the last two parts name collection and id.
  const page = path.posix.resolve(path.posix.dirname(fileURLToPath(file)), target)
  return `${page.split('/').slice(-2).join('/')}/${hash}`
}

/** The address below the site's root of a file of the content: where it lies in the content folder is where the site has it. */
function fileAddress(href: string, page: URL | undefined, contentFolder: string): string | undefined {
  const [, target, rest = ''] = /^(?![a-z][a-z0-9+.-]*:)([^#?]+)([#?].*)?$/i.exec(href) ?? []
  if (target === undefined || page === undefined) return undefined
  const file = path.resolve(path.dirname(fileURLToPath(page)), decoded(target))
  const inside = path.relative(contentFolder, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return undefined
  return inside.split(path.sep).map(encodeURIComponent).join('/') + rest
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
