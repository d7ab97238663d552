import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../src/content/read/load.ts'
import { eventually, expectAddress, expectNoComplaints, openSite } from '../support/browser.ts'
import { FIXTURE } from '../support/built-sites.ts'

const site = openSite()

const LOG = `2026-11-21 03:12:44.107 ERROR 7 --- [ntainer#0-0-C-1] Consumer exception <img src=x onerror="document.title='hit'">
org.apache.kafka.clients.consumer.CommitFailedException: Commit cannot be completed since the group has already rebalanced and assigned the partitions to another member.
	at com.example.loader.EventLoader.run(EventLoader.java:118)`

/** Waits for the answer to what is in the field now. */
const answered = (page: Page) => page.locator('search-page:not([busy])[data-answered]').waitFor()
/** How many queries the page has answered so far. */
const answers = async (page: Page) => Number(await page.locator('search-page').getAttribute('data-answered'))
const titles = (page: Page) => page.locator('[data-results] .result-link').allInnerTexts()
const field = (page: Page) => page.getByLabel('Search, or paste an error')

async function paste(page: Page, text: string) {
  await page.evaluate(async (pasted) => {
    await navigator.clipboard.writeText(pasted)
  }, text)
  await page.keyboard.press('ControlOrMeta+V')
}
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

describe('the search page', () => {
  test('runs the query of its address, best first, with links into the sections', async () => {
    const page = await site.open('search/?q=OOM')
    await answered(page)
    const first = page.locator('[data-results] a').first()
    await eventually(() => first.getAttribute('href')).toBe('/issues/spark-join-oom/')
    const section = page.locator('[data-results] li').first().locator('a[href*="#"]').first()
    const anchor = new URL((await section.getAttribute('href')) ?? '', page.url()).hash
    await section.click()
    await page.waitForURL(`**/issues/spark-join-oom/${anchor}`)
    await eventually(() => page.locator(anchor).count()).toBe(1)
    expectNoComplaints(page)
  })

  test('lists all issues, worst first, while nothing is asked', async () => {
    const page = await site.open('search/')
    await answered(page)
    const { size } = loadContent(FIXTURE).issues
    await eventually(() => titles(page)).toHaveLength(size)
    await eventually(async () => (await titles(page))[0]).toBe('Kafka downtime causing data loss')
    await eventually(() => page.getByRole('status').innerText()).toBe(`${String(size)} issues, worst first`)
  })

  test('quotes commands line by line as code, and the cells of a table apart; over a page as well', async () => {
    const read = async (page: Page, within: string) => {
      const result = page.locator(`${within} .result`).first()
      await result.getByText('Read here: Step 1: Does the lag grow?').click()
      const quote = result.locator('.result-preview .quote')
      await eventually(() => quote.locator('pre > code').first().innerText()).toBe(
        'kafka-consumer-groups.sh --bootstrap-server "$BOOTSTRAP" --describe --group "$GROUP"',
      )
      await eventually(() => quote.locator('.cells').allInnerTexts()).toEqual([
        'Answer · Next',
        'Yes · Fix 1',
        'No · Step 2',
      ])
      await eventually(() => quote.locator('p code').allInnerTexts()).toEqual(['LAG'])
      // Signs of the index, which no font has.
      await eventually(() => result.innerText()).not.toMatch(/[\uE000-\uF8FF]/)
      expectNoComplaints(page)
    }
    const page = await site.open('search/?q=kafka-consumer-groups.sh+describe')
    await answered(page)
    await read(page, '[data-results]')

    const home = await site.open('issues/')
    await home.keyboard.press('/')
    await home.locator('dialog textarea').fill('kafka-consumer-groups.sh describe')
    await home.locator('dialog .result').first().waitFor()
    await read(home, 'dialog')
  })

  test('says what it corrected, and offers the original', async () => {
    const page = await site.open('search/?q=kafak+late+data')
    await answered(page)
    await eventually(async () => (await titles(page))[0]).toBe('Late data arrival in Kafka queues')
    await page.getByText('Searched for kafka instead of kafak.').waitFor()
    await page.getByRole('button', { name: 'Search for exactly “kafak late data”' }).click()
    await page.waitForURL('**/search/?q=%22kafak+late+data%22')
  })

  test('shows a pasted trace’s issue first, with the line that matched, and keeps the text out of the address', async () => {
    const page = await site.open('search/', clipboard)
    await answered(page)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')))
    await field(page).focus()
    await paste(page, LOG)
    await page.locator('.result-hit').waitFor()
    await eventually(async () => (await titles(page))[0]).toBe('Late data arrival in Kafka queues')
    await eventually(() => page.locator('.result-hit').first().innerText()).toContain(
      'group has already rebalanced',
    )
    expect(page.url()).toBe(site.url('search/'))
    expect(requests.filter((request) => /CommitFailed|rebalanced/i.test(request))).toEqual([])
    await eventually(() =>
      page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
    ).not.toContain('rebalanced')
    await eventually(() => page.title()).not.toBe('hit')
    expectNoComplaints(page)
  })

  test('finds the signature at the end of a paste of 100 KB, and shows a few of its lines', async () => {
    const page = await site.open('search/', clipboard)
    await answered(page)
    await field(page).focus()
    const lines = Array.from(
      { length: 1450 },
      (_, i) =>
        `2026-11-21 03:12:44 INFO loader-7 polled 500 records, mark${'abcdefghij'.charAt(i % 10)}${String(i)}`,
    )
    await paste(page, `${lines.join('\n')}\n${LOG}`)
    await page.locator('.result-hit').waitFor()
    await eventually(async () => (await titles(page))[0]).toBe('Late data arrival in Kafka queues')
    await eventually(() => field(page).getAttribute('rows')).toBe('8')
  })

  test('shows only the last query’s results, however fast it is typed', async () => {
    const page = await site.open('search/')
    // What the first query asks for arrives after the second query's answer.
    let isHeld = true
    const late: Promise<void>[] = []
    await page.route('**/pagefind/fragment/**', async (route) => {
      if (isHeld) {
        late.push(setTimeout(700))
        await late.at(-1)
      }
      await route.continue()
    })
    await field(page).pressSequentially('divide by zero', { delay: 15 })
    await eventually(() => late.length).toBeGreaterThan(0)
    isHeld = false
    await field(page).fill('accountant')
    await page.waitForURL('**/search/?q=accountant')
    await page.locator('.result-link', { hasText: 'accountant' }).first().waitFor()
    await Promise.all(late)
    await page.waitForLoadState('networkidle')
    // All that follows from an answer has been done when the page has painted twice.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    await eventually(async () => (await titles(page))[0]).toBe(
      'Numbers requiring external accountant verification',
    )
  })

  test.each([
    ['markup', '<img src=x onerror="document.title=1">'],
    ['the names that objects have of their own', '__proto__ constructor toString'],
    ['half a surrogate pair', 'kafka %uD800'],
    ['10,000 words', Array.from({ length: 10_000 }, (_, i) => `kafka${String(i)}`).join(' ')],
    ['nothing but quotes', '"""'],
    ['a pattern that runs away elsewhere', `${'a'.repeat(5000)}!`],
  ])('is not harmed by %s', async (_, text) => {
    const page = await site.open('search/')
    await answered(page)
    const before = await answers(page)
    await field(page).fill(text.replace('%uD800', '\ud800'))
    await eventually(() => answers(page)).toBeGreaterThan(before)
    await answered(page)
    await eventually(() => page.title()).toMatch(/^Search/)
    await eventually(() => page.locator('search-page img').count()).toBe(0)
    await field(page).fill('OOM')
    await page.locator('.result-link', { hasText: 'OOM' }).waitFor()
    expectNoComplaints(page)
  })

  test('the back button brings back the query and its filters', async () => {
    const page = await site.open('search/?q=kafka')
    await answered(page)
    await page.getByRole('checkbox', { name: /^issue/ }).check()
    await page.waitForURL('**/search/?q=kafka&kind=issue')
    await page.getByRole('checkbox', { name: /^sev1/ }).check()
    await page.waitForURL('**/search/?q=kafka&kind=issue&severity=sev1')
    await page
      .locator('[data-results]')
      .getByRole('link', { name: 'Kafka downtime causing data loss' })
      .click()
    await page.waitForURL('**/issues/kafka-downtime-data-loss/')
    await page.goBack()
    await answered(page)
    await eventually(() => field(page).inputValue()).toBe('kafka')
    await eventually(() => page.getByRole('checkbox', { name: /^sev1/ }).isChecked()).toBe(true)
    await eventually(async () => (await titles(page))[0]).toBe('Kafka downtime causing data loss')
    await page.goBack()
    await page.waitForURL('**/search/?q=kafka&kind=issue')
    await answered(page)
    await eventually(() => page.getByRole('checkbox', { name: /^sev1/ }).isChecked()).toBe(false)
    await field(page).fill('OOM')
    await field(page).press('Enter')
    await page.waitForURL('**/search/?q=OOM&kind=issue')
    await page.goBack()
    await page.waitForURL('**/search/?q=kafka&kind=issue')
    await eventually(() => field(page).inputValue()).toBe('kafka')
  })

  test('can be used from the field to the page with the keyboard alone', async () => {
    const page = await site.open('search/')
    await answered(page)
    await page.keyboard.press('/')
    await page.keyboard.type('divide by zero')
    await page.waitForURL('**/search/?q=divide+by+zero')
    await answered(page)
    await page.locator('.result-link', { hasText: 'divide-by-zero' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expectAddress(page, '/issues/missing-data-na-divide-by-zero/')
  })

  test('offers to write down what it does not have, with the line of the fault', async () => {
    const page = await site.open('search/', clipboard)
    await answered(page)
    await field(page).focus()
    await paste(page, 'started\nTicketPrinterError: toner sensor E-42 unplugged\n')
    const link = page.getByRole('link', { name: 'Write this issue down' })
    await link.waitFor()
    const url = new URL((await link.getAttribute('href')) ?? '')
    expect(url.searchParams.get('value')).toContain('TicketPrinterError: toner sensor E-42 unplugged')
  })

  test('is accessible with results, notes and filters on it', async () => {
    const page = await site.open('search/?q=kafak+lag')
    await answered(page)
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    const found = await page.evaluate<string[]>(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id }) => id))`,
    )
    expect(found).toEqual([])
  })
})

describe('the search over every page', () => {
  const results = (page: Page) => page.locator('dialog .result-link')

  test.each(['/', 'ControlOrMeta+K'])('%s opens it, and Enter opens the first result', async (key) => {
    const page = await site.open('runbooks/')
    await page.keyboard.press(key)
    await page.keyboard.type('OOM')
    await results(page).filter({ hasText: 'OOM' }).first().waitFor()
    expectNoComplaints(page)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/issues/spark-join-oom/')
  })

  test('arrow keys go through the results', async () => {
    const page = await site.open('runbooks/')
    await page.keyboard.press('/')
    await page.keyboard.type('kafka')
    await page.locator('dialog [role=status] a').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const second = (await results(page).nth(1).getAttribute('href')) ?? ''
    await page.keyboard.press('Enter')
    expect(second).toMatch(/^\//)
    await expectAddress(page, second)
  })

  test('loads nothing of it before', async () => {
    const page = await site.open('issues/spark-join-oom/')
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(loaded.filter((name) => /pagefind|over-page|names|results|engine/.test(name))).toEqual([])
  })

  test('takes every letter that is typed before anything of it has come, and says that it is loading', async () => {
    const page = await site.open('runbooks/')
    let held: () => void = () => undefined
    const released = new Promise<void>((resolve) => {
      held = resolve
    })
    await page.route('**/*', async (route) => {
      await released
      await route.continue()
    })
    await page.keyboard.press('/')
    await page.keyboard.type('KafkaConsumerLagHigh', { delay: 20 })
    await eventually(() => page.locator('dialog textarea').inputValue()).toBe('KafkaConsumerLagHigh')
    await eventually(() => page.locator('dialog [role=status]').innerText()).toBe('Loading search…')
    held()
    await results(page).first().waitFor()
    await eventually(() => page.locator('dialog textarea').inputValue()).toBe('KafkaConsumerLagHigh')
  })

  test('opens by a tap and takes letters before any script of the page has come', async () => {
    const page = await site.open('404.html', { viewport: { width: 390, height: 800 }, hasTouch: true })
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/assets/*.js', async (route) => {
      await released
      await route.continue()
    })
    await page.goto(site.url('runbooks/'), { waitUntil: 'commit' })
    await page.locator('nav [data-search]').tap()
    await page.keyboard.type('KafkaConsumerLagHigh')
    release()
    await results(page).filter({ hasText: 'KafkaConsumerLagHigh' }).waitFor()
    await eventually(() => page.locator('dialog textarea').inputValue()).toBe('KafkaConsumerLagHigh')
    await page.goBack()
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await expectAddress(page, '/runbooks/')
  })

  test('answers with names before the index has come', async () => {
    const page = await site.open('runbooks/')
    await page.route('**/pagefind/**', () => undefined)
    await page.keyboard.press('/')
    await page.keyboard.type('KafkaCons')
    await results(page).filter({ hasText: 'KafkaConsumerLagHigh' }).waitFor()
    await page.keyboard.type('umerLagHigh')
    await page.keyboard.press('Enter')
    await expectAddress(page, '/issues/kafka-late-data/')
  })

  test('takes a paste of many lines, and finds its signature', async () => {
    const page = await site.open('issues/', clipboard)
    await page.keyboard.press('/')
    await paste(page, LOG)
    await page.locator('dialog .result-hit').first().waitFor()
    await eventually(() => results(page).first().innerText()).toBe('Late data arrival in Kafka queues')
    expectNoComplaints(page)
  })

  test('takes over a paste into the home page’s field, whose form would put it into the address', async () => {
    const page = await site.open('', clipboard)
    await page.locator('form.find input').focus()
    await paste(page, LOG)
    await page.locator('dialog .result-hit').first().waitFor()
    expect(page.url()).toBe(site.url())
  })

  test('the exact name of an alert leads from the home page straight to its issue', async () => {
    const page = await site.open('')
    await page.locator('form.find input').fill('kafkaconsumerlaghigh')
    await page.keyboard.press('Enter')
    await expectAddress(page, '/issues/kafka-late-data/')
  })

  test('Escape closes it and gives the keyboard back', async () => {
    const page = await site.open('runbooks/')
    await page.locator('.search-trigger').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await eventually(() => page.evaluate(() => document.activeElement?.hasAttribute('data-search'))).toBe(
      true,
    )
  })

  test.each(['Escape', 'Back'])(
    '%s gives the keyboard back also where the address names a step',
    async (way) => {
      const page = await site.open('issues/kafka-late-data/#diagnose')
      await page.locator('main a').last().focus()
      const held = await page.evaluate(() => document.activeElement?.textContent ?? '')
      await page.keyboard.press('/')
      await page.locator('dialog[open]').waitFor()
      await (way === 'Back' ? page.goBack() : page.keyboard.press('Escape'))
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
      await eventually(() => page.evaluate(() => document.activeElement?.matches('main a'))).toBe(true)
      await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(held)
      await eventually(() =>
        page.evaluate(() => {
          const { top = -1, bottom = 0 } = document.activeElement?.getBoundingClientRect() ?? {}
          return top >= 0 && bottom <= innerHeight
        }),
      ).toBe(true)
    },
  )

  test('Back closes it and stays on the page; from a result, Back comes back to the results', async () => {
    const page = await site.open('issues/')
    await page.goto(site.url('runbooks/'))
    await page.keyboard.press('/')
    await page.keyboard.type('kafka late')
    await results(page).first().waitFor()
    await page.goBack()
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await eventually(() => page.url()).toBe(site.url('runbooks/'))
    await page.keyboard.press('/')
    await page.keyboard.type('kafka late')
    await page.locator('dialog [role=status] a').waitFor()
    await results(page).first().click()
    await page.waitForURL('**/issues/**')
    await page.goBack()
    await page.locator('dialog[open]').waitFor()
    await eventually(() => page.locator('dialog textarea').inputValue()).toBe('kafka late')
    await results(page).first().waitFor()
  })

  test('stays open when it is opened again at once, however late the way back from the first time is done', async () => {
    const page = await site.open('issues/')
    await page.goto(site.url('runbooks/'))
    for (let round = 0; round < 5; round++) {
      await page.keyboard.press('/')
      await page.keyboard.type('kafka')
      await page.keyboard.press('Escape')
      await page.keyboard.press('/')
      await page.keyboard.type('spark')
      await results(page).filter({ hasText: 'OOM' }).first().waitFor()
      await page.locator('dialog[open]').waitFor()
      await page.goBack()
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
      await eventually(() => page.url()).toBe(site.url('runbooks/'))
    }
  })

  test('says in place that it cannot be loaded, and never leaves the page', async () => {
    const page = await site.open('runbooks/')
    await page.route('**/assets/**', (route) => route.abort())
    await page.keyboard.press('/')
    await page.locator('dialog [role=status]', { hasText: 'could not be loaded' }).waitFor()
    expect(page.url()).toBe(site.url('runbooks/'))
  })

  test('its shortcuts can be switched off', async () => {
    const page = await site.open('runbooks/')
    await page.locator('page-settings input[name=keys]').uncheck()
    await page.locator('html[data-keys=off]').waitFor()
    await page.reload()
    await page.locator('page-settings:defined').waitFor()
    for (const key of ['/', 'ControlOrMeta+K']) await page.keyboard.press(key)
    await eventually(() => page.locator('dialog[open]').count()).toBe(0)
    await eventually(() => page.locator('page-settings input[name=keys]').isChecked()).toBe(false)
  })
})

describe('on a phone', () => {
  test('the search is within reach of the thumb, however far one has read', async () => {
    const page = await site.open('issues/spark-join-oom/', {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
    })
    await page.evaluate(() => {
      scrollTo(0, 5000)
    })
    const search = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' })
    expect((await search.boundingBox())?.y).toBeGreaterThan(700)
    await search.tap()
    await page.locator('dialog[open]').waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  })
})
