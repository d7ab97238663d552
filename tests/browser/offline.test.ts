import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/tools/chromium.ts'
import { serve, type StaticServer } from '../../src/site/build/static-server.ts'
import { writeWorker } from '../../src/site/build/write-worker.ts'
import { PATIENCE, eventually, expectAddress } from '../support/browser.ts'

const OPTIONS = { base: '/', offline: true, revision: new Date('2026-11-23T14:00:00Z'), issues: [] }

let browser: Browser
let server: StaticServer
let folder: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
})
afterAll(() => browser.close())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchbook-offline-'))
  await cp(inject('sites').root, folder, { recursive: true })
  await writeWorker(folder, OPTIONS)
  server = await serve({ folder, port: 0 })
  context = await browser.newContext({ timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
  context.setDefaultTimeout(PATIENCE)
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const url = (path = '') => new URL(path, server.url).href

/** Visits a page and waits until the site is kept. */
async function visit(path = '') {
  await page.goto(url(path))
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return (await caches.match('/fetched')) !== undefined
  })
}

async function change(path: string, from: string, to: string) {
  const file = join(folder, path)
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(from, to))
}

/** Goes to a page again and again, as a reader does, until it says something. */
async function until(path: string, text: string) {
  await expect
    .poll(
      async () => {
        await page.goto(url(path))
        // As long as a reader stays: the browser looks for a new worker when a page has been quiet for a while.
        // eslint-disable-next-line no-restricted-syntax -- The time itself is what is waited for.
        await page.waitForTimeout(3000)
        return page.locator('body').innerText()
      },
      { timeout: PATIENCE },
    )
    .toContain(text)
}

describe('without a network', () => {
  it('a page that was never opened is read, and the search answers', async () => {
    await visit()
    await context.setOffline(true)
    await page.goto(url('issues/spark-join-oom/'))
    await eventually(() => page.locator('h1').innerText()).toContain('Spark')
    await page.mouse.move(5, 5)
    await page.mouse.move(9, 9)
    await page.getByText('You are offline. This is the site as of 23 Nov 2026 15:00, fetched').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('divide by zero')
    await page.locator('dialog .result-link', { hasText: 'divide-by-zero' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/issues/missing-data-na-divide-by-zero/')
  })

  it('a link from a pager leads to its issue', async () => {
    await visit()
    await context.setOffline(true)
    await page.goto(url('alerts/kafkaconsumerlaghigh/'))
    await expectAddress(page, '/issues/kafka-late-data/')
  })

  it('an address that is not kept leads to a page of this site that names what is', async () => {
    await visit()
    await context.setOffline(true)
    await page.goto(url('no/such/page/'))
    await eventually(() => page.locator('h1').innerText()).toBe('You are offline')
    await page.locator('main').getByRole('link', { name: /Kafka/ }).first().click()
    await eventually(() => page.locator('h1').innerText()).toContain('Kafka')
  })
})

describe('the clock of the device', () => {
  const warning = () => page.getByText('The clock of this device says')
  const touch = async () => {
    await page.mouse.move(5, 5)
    await page.mouse.move(9, 9)
  }

  it('is called wrong where the network has another day', async () => {
    await visit()
    await page.clock.install({ time: Date.now() + 3 * 86_400_000 })
    await page.goto(url('issues/spark-join-oom/'))
    await touch()
    await eventually(() => warning().innerText()).toMatch(/but the network says that it is/)
  })

  it('is called wrong without a network where the site was built later', async () => {
    await visit()
    await context.setOffline(true)
    await page.clock.install({ time: '2026-11-19T12:00:00Z' })
    await page.goto(url('issues/spark-join-oom/'))
    await touch()
    await eventually(() => warning().innerText()).toContain('this site was built on Mon 23 Nov 2026 15:00')
  })

  it('is believed where nothing contradicts it', async () => {
    await visit()
    const asked = page.waitForResponse((answer) => answer.request().method() === 'HEAD')
    await page.goto(url('issues/spark-join-oom/'))
    await touch()
    await asked
    await eventually(() => warning().count()).toBe(0)
  })
})

describe('a new deployment', () => {
  it('is shown after the next page, whole', async () => {
    await visit('runbooks/')
    await change('index.html', '<span class="now">now', '<span class="now">at present')
    await change('theme.js', "classList.add('js')", "classList.add('js', 'second')")
    await writeWorker(folder, OPTIONS)
    await until('', 'On call at present')
    await eventually(() => page.evaluate(() => document.documentElement.className)).toContain('second')
    await context.setOffline(true)
    await page.goto(url())
    await eventually(() => page.locator('body').innerText()).toContain('On call at present')
  })

  it('never mixes with the one before: until it is whole, pages and scripts are the old ones', async () => {
    await visit('runbooks/')
    await writeFile(
      join(folder, 'sw.js'),
      (await readFile(join(folder, 'sw.js'), 'utf8')).replace('const VERSION = "', 'const VERSION = "x'),
    )
    // The list of the worker speaks of the pages of before: the host is in the middle of its work.
    await change('index.html', '<span class="now">now', '<span class="now">at present')
    await change('theme.js', "classList.add('js')", "classList.add('js', 'second')")
    for (let times = 0; times < 3; times += 1) {
      await page.goto(url())
      // eslint-disable-next-line no-restricted-syntax -- Nothing happens, and it has half a second to happen.
      await page.waitForTimeout(500)
      await eventually(() => page.locator('body').innerText()).toContain('On call now')
      await eventually(() => page.evaluate(() => document.documentElement.className)).not.toContain('second')
    }
  })

  it('that switches it off removes what was kept', async () => {
    await visit()
    await writeWorker(folder, { ...OPTIONS, offline: false })
    await page.goto(url('runbooks/'))
    await expect
      .poll(
        async () => {
          await page.goto(url())
          await page.evaluate(() =>
            navigator.serviceWorker
              .getRegistration()
              .then((known) => known?.update())
              .catch(() => undefined),
          )
          return page.evaluate(() => caches.keys())
        },
        { timeout: PATIENCE, interval: 300 },
      )
      .toEqual([])
  })
})

describe('where nothing can be kept', () => {
  it('a full disk leaves the site as it is', async () => {
    const session = await context.newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(server.url).origin,
      quotaSize: 50_000,
    })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(url('issues/spark-join-oom/'))
    // eslint-disable-next-line no-restricted-syntax -- Nothing can be seen of what fails: it has four seconds to fail.
    await page.waitForTimeout(4000)
    await page.goto(url('runbooks/'))
    await eventually(() => page.locator('h1').innerText()).toBe('Runbooks')
    expect(errors).toEqual([])
  })

  it('plain http, which has no worker, leaves the site as it is', async () => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
    })
    await page.goto(url('issues/spark-join-oom/'))
    await page.mouse.move(5, 5)
    await page.mouse.move(9, 9)
    await page.locator('.code .copy').first().waitFor()
    expect(errors).toEqual([])
  })
})
