import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import { PATIENCE, eventually } from '../support/browser.ts'
import { npmRun } from '../support/npm-run.ts'
import { ODD, writeOddContent } from '../support/odd-content.ts'

const folder = mkdtempSync(join(tmpdir(), 'watchbook-odd-'))
const PAGES = [
  '',
  'issues/',
  'issues/bare/',
  'issues/odd/',
  'issues/rtl/',
  'issues/walked/',
  'teams/',
  'teams/alone/',
  'oncall/',
]
const ENGINEER = 'oncall/alone/only/'

describe('a site of odd pages, on a phone', () => {
  let server: StaticServer
  let browser: Browser

  beforeAll(async () => {
    writeOddContent(join(folder, 'content'))
    await npmRun(['build'], { CONTENT_ROOT: join(folder, 'content'), BUILD_ROOT: folder })
    server = await serve({ folder: join(folder, 'dist'), base: '/', port: 0 })
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
      ...options,
    })
    context.setDefaultTimeout(PATIENCE)
    const page = await context.newPage()
    const answer = await page.goto(new URL(path, server.url).href)
    // The page that says that there is none is as narrow.
    expect(answer?.status(), path).toBe(200)
    return page
  }

  it.each([...PAGES, ENGINEER])(
    '/%s is no wider than the window, with a script and without one',
    async (path) => {
      for (const javaScriptEnabled of [true, false]) {
        const page = await open(path, { javaScriptEnabled })
        // On a phone, the window grows with a page that is too wide.
        await eventually(() =>
          page.locator('html').evaluate((root) => Math.max(root.scrollWidth, innerWidth)),
        ).toBe(320)
        await page.context().close()
      }
    },
  )

  it('an engineer who is alone is reached with one tap, from every page of an issue', async () => {
    const page = await open('issues/bare/')
    const call = page.locator('.watch .contact a').first()
    await eventually(() => call.getAttribute('href')).toBe('tel:+15550100')
    const box = await call.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    const answer = await page.goto(new URL(ENGINEER, server.url).href)
    expect(answer?.status()).toBe(200)
    await eventually(() => page.locator('.page-head .contact a').first().getAttribute('href')).toBe(
      'tel:+15550100',
    )
  })

  it('the search calls pages and their kinds as the team does', async () => {
    const page = await open('search/?q=nothing+but+its+text')
    const tags = () => page.locator('.result .tag').allInnerTexts()
    await eventually(tags).toContain('play')
    await eventually(tags).not.toContain('runbook')
    // They are fetched once somebody opens them.
    await page.getByText('Filters', { exact: true }).tap()
    await eventually(() => page.locator('[data-facets] label').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('fault'), expect.stringContaining('play')]),
    )
    await page.goto(new URL('search/', server.url).href)
    await eventually(() => page.locator('[data-status]').innerText()).toBe('4 faults, worst first')
  })

  it('sixty steps of another team are counted, named at the thumb and handed over within 2 KB', async () => {
    const page = await open('issues/walked/')
    await page.mouse.move(5, 5)
    const boxes = page.locator('.prose .step-head input')
    await eventually(() => boxes.count()).toBe(61)
    for (const box of (await boxes.all()).slice(0, 50)) await box.check()
    const bar = page.locator('#incident')
    await eventually(() => bar.innerText()).toContain('50 of 61 steps done')
    await page.evaluate(() => {
      document.querySelectorAll('.prose .step-head')[49]?.scrollIntoView()
    })
    await eventually(() => page.locator('.toc summary').innerText()).toMatch(
      /^Diagnose · 50\) Look at "node_49" & wait: is it Ready\?/,
    )
    await page.locator('.toc summary').tap()
    await eventually(() => page.locator('.toc .done').count()).toBe(50)
    await page.locator('.toc summary').tap()
    await bar.getByRole('button', { name: 'Hand over' }).tap()
    const text = page.getByLabel('Text for the chat')
    await eventually(() => text.inputValue()).toMatch(/50 of 61 steps done\nNext step: 51\)[^]*#incident=/)
    const link = /https?:\S+$/.exec(await text.inputValue())?.[0] ?? ''
    expect(link.length).toBeLessThanOrEqual(2048)
    const second = await open('')
    await second.goto(link)
    await eventually(() => second.locator('#incident').innerText()).toContain('50 of 61 steps done')
  })

  it.each(ODD.alerts)('the alert "%s" has an address that leads to its page', async (name) => {
    const page = await open(`alerts/${encodeURIComponent(name)}/`)
    await eventually(() => new URL(page.url()).pathname).toBe('/issues/rtl/')
    const { alerts } = (await (
      await page.request.get(new URL('api/alerts.json', server.url).href)
    ).json()) as {
      alerts: { alert: string; url: string }[]
    }
    const listed = alerts.find(({ alert }) => alert === name)
    expect(decodeURIComponent(new URL(listed?.url ?? 'none:').pathname)).toBe(`/alerts/${name}/`)
    await page.context().close()
  })

  it('tabs are one below the other without a script', async () => {
    const page = await open('issues/odd/', { javaScriptEnabled: false })
    await page.getByText('Kafka 3', { exact: true }).waitFor()
    await page.getByRole('heading', { name: 'With Kafka 4' }).waitFor()
    await eventually(() => page.getByRole('tab').count()).toBe(0)
  })

  it('tabs are chosen by tap and by key, remembered, opened by a link and all on paper', async () => {
    const page = await open('issues/odd/')
    await page.mouse.move(5, 5)
    await page.getByRole('tab', { name: 'Kafka 3' }).waitFor()
    const old = page.getByRole('heading', { name: 'With Kafka 3' })
    const recent = page.getByRole('heading', { name: 'With Kafka 4' })
    await eventually(() => old.isVisible()).toBe(true)
    await eventually(() => recent.isVisible()).toBe(false)
    await page.getByRole('tab', { name: /Kafka 4/ }).tap()
    await eventually(() => recent.isVisible()).toBe(true)
    await eventually(() => old.isVisible()).toBe(false)
    await page.reload()
    await page.mouse.move(6, 6)
    await eventually(() => recent.isVisible()).toBe(true)
    await page.getByRole('tab', { name: /Kafka 4/ }).press('ArrowLeft')
    await eventually(() => old.isVisible()).toBe(true)
    await page.evaluate(() => {
      location.hash = '#with-kafka-4'
    })
    await eventually(() => recent.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    await eventually(() => old.isVisible()).toBe(true)
    await eventually(() => recent.isVisible()).toBe(true)
  })

  it('a drawing is drawn without a script, and said in words', async () => {
    const page = await open('issues/odd/', { javaScriptEnabled: false })
    await page.getByRole('img', { name: /^Flowchart/ }).waitFor()
    await page.getByText('The drawing in words').tap()
    await eventually(() => page.getByText('Lag grows → Is a loader reading?: yes').isVisible()).toBe(true)
  })
})
