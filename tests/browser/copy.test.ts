import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const issue = 'issues/kafka-late-data/'
const long = 'issues/stale-data-backfill-delays/'
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }
const firstCommand = (page: Page) => page.locator('.prose .code.command').first()

describe('the button that copies a block', () => {
  it('copies the text without the marks of wrapped lines', async () => {
    const page = await site.open(issue, { ...clipboard, viewport: { width: 320, height: 800 } })
    const block = firstCommand(page)
    const text = (await block.locator('pre').textContent()) ?? ''
    await block.getByRole('button', { name: 'Copy command' }).click()
    await block.getByText('Copied').waitFor()
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    expect(text).not.toContain('↳')
    expectNoComplaints(page)
  })

  it('copies where the browser offers no clipboard to scripts, as on plain http', async () => {
    const page = await site.open(issue, clipboard)
    const block = firstCommand(page)
    const text = (await block.locator('pre').textContent()) ?? ''
    await page.evaluate(() => {
      const real = navigator.clipboard
      Object.assign(globalThis, { readBack: () => real.readText() })
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await block.getByRole('button').click()
    await block.getByText('Copied').waitFor()
    await eventually(() => page.evaluate('readBack()')).toBe(text)
  })

  it('selects the text where copying is refused, and says so until the next tap', async () => {
    const page = await site.open(issue)
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('refused')) },
      })
      Object.assign(document, { execCommand: () => false })
    })
    const block = firstCommand(page)
    await block.getByRole('button').click()
    await page
      .getByRole('status')
      .filter({ hasText: 'The text is selected: copy it now.' })
      .waitFor({ state: 'attached' })
    expect((await page.evaluate(() => getSelection()?.toString().trim()))?.slice(0, 12)).toBe(
      ((await block.locator('pre').textContent()) ?? '').slice(0, 12),
    )
  })

  it('fills in what is kept also where the script of the values comes after the tap', async () => {
    const page = await site.open('404.html', clipboard)
    await page.evaluate(() => {
      localStorage.setItem('values', JSON.stringify({ GROUP: { value: 'clicks-load', at: Date.now() } }))
    })
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/assets/page-values.*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(site.url(issue))
    await firstCommand(page).getByRole('button').click()
    release()
    await firstCommand(page).getByText('Copied, 1 value is missing: BOOTSTRAP').first().waitFor()
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toContain(
      '--group "clicks-load"',
    )
    expectNoComplaints(page)
  })

  it('says which values are missing where the script that fills them in cannot come', async () => {
    const page = await site.open('404.html', clipboard)
    await page.route('**/assets/page-values.*.js', (route) => route.abort())
    await page.goto(site.url(issue))
    await firstCommand(page).getByRole('button').click()
    await eventually(() => firstCommand(page).innerText()).toContain(
      'Copied, 2 values are missing: BOOTSTRAP, GROUP',
    )
  })

  it('is not on example output, which is labeled as such', async () => {
    const page = await site.open(issue)
    await firstCommand(page).getByRole('button').waitFor()
    const output = page.locator('.prose .code.output').first()
    await eventually(() => output.innerText()).toMatch(/^Example output/)
    await eventually(() => output.getByRole('button').count()).toBe(0)
  })

  it('copies a message, which is labeled as such', async () => {
    const page = await site.open(issue, clipboard)
    const message = page.locator('.prose .code.message').first()
    await eventually(() => message.innerText()).toMatch(/^Message to send/)
    await message.getByRole('button', { name: 'Copy message' }).click()
    await message.getByText('Copied').waitFor()
  })
})

it('the link of a heading is copied by a tap, and is no stop that cannot be reached by keyboard', async () => {
  const page = await site.open(issue, { ...clipboard, hasTouch: true })
  await page.mouse.move(5, 5)
  const link = page.getByRole('link', { name: 'Copy the link to “Diagnose”' })
  await link.tap()
  await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(
    site.url(`${issue}#diagnose`),
  )
  await eventually(() => link.evaluate((each) => each.tabIndex)).toBe(0)
  await eventually(() => page.locator('.prose .anchor').count()).toBeGreaterThan(5)
})

describe('the switch for long lines', () => {
  it('is remembered', async () => {
    const page = await site.open(issue, { viewport: { width: 390, height: 800 } })
    const isCut = () =>
      firstCommand(page)
        .locator('pre')
        .evaluate((pre) => pre.scrollWidth > pre.clientWidth + 1)
    await eventually(() => isCut()).toBe(false)
    await page.locator('page-settings input[name=wrap]').uncheck()
    await expect.poll(isCut).toBe(true)
    await page.reload()
    await eventually(() => isCut()).toBe(true)
  })
})

describe('a long block', () => {
  const longBlock = (page: Page) => page.locator('.code:has(> .more)')
  const lines = (page: Page) =>
    longBlock(page)
      .locator('pre')
      .evaluate((pre) => [pre.clientHeight, pre.scrollHeight].map((size) => Math.round(size / 20)))

  it('shows its beginning on a phone and the rest on a tap, without a script', async () => {
    const page = await site.open(long, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
    const more = longBlock(page).getByText('All 20 lines')
    const [folded = 0, whole = 0] = await lines(page)
    expect(folded).toBeLessThan(whole)
    await more.focus()
    await page.keyboard.press('Enter')
    await eventually(async () => (await lines(page))[0]).toBe(whole)
  })

  it('is copied whole where it is folded', async () => {
    const page = await site.open(long, { ...clipboard, viewport: { width: 390, height: 844 } })
    await longBlock(page).getByRole('button', { name: 'Copy command' }).click()
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toContain(
      'UNION ALL SELECT 20;',
    )
  })

  it.each(['screen', 'print'] as const)('is not folded on a wide screen or on paper: %s', async (media) => {
    const page = await site.open(long, { viewport: { width: media === 'screen' ? 1280 : 390, height: 844 } })
    await page.emulateMedia({ media })
    const [shown, whole] = await lines(page)
    expect(shown).toBe(whole)
    await eventually(() => longBlock(page).getByText('All 20 lines').isVisible()).toBe(false)
  })
})
