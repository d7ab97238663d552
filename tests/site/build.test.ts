import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { loadContent } from '../../src/content/read/load.ts'
import { calendarYearSchema } from '../../src/calendar/contract.ts'
import { CONTENT_SECURITY_POLICY } from '../../src/site/content-security-policy.ts'
import { BUSINESS_HOURS, FIXTURE, RENAMED } from '../support/built-sites.ts'
import { filesOf, pagesOf, readPagesOf } from '../support/pages.ts'

const sites = inject('sites')
const read = (folder: string, file: string) => readFileSync(join(folder, file))

describe('a build', () => {
  test('is the same byte for byte in another folder and time zone, from nothing and over an earlier one of other content', () => {
    const files = filesOf(sites.based)
    expect(filesOf(sites.rebuilt)).toEqual(files)
    const different = files.filter((file) => !read(sites.based, file).equals(read(sites.rebuilt, file)))
    expect(different).toEqual([])
  })

  test.each([
    { folder: sites.root, address: 'http://localhost:4321/', forwards: 'alerts/KafkaConsumerLagHigh/' },
    { folder: sites.based, address: 'https://example.com/runbooks/', forwards: `issues/${RENAMED.from}/` },
  ])(
    'lists every page in its sitemap but the error page, the one for devices without a network, and those that forward, as $forwards does',
    ({ folder, address, forwards }) => {
      const listed = [
        ...read(folder, 'sitemap-0.xml')
          .toString()
          .matchAll(/<loc>([^<]*)<\/loc>/g),
      ]
      const pages = readPagesOf(folder).map(({ path }) => path)
      expect(pagesOf(folder).map(({ path }) => path)).toContain(forwards)
      expect(listed.map(([, url]) => url).sort()).toEqual(
        pages
          .filter((path) => !['404.html', 'offline/'].includes(path))
          .map((path) => address + path)
          .sort(),
      )
    },
  )

  test.each([
    { hours: 'that the rota names', folder: sites.based, ...BUSINESS_HOURS },
    { hours: 'of most offices where it names none', folder: sites.root, from: '09:00', to: '17:00' },
  ])('says the business hours $hours', ({ folder, from, to }) => {
    const page = read(folder, 'pipelines/growth/index.html').toString()
    expect(page).toContain(`data-hours="${from} ${to}"`)
    expect(page).toContain(`Mon–Fri ${from}–${to} New York`)
  })

  test('has the picture for chats and the icon that its pages name', async () => {
    const card = await sharp(join(sites.root, 'card.png')).metadata()
    expect([card.format, card.width, card.height]).toEqual(['png', 1200, 630])
    expect(read(sites.root, 'favicon.svg').toString()).toMatch(/^<svg /)
    for (const { path, html } of readPagesOf(sites.root)) {
      expect(html, path).toContain('<meta property="og:image" content="http://localhost:4321/card.png"')
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]
      expect(html, path).toContain(`<meta property="og:url" content="${String(canonical)}"`)
      expect(html, path).toContain('<link rel="icon" href="/favicon.svg"')
    }
  })

  test('places its sitemap on the host and path that it is told', () => {
    expect(read(sites.based, 'sitemap-0.xml').toString()).toContain(
      '<loc>https://example.com/runbooks/issues/</loc>',
    )
  })

  test('leads from each page to its file on the forge, and from its date of change to what has changed there', () => {
    const { issues, runbooks } = loadContent(FIXTURE)
    for (const [kind, entries] of Object.entries({ issues, runbooks }))
      for (const [id, { path }] of entries) {
        const html = read(sites.root, `${kind}/${id}/index.html`).toString()
        const file = `main/${relative(resolve(), path).split(sep).join('/')}`
        const changed = /Changed\s+<time\b.*?<\/span>/s.exec(html)?.[0]
        expect(html).toContain(`href="https://github.com/example/watchbook/edit/${file}"`)
        // A folder that no repository holds has no dates of change.
        if (changed !== undefined || existsSync('.git'))
          expect(changed).toContain(`href="https://github.com/example/watchbook/commits/${file}"`)
      }
  })

  test('publishes each calendar year as data that agrees with the contract', () => {
    for (const year of [2026, 2027]) {
      const file = read(sites.root, `oncall/data-engineering/${String(year)}.json`).toString()
      expect(calendarYearSchema.parse(JSON.parse(file)).year).toBe(year)
    }
  })

  test('lists every runbook and issue with an owner and a review date for other tools', () => {
    const { pages } = JSON.parse(read(sites.root, 'api/pages.json').toString()) as {
      pages: { kind: string; url: string; owner?: string; reviewed?: string }[]
    }
    const { issues } = loadContent(FIXTURE)
    expect(issues.size).toBeGreaterThan(0)
    expect(pages.filter(({ kind }) => kind === 'issue')).toHaveLength(issues.size)
    for (const page of pages.filter(({ kind }) => kind !== 'team')) {
      expect(page.owner, page.url).toBeTruthy()
      if (page.kind !== 'pipeline') expect(page.reviewed, page.url).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })
})

describe('the security policy', () => {
  test('is in every page', () => {
    for (const { path, html } of [...pagesOf(sites.root), ...pagesOf(sites.based)]) {
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
      expect(policy?.replaceAll('&#39;', "'"), path).toBe(CONTENT_SECURITY_POLICY)
    }
  })

  test('allows no inline script, no inline style and no evaluation', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  })

  test('is also in the headers, which besides forbid framing', () => {
    const headers = read(sites.root, '_headers').toString()
    expect(headers).toContain(`Content-Security-Policy: ${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'\n`)
  })
})
