import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve } from '../../src/site/build/static-server.ts'
import { PATIENCE, eventually } from '../support/browser.ts'
import { startDev, type DevServer } from '../support/dev-server.ts'
import { writeManyIssues } from '../support/many-issues.ts'
import { npmRun } from '../support/npm-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'watchbook-editing-'))
const content = join(folder, 'content')
const environment = { CONTENT_ROOT: content, BUILD_ROOT: folder }

describe('npm run dev', () => {
  let server: DevServer
  let browser: Browser
  let page: Page
  /** Where the built site was open before, at the same address, and was kept. */
  let visitor: Page
  let path: string
  let file: string
  let original: string

  beforeAll(async () => {
    const [id = ''] = writeManyIssues(content, 60)
    path = `issues/${id}/`
    file = join(content, 'issues', `${id}.md`)
    original = readFileSync(file, 'utf8')
    await npmRun(['build'], environment)
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
    const started = await serve({ folder: join(folder, 'dist'), base: '/', port: 0 })
    const context = await browser.newContext()
    context.setDefaultTimeout(PATIENCE)
    visitor = await context.newPage()
    await visitor.goto(started.url)
    await visitor.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await started.close()
    // From here on, it is the worker that shows it.
    await visitor.goto(started.url + path)
    await visitor.getByRole('heading', { name: 'Fix', exact: true }).waitFor()
    server = await startDev(environment, Number(new URL(started.url).port))
    page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    page.setDefaultTimeout(PATIENCE)
    await page.goto(server.address + path)
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const save = (text: string) => {
    writeFileSync(file, text)
  }
  const withBody = (words: string) => original.replace('## Fix', `## Fix\n\n${words}`)

  it('shows each of twenty edits of body and frontmatter, some broken, and never an error page in between', async () => {
    const statuses: number[] = []
    for (let edit = 0; edit < 20; edit += 1) {
      const words = `Edit number ${String(edit)} of twenty.`
      // Every fifth one cannot be read, and is followed by a good one.
      if (edit % 5 === 0) save(original.replace(/^title:.*$/m, 'title: ['))
      save(edit % 2 === 0 ? withBody(words) : original.replace(/^summary: .*$/m, `summary: ${words}`))
      await expect
        .poll(
          async () => {
            const response = await fetch(server.address + path)
            statuses.push(response.status)
            return response.text()
          },
          { timeout: PATIENCE, interval: 50 },
        )
        .toContain(words)
    }
    expect(new Set(statuses)).toEqual(new Set([200]))
  })

  it('shows what is saved to who has the site of npm start at its address on the device', async () => {
    save(withBody('Saved after the site was kept.'))
    // The first page is the one that was kept; the reader does nothing more.
    await visitor.goto(server.address + path)
    await visitor.getByText('Saved after the site was kept.').waitFor()
    await eventually(() => visitor.evaluate(() => caches.keys())).toEqual([])
    await visitor.context().close()
  })

  it('loads an open page again by itself', async () => {
    save(withBody('Before the reader looks.'))
    await page.getByText('Before the reader looks.').waitFor()
    save(withBody('While the reader looks.'))
    await expect.poll(() => page.getByText('While the reader looks.').count(), { timeout: PATIENCE }).toBe(1)
  })

  it('keeps the place that a reader has scrolled to', async () => {
    save(withBody('Before the reader scrolls.'))
    await page.getByText('Before the reader scrolls.').waitFor({ state: 'attached' })
    // The page grows while its scripts come: until then it cannot be scrolled as far.
    const scroll = () =>
      page.evaluate(() => {
        window.scrollTo(0, 900)
        return window.scrollY
      })
    await expect.poll(scroll, { timeout: PATIENCE }).toBe(900)
    save(withBody('While the reader scrolls.'))
    await page.getByText('While the reader scrolls.').waitFor({ state: 'attached' })
    await expect.poll(() => page.evaluate(() => window.scrollY), { timeout: PATIENCE }).toBe(900)
  })

  it('finds by search what is saved, and no more what was deleted', async () => {
    const added = join(content, 'issues', 'zanzibar.md')
    const answerTo = async (words: string) => {
      await page.goto(`${server.address}search/?q=${words}`)
      await page.locator('search-page:not([busy])[data-answered]').waitFor()
      // At once, so that a page that is just loading again is not read as one that found nothing.
      return await page.evaluate(() => ({
        isAnswer: document.querySelector('search-page:not([busy])[data-answered]') !== null,
        query: document.querySelector<HTMLTextAreaElement>('search-page textarea')?.value,
        status: document.querySelector('search-page [data-status]')?.textContent.trim() ?? '',
        links: [...document.querySelectorAll('search-page :is([data-results], [data-closest]) a')].map(
          (link) => link.getAttribute('href') ?? '',
        ),
      }))
    }
    writeFileSync(
      added,
      original.replace(/^title:.*$/m, 'title: The zanzibarite lamp is out').replace(/^alerts:.*$/m, ''),
    )
    await expect
      .poll(() => answerTo('zanzibarite'), { timeout: PATIENCE, interval: 500 })
      .toMatchObject({
        isAnswer: true,
        query: 'zanzibarite',
        links: expect.arrayContaining([expect.stringContaining('/issues/zanzibar/')]) as string[],
      })
    rmSync(added)
    await expect
      .poll(() => answerTo('zanzibarite'), { timeout: PATIENCE, interval: 500 })
      .toEqual({ isAnswer: true, query: 'zanzibarite', status: 'Nothing found.', links: [] })
    // The page of the search may just be loading again by itself, which ends what else is on its way.
    await expect
      .poll(() => page.goto(server.address + path).catch(() => null), { timeout: PATIENCE })
      .not.toBeNull()
  })

  it('reports a mistake over the last good page, and takes it away when it is corrected', async () => {
    save(withBody('The last good text.'))
    await page.getByText('The last good text.').waitFor({ state: 'attached' })
    save(original.replace(/^title:.*$/m, 'titel: A slip'))
    await page.locator('vite-error-overlay').getByText('titel').first().waitFor()
    await page.getByText('The last good text.').waitFor({ state: 'attached' })
    save(withBody('The corrected text.'))
    await page.getByText('The corrected text.').waitFor({ state: 'attached' })
    await expect.poll(() => page.locator('vite-error-overlay').count()).toBe(0)
  })

  it('shows the last of thirty edits that were saved within a second', async () => {
    for (let edit = 0; edit < 30; edit += 1) {
      save(withBody(`Edit ${String(edit)} of many.`))
      await setTimeout(20)
    }
    await expect
      .poll(async () => (await fetch(server.address + path)).text(), { timeout: PATIENCE })
      .toContain('Edit 29 of many.')
  })
})
