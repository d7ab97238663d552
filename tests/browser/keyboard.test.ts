import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'
import { readPagesOf } from '../support/pages.ts'

const site = openSite()
const ours = openSite('ours')
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }
/** From the top of a page to its first Copy: as many Tab stops. */
const MAX_STOPS = 12
/** The same without the link to the first step: what the page has before it, each of which a reader may want. */
const MAX_WITHOUT_LINK = 37

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

/** What a keyboard user cannot see of the focus: no ring around it, or another element over it. */
const hiddenFocus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document
    if (!at || at === document.body) return ['no focus']
    // A box within a label is as large as a thumb by its label.
    const { outlineStyle } = getComputedStyle(at)
    const [rect] = at.getClientRects()
    if (!rect) return ['not drawn']
    const over = document.elementFromPoint(rect.x + Math.min(rect.width / 2, 40), rect.y + rect.height / 2)
    const isSeen = over !== null && (at.contains(over) || over.contains(at))
    const name = `${at.tagName} ${at.textContent.trim().slice(0, 40)}`
    return [...(outlineStyle === 'none' ? [`no ring: ${name}`] : []), ...(isSeen ? [] : [`covered: ${name}`])]
  })

/** Presses Tab until an element has the focus, and sees each stop on the way. Returns how many stops that were. */
async function tabTo(page: Page, to: Locator, key = 'Tab'): Promise<number> {
  await to.first().waitFor()
  for (let stops = 1; stops <= 90; stops += 1) {
    await page.keyboard.press(key)
    await eventually(() => hiddenFocus(page)).toEqual([])
    if (await isFocused(to.first())) return stops
  }
  throw new Error(`Tab never came to ${String(to)}.`)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

describe('with the keyboard alone', () => {
  it.each([
    { on: 'a laptop', viewport: { width: 1280, height: 900 } },
    { on: 'a narrow window', viewport: { width: 390, height: 844 } },
  ])(
    'an incident is started, walked, handed over and ended on $on, and the focus is always seen',
    async ({ viewport }) => {
      const page = await site.open('issues/kafka-late-data/', {
        ...clipboard,
        viewport,
        now: '2026-11-26T01:10:00Z',
      })
      const bar = page.locator('#incident')
      await tabTo(page, button(page, 'The incident starts now'))
      await page.keyboard.press('Enter')
      await bar.getByText('Incident since 02:10').waitFor()
      await page.getByRole('status').getByText('Incident since 02:10.').waitFor({ state: 'attached' })

      await tabTo(page, page.locator('page-values summary'))
      await page.keyboard.press('Enter')
      for (const [name, value] of [
        ['BOOTSTRAP', 'broker-1:9092'],
        ['GROUP', 'engagement-load'],
      ] as const) {
        await tabTo(page, page.locator(`page-values input[name=${name}]`))
        await page.keyboard.type(value)
      }

      const step = page.getByRole('checkbox', { name: /^Done: Step 1/ })
      await tabTo(page, step)
      await page.keyboard.press('Space')
      await eventually(() => step.isChecked()).toBe(true)
      await eventually(() => isFocused(step)).toBe(true)

      const block = page.locator('.prose .code.command').first()
      await tabTo(page, block.getByRole('button'))
      await page.keyboard.press('Enter')
      await eventually(() => block.getByRole('button').innerText()).toBe('Copied')
      await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toContain(
        '--bootstrap-server "broker-1:9092" --describe --group "engagement-load"',
      )
      await eventually(() => isFocused(block.getByRole('button'))).toBe(true)

      await tabTo(page, button(page, 'Hand over'), 'Shift+Tab')
      await page.keyboard.press('Enter')
      await page.getByLabel('Notes').waitFor()
      if (!(await isFocused(page.getByLabel('Notes')))) await tabTo(page, page.getByLabel('Notes'))
      await page.keyboard.type('Broker 3 is down.')
      await tabTo(page, button(page, 'Copy text and link'))
      await page.keyboard.press('Enter')
      await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /1 of \d+ steps done[^]*GROUP: engagement-load[^]*Broker 3 is down\.[^]*#incident=/,
      )
      await page.keyboard.press('Escape')
      await eventually(() => page.locator('dialog.sheet').count()).toBe(0)
      await eventually(() => isFocused(button(page, 'Hand over'))).toBe(true)

      await tabTo(page, button(page, 'End'))
      await page.keyboard.press('Enter')
      await bar.getByText('The incident has ended').waitFor()
      await page.getByRole('status').getByText('The incident has ended.').waitFor({ state: 'attached' })
      await eventually(() => isFocused(button(page, 'Undo'))).toBe(true)
      await page.keyboard.press('Enter')
      await bar.getByText('Incident since 02:10').waitFor()
      await eventually(() => step.isChecked()).toBe(true)
      await eventually(() => bar.evaluate((all) => all.contains(document.activeElement))).toBe(true)
      await tabTo(page, button(page, 'End'))
      await page.keyboard.press('Enter')
      await eventually(() => step.isChecked()).toBe(false)
      await eventually(() => button(page, 'The incident starts now').isVisible()).toBe(true)
      expectNoComplaints(page)
    },
  )

  it('who is in the bar of the incident stays there when it is drawn again', async () => {
    const page = await site.open('issues/kafka-late-data/', { now: '2026-11-26T01:10:00Z' })
    await button(page, 'The incident starts now').click()
    await button(page, 'End').focus()
    await page.locator('#incident').getByText('48 h left').waitFor()
    await page.clock.runFor(2 * 3_600_000)
    await page.locator('#incident').getByText('46 h left').waitFor()
    await eventually(() => isFocused(button(page, 'End'))).toBe(true)
  })
})

/** A content folder may have issues without a command. */
const issues = readPagesOf(inject('sites').ours)
  .filter(({ path, html }) => /^issues\/(?!-)[^/]+\/$/.test(path) && html.includes('class="code command'))
  .map(({ path }) => path)

describe('from the top of an issue to its first Copy', () => {
  it.each(issues)(
    `/%s has at most ${String(MAX_STOPS)} Tab stops, by the link to the first step`,
    async (path) => {
      const page = await ours.open(path)
      await page.mouse.move(5, 5)
      await button(page, /^Copy (command|message)/)
        .first()
        .waitFor()
      const skip = page.getByRole('link', { name: 'Skip to the first step' })
      const before = await tabTo(page, skip)
      await page.keyboard.press('Enter')
      let after = 1
      await page.keyboard.press('Tab')
      while (!(await page.evaluate(() => document.activeElement?.matches('.copy'))) && after < 90) {
        await page.keyboard.press('Tab')
        after += 1
      }
      expect(before + after).toBeLessThanOrEqual(MAX_STOPS)
    },
  )

  it.each(issues)(`/%s has at most ${String(MAX_WITHOUT_LINK)} Tab stops without that link`, async (path) => {
    const page = await ours.open(path)
    await page.mouse.move(5, 5)
    await button(page, /^Copy (command|message)/)
      .first()
      .waitFor()
    // Twice the number, so that it is said by how much there are too many.
    const stops: string[] = []
    while (stops.length < 2 * MAX_WITHOUT_LINK && !stops.at(-1)?.startsWith('Copy co')) {
      await page.keyboard.press('Tab')
      stops.push((await page.evaluate(() => document.activeElement?.textContent.trim())) ?? '')
    }
    expect(stops.length, stops.join(' | ')).toBeLessThanOrEqual(MAX_WITHOUT_LINK)
  })
})
