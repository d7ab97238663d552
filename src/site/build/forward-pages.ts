import type { Plugin } from 'vite'
import type { Content, ContentDocument } from '../../content/read/load.ts'
import { contentStore } from '../../content/read/store.ts'
import { addressesOf, pathOf } from '../../content/facts/addresses.ts'
import { settingsOf } from '../../content/facts/settings.ts'
import { isCollection } from '../../content/model/collections.ts'
import { readTarget } from './request-target.ts'
import { createLinks } from '../links.ts'
import { escapeHtml } from '../../text/html.ts'
import { CONTENT_SECURITY_POLICY } from '../content-security-policy.ts'
import type { Address } from '../address.ts'
import type { SiteTree } from './site-tree.ts'

/**
 * The pages at the permanent addresses of alerts and at former addresses, which lead on. Not pages of Astro: there are
 * several for each page, they belong in neither the sitemap nor the search, and a template is all that they need.
 */
export function forwardPages(content: Content, { site, base }: Address): Map<string, string> {
  const links = createLinks(base)
  return new Map(
    addressesOf(content).forwards.map(({ path, document }) => {
      const title = escapeHtml(titleOf(document))
      const name = escapeHtml(path)
      const { collection } = document
      const kind = isCollection(collection) ? settingsOf(content).term(collection).one : 'page'
      const target = links.file(pathOf(document))
      return [
        path,
        `<!doctype html>
<html lang="${settingsOf(content).language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${name}: ${title}</title>
    <meta name="description" content="The permanent address ${name} leads to the ${escapeHtml(kind)} “${title}”.">
    <meta name="robots" content="noindex">
    <link rel="canonical" href="${escapeHtml(new URL(target, site).href)}">
    <script src="${links.file('forward.js')}"></script>
    <noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>This address leads to <a href="${target}">${title}</a>.</p>
    </main>
  </body>
</html>
`,
      ]
    }),
  )
}

function titleOf({ id, data }: ContentDocument): string {
  const fields = new Map<string, unknown>(
    Object.entries(typeof data === 'object' && data !== null ? data : {}),
  )
  const title = fields.get('title') ?? fields.get('name')
  return typeof title === 'string' ? title : id
}

/** Puts them into a built site. */
export function writeForwardPages(tree: SiteTree, pages: ReadonlyMap<string, string>): void {
  for (const [path, html] of pages) tree.put(`${path}/index.html`, html)
}

/** While editing, the same addresses lead on, from what is saved. */
export function forwardsWhileEditing(address: Address): Plugin {
  const { home } = createLinks(address.base)
  return {
    name: 'forward-pages',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const segments = readTarget(request.url)?.segments.filter((part) => part !== '') ?? []
        const path = `/${segments.join('/')}`.replace(home, '')
        const page = forwardPages(contentStore().read(), address).get(path)
        if (page === undefined) return next()
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
      })
    },
  }
}
