import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import { PATIENCE, eventually } from '../support/browser.ts'
import { writeManyIssues } from '../support/many-issues.ts'
import { npmRun } from '../support/npm-run.ts'
import { gzipped } from '../support/pages.ts'

const ISSUES = 260
const folder = mkdtempSync(join(tmpdir(), 'watchbook-long-list-'))

describe(`the list of ${String(ISSUES)} issues`, () => {
  let server: StaticServer
  let browser: Browser
  const html = (path: string) => readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8')

  beforeAll(async () => {
    writeManyIssues(join(folder, 'content'), ISSUES)
    await npmRun(['build'], { CONTENT_ROOT: join(folder, 'content'), BUILD_ROOT: folder })
    server = await serve({ folder: join(folder, 'dist'), base: '/', port: 0 })
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const open = async (path: string, javaScriptEnabled = true): Promise<Page> => {
    const context = await browser.newContext({
      javaScriptEnabled,
      serviceWorkers: 'block',
      viewport: { width: 390, height: 844 },
    })
    context.setDefaultTimeout(PATIENCE)
    const page = await context.newPage()
    await page.goto(new URL(path, server.url).href)
    return page
  }
  const rows = (page: Page) => page.locator('.issues > li:visible')

  it('is walked without JavaScript, page by page, and has each issue once', async () => {
    const page = await open('issues/', false)
    const seen: string[] = []
    for (;;) {
      seen.push(...(await page.locator('.issues > li > a').evaluateAll((links) => links.map(String))))
      const next = page.getByRole('link', { name: 'Next page' })
      if ((await next.count()) === 0) break
      await next.click()
    }
    await page.getByText('Page 3 of 3', { exact: true }).waitFor()
    expect(seen).toHaveLength(ISSUES)
    expect(new Set(seen).size).toBe(ISSUES)
  })

  it('weighs no more than a list of one page, and its pages have titles of their own', () => {
    const titles = ['issues', 'issues/-/2', 'issues/-/3'].map((path) => /<title>[^<]*/.exec(html(path))?.[0])
    expect(new Set(titles).size).toBe(3)
    expect(gzipped(html('issues'))).toBeLessThan(30 * 1024)
    expect(html('issues').match(/<[a-z]/g)?.length).toBeLessThan(2500)
    // A runbook lists the worst of its issues and says where all of them are.
    expect(html('runbooks/profit').match(/class="list-link/g)?.length).toBeLessThanOrEqual(20)
    expect(html('runbooks/profit')).toContain('href="/issues/?runbook=profit"')
  })

  it('is narrowed down over all pages, by an address too, and Back leads to the same choice', async () => {
    const page = await open('issues/')
    await page.locator('select[name=runbook]').selectOption('profit')
    await page.locator('output', { hasText: `of ${String(ISSUES)}` }).waitFor()
    const found = await rows(page).count()
    expect(found).toBeGreaterThan(0)
    await eventually(() => page.locator('.pager:visible').count()).toBe(0)
    const first = rows(page).first().locator('a')
    const title = await first.locator('strong').innerText()
    await first.click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.goBack()
    await page.locator('output', { hasText: `of ${String(ISSUES)}` }).waitFor()
    await eventually(() => rows(page).count()).toBe(found)
    await page.locator('select[name=runbook]').selectOption('')
    await page.locator('.pager').waitFor()
    await eventually(() => rows(page).count()).toBe(100)
  })

  it('is shown whole again where the reader asks for that while the choice is still loading', async () => {
    const page = await open('issues/')
    const arrival = Promise.withResolvers<undefined>()
    await page.route('**/all.json', async (route) => {
      await arrival.promise
      await route.fulfill({ response: await route.fetch() })
    })
    const answer = page.waitForResponse('**/all.json')
    await page.locator('select[name=runbook]').selectOption('profit')
    await page.getByText('Looking…').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    arrival.resolve(undefined)
    await (await answer).finished()
    // Once the page has read a second answer, it has done what it does with the first.
    await page.evaluate(async (address) => (await fetch(address)).text(), (await answer).url())
    await eventually(() => rows(page).count()).toBe(100)
    await eventually(() => page.locator('.pager:visible').count()).toBe(1)
    await eventually(() => page.locator('output').innerText()).toBe('')
  })

  it('says so where the whole list cannot be loaded, and tries again', async () => {
    const page = await open('issues/')
    await page.route('**/all.json', (route) => route.abort())
    await page.locator('select[name=runbook]').selectOption('profit')
    await page.getByText('The list could not be loaded.').waitFor()
    await page.unroute('**/all.json')
    await page.locator('select[name=runbook]').selectOption('')
    await page.locator('select[name=runbook]').selectOption('profit')
    await page.locator('output', { hasText: `of ${String(ISSUES)}` }).waitFor()
    await eventually(() => page.url()).toContain('runbook=profit')
  })
})
