import { cp, mkdtemp, rm } from 'node:fs/promises'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import { writeWorker } from '../../src/site/build/write-worker.ts'
import { PATIENCE, eventually, expectNoComplaints, openSite } from '../support/browser.ts'
import { npmRun } from '../support/npm-run.ts'

const site = openSite()
const CLIPBOARD = ['clipboard-read', 'clipboard-write']
const PASTED =
  '2027-02-03 04:05:06 ERROR CommitFailedException: Commit cannot be completed since the group has already rebalanced anna.meier'

const field = (page: Page) => page.getByLabel('Search, or paste an error')
const answered = (page: Page) => page.locator('search-page:not([busy])[data-answered]').waitFor()

async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('ControlOrMeta+V')
}

it('keys that are pressed while the search comes over a slow network are all there, and the answer is to all of them', async () => {
  const page = await site.open('runbooks/')
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  })
  await page.keyboard.press('/')
  await page.keyboard.type('divide by zero in the aggregate', { delay: 60 })
  await eventually(() => page.locator('dialog textarea').inputValue()).toBe('divide by zero in the aggregate')
  await page
    .locator('dialog .result-link', { hasText: 'divide-by-zero' })
    .first()
    .waitFor({ timeout: PATIENCE })
  await page.keyboard.type('d merge')
  await eventually(() => page.locator('dialog textarea').inputValue()).toBe(
    'divide by zero in the aggregated merge',
  )
  expectNoComplaints(page)
})

it('two tabs search for two things, and neither knows of the other', async () => {
  const one = await site.open('search/')
  const other = await one.context().newPage()
  await other.goto(site.url('search/'))
  await Promise.all([answered(one), answered(other)])
  await field(one).fill('divide by zero')
  await field(other).fill('executor lost out of memory')
  await one.locator('[data-results] .result-link', { hasText: 'divide-by-zero' }).first().waitFor()
  await other.locator('[data-results] .result-link', { hasText: 'OOM' }).first().waitFor()
  for (const page of [one, other]) await page.reload()
  await eventually(() => field(one).inputValue()).toBe('divide by zero')
  await eventually(() => field(other).inputValue()).toBe('executor lost out of memory')
})

it('Back and Forward go between what was pasted and the page that it led to, and the address never has it', async () => {
  const page = await site.open('search/', { permissions: CLIPBOARD })
  await answered(page)
  await field(page).focus()
  await paste(page, PASTED)
  await page.locator('.result-hit').first().waitFor()
  await page.locator('[data-results] .result-link').first().click()
  await page.waitForURL('**/issues/**')
  const found = page.url()
  for (let round = 0; round < 2; round++) {
    await page.goBack()
    await eventually(() => field(page).inputValue()).toBe(PASTED)
    await page.locator('.result-hit').first().waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.goForward()
    await eventually(() => page.url()).toBe(found)
  }
})

describe('once the site is kept, without a network', () => {
  let browser: Browser
  let server: StaticServer
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watchbook-kept-'))
    await cp(inject('sites').root, folder, { recursive: true })
    const revision = new Date('2026-11-23T14:00:00Z')
    await writeWorker(folder, { base: '/', offline: true, revision, issues: [] })
    server = await serve({ folder, port: 0 })
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('a pasted log finds its issue in a second tab, too', async () => {
    const context = await browser.newContext({ permissions: CLIPBOARD })
    context.setDefaultTimeout(PATIENCE)
    const first = await context.newPage()
    await first.goto(server.url)
    await first.waitForFunction(async () => {
      await navigator.serviceWorker.ready
      return (await caches.match('/fetched')) !== undefined
    })
    await context.setOffline(true)
    const second = await context.newPage()
    await second.goto(new URL('search/', server.url).href)
    await answered(second)
    await field(second).focus()
    await paste(second, `INFO starting\n${PASTED}\n\tat com.example.loader.Loader.run(Loader.java:12)`)
    const results = second.locator('[data-results] .result-link')
    await eventually(() => results.first().innerText()).toContain('Late data')
    await context.close()
  })
})

describe('a site in Japanese', () => {
  const SECTIONS = ['Symptoms', 'Diagnose', 'Fix', 'Verify', 'Escalate']
  const folder = mkdtempSync(join(tmpdir(), 'watchbook-ja-'))
  let browser: Browser
  let server: StaticServer

  beforeAll(async () => {
    const issues = join(folder, 'content/issues')
    mkdirSync(issues, { recursive: true })
    writeFileSync(
      join(folder, 'content/site.yaml'),
      'name: 手順書\ndescription: 当番の手順書\nlanguage: ja\n',
    )
    for (const [id, title, summary] of [
      ['late', 'データの到着が遅れる', '昨日のイベントが今日になって届く。'],
      ['disk', 'ディスクがいっぱいになる', 'ブローカーのディスクに空きがない。'],
      ['lag', 'Kafkaのコンシューマーのラグが増える', '読み取りが追いつかない。'],
    ])
      writeFileSync(
        join(issues, `${String(id)}.md`),
        `---\ntitle: ${String(title)}\nsummary: ${String(summary)}\n---\n${SECTIONS.map((section) => `\n## ${section}\n\n${String(summary)}\n`).join('')}`,
      )
    await npmRun(['build'], { CONTENT_ROOT: join(folder, 'content'), BUILD_ROOT: folder })
    server = await serve({ folder: join(folder, 'dist'), base: '/', port: 0 })
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ['到着が遅い', 'データの到着が遅れる'],
    ['ディスク いっぱい', 'ディスクがいっぱいになる'],
    ['kafka ラグ', 'Kafkaのコンシューマーのラグが増える'],
  ])('finds the page of %s, and nothing for another trade', async (asked, title) => {
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'ja-JP' })
    context.setDefaultTimeout(PATIENCE)
    const page = await context.newPage()
    await page.goto(new URL('search/', server.url).href)
    await answered(page)
    await page.locator('search-page textarea').fill(asked)
    await page.locator('[data-results] .result-link', { hasText: title }).first().waitFor()
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('ja')
    await page.locator('search-page textarea').fill('庭の芝生を刈る')
    await eventually(() => page.locator('[data-results] .result-link').count()).toBe(0)
    await context.close()
  })
})
