import { pathToFileURL } from 'node:url'
import sitemap from '@astrojs/sitemap'
import { barePages } from '../../src/content/facts/bare-pages.ts'
import type { Content } from '../../src/content/read/load.ts'
import type { Address } from '../../src/site/address.ts'
import { rootOf } from '../../src/site/links.ts'

/** What the integration asks of Astro. Some pages were rendered without it, so that nobody calls the hooks but this file. */
type Hook = (given: Record<string, unknown>) => Promise<void> | void

/**
 * Writes the sitemap of a site: every page but those that have nothing to list.
 *
 * @param folder of the site, absolute
 * @param pages files of its pages, `issues/late/index.html`, in the order in which they were rendered
 */
export async function writeSitemap(
  folder: string,
  pages: readonly string[],
  content: Content,
  address: Address,
): Promise<void> {
  const bare = barePages(content)
  const root = rootOf(address.base)
  const { hooks } = sitemap({ filter: (page) => !bare.has(new URL(page).pathname.slice(root.length)) })
  const call = async (
    name: 'astro:config:done' | 'astro:routes:resolved' | 'astro:build:done',
    given: object,
  ) => (hooks[name] as Hook | undefined)?.({ ...given, logger: LOGGER })
  await call('astro:config:done', {
    config: { site: address.site, base: root, trailingSlash: 'always', build: { format: 'directory' } },
  })
  // Every route is among the pages.
  await call('astro:routes:resolved', { routes: [] })
  await call('astro:build:done', {
    dir: pathToFileURL(`${folder}/`),
    pages: pages.map((file) => ({
      pathname: file.replace(/(?:index)?\.html$/, '').replace(/([^/])$/, '$1/'),
    })),
  })
}

const LOGGER = {
  info: () => undefined,
  warn: (text: string) => {
    console.warn(text)
  },
  error: (text: string) => {
    throw new Error(text)
  },
}
