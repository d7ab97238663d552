import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, inject, it } from 'vitest'
import { readPagesOf } from '../support/pages.ts'

const { root, based, ours } = inject('sites')

describe.each([
  { name: 'the tests', folder: root, site: 'http://localhost:4321/', base: '/' },
  {
    name: 'the tests under a base path',
    folder: based,
    site: 'https://example.com/runbooks/',
    base: '/runbooks/',
  },
  { name: 'this checkout', folder: ours, site: 'http://localhost:4321/', base: '/' },
])('the heads of the pages of the site of $name', ({ folder, site, base }) => {
  const pages = readPagesOf(folder)
  const repeated = (pattern: RegExp) => {
    const all = Map.groupBy(pages, ({ html }) => pattern.exec(html)?.[1] ?? '')
    return [...all]
      .filter(([text, those]) => text === '' || those.length > 1)
      .map(([text, those]) => [text, those.map(({ path }) => path)])
  }

  it('have a title of their own', () => {
    expect(repeated(/<title>([^<]*)<\/title>/)).toEqual([])
  })

  it('have a description of their own', () => {
    expect(repeated(/<meta name="description" content="([^"]*)"/)).toEqual([])
  })

  it('let the site be installed: a manifest with drawings that are there', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')) as {
      start_url: string
      icons: { src: string; sizes: string }[]
    }
    expect(
      pages.filter(({ html }) => !html.includes(`rel="manifest" href="${base}manifest.webmanifest"`)),
    ).toEqual([])
    expect(new URL(manifest.start_url, `${site}manifest.webmanifest`).href).toBe(site)
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
    for (const { src } of manifest.icons) expect(existsSync(join(folder, src.replace(base, '')))).toBe(true)
  })

  it('say of an issue how many of its blocks were run, where it has a receipt', () => {
    const listed = JSON.parse(readFileSync(join(folder, 'api/pages.json'), 'utf8')) as {
      pages: { kind: string; id: string; tested?: { run: number; recorded: number } }[]
    }
    for (const { kind, id, tested } of listed.pages) {
      const done = (tested?.run ?? 0) + (tested?.recorded ?? 0)
      if (kind !== 'issue' || done === 0) continue
      const html = pages.find(({ path }) => path === `issues/${id}/`)?.html ?? ''
      expect(html.replace(/\s+/g, ' ')).toMatch(new RegExp(`${String(done)} of \\d+ blocks run, <time`))
    }
    expect(listed.pages).not.toEqual([])
  })

  it('have the field of the search in each page, for at most 400 bytes', () => {
    const sizes = pages
      .map(({ html }) => /<dialog id="search"[^]*?<\/dialog>/.exec(html)?.[0].length ?? Infinity)
      .toSorted((a, b) => b - a)
    expect(sizes[0]).toBeLessThanOrEqual(400)
  })

  it('leave the Markdown of a page out of what search engines list, and name the sitemap, which has the pages alone', () => {
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toBe(
      `User-agent: *\nDisallow: ${base}*index.md$\n\nSitemap: ${site}sitemap-index.xml\n`,
    )
    expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).not.toContain('.md')
  })

  it('ask for the manifest with the cookies of the reader, so that it is there behind a login', () => {
    const asked = /<link rel="manifest" href="[^"]*manifest\.webmanifest" crossorigin="use-credentials"/
    expect(pages.filter(({ html }) => !asked.test(html)).map(({ path }) => path)).toEqual([])
  })

  it('lead from what changed to its feed, which holds the same', () => {
    const page = readFileSync(join(folder, 'changes/index.html'), 'utf8')
    const feed = readFileSync(join(folder, 'changes.xml'), 'utf8')
    expect(page).toContain(`href="${base}changes.xml"`)
    expect(feed).toContain(`<link rel="self" href="${site}changes.xml"/>`)
    const read = parseAtomFeed(feed)
    const updated = (read.entries ?? []).map((entry) => entry.updated ?? '')
    expect(updated).toEqual(updated.toSorted().reverse())
    const ids = (read.entries ?? []).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(read.title?.value).toMatch(/: what changed$/)
    for (const [, address = ''] of feed.matchAll(/<entry>[\s\S]*?<link href="([^"]*)"/g))
      expect(existsSync(join(folder, address.slice(site.length), 'index.html')), address).toBe(true)
    if (feed.includes('Nobody knows')) expect(page).toContain('Nobody knows what changed')
  })
})
