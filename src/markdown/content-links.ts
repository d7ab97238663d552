import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineHastPlugin } from 'satteri'

/** The path below the site's root of the page that a file makes; `undefined` for a file without one. */
type PathOfFile = (file: string) => string | undefined

/**
 * `[Late data](../issues/kafka-late-data.md#fix)` works on the forge unchanged; here it becomes the page's address,
 * as do links to files that the site offers, and links from the site's root (`/search/`), which need the base path.
 *
 * @param base the path that the site is served under, e.g. `/` or `/runbooks/`
 * @param contentFolder absolute
 */
export function contentLinks(base: string, contentFolder: string, pathOfFile: PathOfFile) {
  const root = `/${base}/`.replace(/\/+/g, '/')
  return defineHastPlugin({
    name: 'content-links',
    element: {
      filter: ['a'],
      visit(anchor, context) {
        const href = anchor.properties['href']
        if (typeof href !== 'string') return
        const address = addressOf(href, context.fileURL, contentFolder, pathOfFile)
        if (address !== undefined) context.setProperty(anchor, 'href', root + address)
      },
    },
  })
}

/** The address below the site's root that a link in a content file leads to; `undefined` for links to leave alone. */
function addressOf(
  href: string,
  page: URL | undefined,
  contentFolder: string,
  pathOfFile: PathOfFile,
): string | undefined {
  if (href.startsWith('/') && !href.startsWith('//')) return href.slice(1)
  const [, target, rest = ''] = /^(?![a-z][a-z0-9+.-]*:)([^#?]+)([#?].*)?$/is.exec(href) ?? []
  if (target === undefined || page === undefined) return undefined
  const file = path.resolve(path.dirname(fileURLToPath(page)), decoded(target))
  const address = pathOfFile(file) ?? fileAddress(file, contentFolder)
  return address === undefined ? undefined : address + rest
}

/** The address below the site's root of a file of the content: where it lies in the content folder is where the site has it. */
function fileAddress(file: string, contentFolder: string): string | undefined {
  const inside = path.relative(contentFolder, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return undefined
  return inside.split(path.sep).map(encodeURIComponent).join('/')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
