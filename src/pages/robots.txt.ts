import type { APIContext } from 'astro'
import { links } from '../site/site-links.ts'

/**
 * For search engines: the HTML of a page is the one that counts, its Markdown beside it is not listed. Whether they may list
 * the pages at all is said in each page, which they have to read for that.
 */
export function GET({ site }: APIContext) {
  const sitemap = new URL(links.file('sitemap-index.xml'), site).href
  return new Response(`User-agent: *\nDisallow: ${links.home}*index.md$\n\nSitemap: ${sitemap}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
