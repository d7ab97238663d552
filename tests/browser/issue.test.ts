import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { eventually, expectAddress, openSite } from '../support/browser.ts'

const site = openSite()
const issue = 'issues/spark-join-oom/'

describe('an issue', () => {
  test('copies exactly what must be pasted', async () => {
    const page = await site.open(issue, { permissions: ['clipboard-read', 'clipboard-write'] })
    const block = page.locator('.prose .code').filter({ hasText: 'yarn logs' }).first()
    await block.getByRole('button', { name: 'Copy command' }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^yarn logs -applicationId "\$APP_ID" > app\.log/)
    expect(copied).toMatch(/sort \| uniq -c \| sort -rn$/)
    // The value of a variable of the page is missing, which the button says.
    await expect.poll(() => block.getByRole('button').innerText()).toMatch(/^Copied/)
  })

  test('covers no line of code with the button that copies it', async () => {
    const page = await site.open(issue, { viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: /^Copy/ }).first().waitFor()
    const gaps = await page.locator('.prose .code').evaluateAll((blocks) =>
      blocks.map((block) => {
        const code = document.createRange()
        code.selectNodeContents(block.querySelector('code') ?? block)
        const below = block.querySelector('button')?.getBoundingClientRect().bottom ?? Infinity
        return block.querySelector('button') ? code.getBoundingClientRect().top - below : 0
      }),
    )
    expect(gaps).not.toEqual([])
    expect(gaps.filter((gap) => gap < 0)).toEqual([])
  })

  test('is led on by a row of a decision table that is tapped anywhere, and by no tap beside it', async () => {
    const page = await site.open('issues/kafka-late-data/', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
    await page.mouse.move(5, 5)
    await page.locator('.prose .step-head input').first().waitFor()
    const row = page.locator('.prose tbody tr:has(td:last-child a[href^="#step-"])').first()
    const to = (await row.locator('a').last().getAttribute('href')) ?? ''
    await row
      .locator('td')
      .first()
      .tap({ position: { x: 4, y: 4 } })
    await expectAddress(page, `/issues/kafka-late-data/${to}`)
    // No row of Safari holds what is placed in it: a link laid over its row would lie over the whole page there.
    await eventually(() =>
      page
        .locator('tr, tbody, thead')
        .evaluateAll((parts) => parts.filter((part) => getComputedStyle(part).position !== 'static').length),
    ).toBe(0)
  })

  test('has room for a thumb, of 44 px at least, on everything that is used in an incident', async () => {
    const page = await site.open('issues/kafka-late-data/', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await page.mouse.move(5, 5)
    await page.locator('.prose .step-head input').first().check()
    await page.getByRole('button', { name: 'Hand over' }).waitFor()
    const used = [
      '.start-here > a',
      '[data-start]',
      '#incident :is(a, button)',
      '.prose .tick',
      '.prose .copy',
      '.prose tbody tr:has(td:last-child a[href^="#step-"])',
      'page-values summary',
      '.toc summary',
      '.tabs a',
      '.search-trigger',
    ]
    const heights = (part: string) =>
      page
        .locator(part)
        .filter({ visible: true })
        .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)))
    for (const part of used) {
      await eventually(() => heights(part)).not.toEqual([])
      await eventually(async () => Math.min(...(await heights(part)))).toBeGreaterThanOrEqual(44)
    }
  })

  test('follows the reader in its table of contents', async () => {
    const page = await site.open(issue)
    const contents = page.getByRole('navigation', { name: 'On this page' })
    await contents.getByRole('link', { name: 'Verify' }).click()
    await contents.locator('a[aria-current]', { hasText: 'Verify' }).waitFor()
    await eventually(() => contents.locator('a[aria-current]').count()).toBe(1)
  })

  test('says on a phone, in a line at the thumb, which part and step is read, and leads to the others with their ticks', async () => {
    const page = await site.open(issue, { viewport: { width: 390, height: 844 } })
    await page.mouse.move(5, 5)
    const first = page.locator('.prose .step-head').first()
    await first.locator('input').check()
    const id = (await first.getAttribute('id')) ?? ''
    await page.goto(`${page.url().replace(/#.*/, '')}#${id}`)
    const line = page.locator('page-toc summary')
    await eventually(() => line.innerText()).toMatch(/^Diagnose · Step 1/)
    await line.click()
    const contents = page.getByRole('navigation', { name: 'On this page' })
    await eventually(() => contents.locator(`a.done[href="#${id}"]`).isVisible()).toBe(true)
    await eventually(() => contents.locator('a.done').count()).toBe(1)
    await contents.getByRole('link', { name: 'Verify' }).click()
    await eventually(() => line.innerText()).toBe('Verify')
    await eventually(async () => (await line.boundingBox())?.y ?? 0).toBeGreaterThan(500)
  })

  test('says by how much its review is overdue', async () => {
    const page = await site.open(issue, { now: '2027-03-01T12:00:00Z' })
    await expect.poll(() => page.locator('review-state').innerText()).toContain('overdue by 9 days')
  })

  test('prints without the site around it', async () => {
    const page = await site.open(issue)
    await page.emulateMedia({ media: 'print' })
    await eventually(() => page.locator('.top').isVisible()).toBe(false)
    await eventually(() => page.locator('h1').isVisible()).toBe(true)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('with the keyboard alone', () => {
  test('a reader skips to the content, finds an issue in the list and ticks its first step', async () => {
    const page = await site.open('issues/')
    await page.keyboard.press('Tab')
    await eventually(() => page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
      'Skip to content',
    )
    await page.keyboard.press('Enter')
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    const link = page.getByRole('link', { name: /Spark joins failing/ })
    for (let presses = 0; presses < 30 && !(await isFocused(link)); presses += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/spark-join-oom/)
    const step = page.getByRole('checkbox', { name: 'Done: Step 1: Driver or executor?' })
    await step.waitFor()
    for (let presses = 0; presses < 80 && !(await isFocused(step)); presses += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await eventually(() => step.isChecked()).toBe(true)
  })

  test('a reader chooses the dark theme, and the next page opens in it at once', async () => {
    const page = await site.open('')
    const select = page.locator('page-settings select')
    await select.focus()
    await page.keyboard.press('d')
    await page.locator('html[data-theme=dark]').waitFor()
    await page.goto(site.url('runbooks/'), { waitUntil: 'commit' })
    await page.locator('h1').waitFor()
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme))
      .toBe('dark')
  })

  async function isFocused(locator: Locator): Promise<boolean> {
    return locator.evaluate((element) => element === document.activeElement)
  }
})

describe('the list of issues', () => {
  test('narrows down, and the address says how', async () => {
    const page = await site.open('issues/')
    await page.getByLabel('Severity').selectOption('sev1')
    await eventually(() => page.url()).toContain('severity=sev1')
    const shown = await page.locator('.issues > li:visible').count()
    await eventually(() => page.locator('.issues > li:visible .sev1').count()).toBe(shown)
    await page.goto(site.url('issues/?component=spark'))
    await page.getByText(/^\d+ of \d+$/).waitFor()
    await eventually(() => page.locator('.issues > li:visible').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Spark joins failing')]),
    )
  })
})

describe('on paper', () => {
  test('an issue says as of when and from where it is, and no command is cut or left out', async () => {
    const page = await site.open('issues/kafka-late-data/')
    await page.mouse.move(5, 5)
    await page.locator('.prose .step-head input').first().waitFor()
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await eventually(() => page.locator('main').innerText()).toMatch(
      /^As of \d+ \w+ \d{4}.*\(your time\), from http.*\/issues\/kafka-late-data\//,
    )
    const blocks = page.locator('.prose pre')
    await eventually(() => blocks.count()).toBeGreaterThan(2)
    await eventually(() =>
      blocks.evaluateAll(
        (all) =>
          all.filter((block) => !block.checkVisibility() || block.scrollWidth > block.clientWidth + 1).length,
      ),
    ).toBe(0)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    await eventually(() => page.getByText(/^As of/).count()).toBe(0)
  })
})
