import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { attributes, pagesOf, type BuiltPage } from './pages.ts'

/** The links, images, scripts and styles of a built site that lead nowhere, each with its page. */
export function deadLinks(folder: string, base: string): string[] {
  const pages = pagesOf(folder)
  const ids = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]))

  function leadsSomewhere(page: BuiltPage, address: string): boolean {
    const url = new URL(address, `http://site${base}${page.path}`)
    if (url.host !== 'site') return true
    if (!url.pathname.startsWith(base)) return false
    const path = decodeURI(url.pathname.slice(base.length))
    const file = join(folder, path)
    if (!existsSync(file)) return false
    if (statSync(file).isDirectory() && !(path === '' || path.endsWith('/'))) return false
    const hash = decodeURIComponent(url.hash.slice(1))
    // `#today` is a place that the browser finds by its clock.
    return hash === '' || hash === 'today' || (ids.get(path)?.has(hash) ?? false)
  }

  return pages.flatMap((page) =>
    [...attributes(page.html, 'href'), ...attributes(page.html, 'src'), ...attributes(page.html, 'action')]
      .filter((address) => !leadsSomewhere(page, address))
      .map((address) => `${page.path}: ${address}`),
  )
}
