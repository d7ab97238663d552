import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { eventually, openSite } from '../support/browser.ts'
import { readPagesOf } from '../support/pages.ts'

const site = openSite()
const ours = openSite('ours')
const phone = { viewport: { width: 390, height: 844 } }

/** Pages of this checkout whose text has the window for itself. */
const narrow = readPagesOf(inject('sites').ours)
  .filter(({ html }) => html.includes('prose narrow'))
  .map(({ path }) => path)

/** Font sizes of the second-level headings in the column of the text. */
const sizesOfHeadings = (page: Page) =>
  page
    .locator('.main-column h2')
    .evaluateAll((all) => [...new Set(all.map((heading) => getComputedStyle(heading).fontSize))])

describe('what is alike looks alike', () => {
  it.each(['runbooks/engagement/', 'pipelines/engagement/', 'issues/kafka-late-data/'])(
    'headings of one level have one size on /%s',
    async (path) => {
      const page = await site.open(path)
      await eventually(() => sizesOfHeadings(page)).toHaveLength(1)
    },
  )

  it.each([phone, {}])(
    'a week of an engineer and what is said of it stand on one line: %j',
    async (window) => {
      const page = await site.open('oncall/data-engineering/engineer-a/', window)
      const apart = () =>
        page.locator('.panel .dated > li:has(> :nth-child(2))').evaluateAll((rows) =>
          rows.flatMap((row) => {
            const [week, note] = [...row.children].map((part) => {
              const text = document.createRange()
              text.selectNodeContents(part)
              return text.getClientRects()[0]?.bottom ?? NaN
            })
            return Math.abs((week ?? NaN) - (note ?? NaN)) < 4 ? [] : [row.textContent]
          }),
        )
      await eventually(apart).toEqual([])
    },
  )

  it('on a phone the date of each review is below its page, in every row', async () => {
    const page = await site.open('reviews/', phone)
    const beside = () =>
      page
        .locator('.review')
        .evaluateAll((rows) =>
          rows
            .filter(
              ({ firstElementChild: link, lastElementChild: date }) =>
                (link?.getBoundingClientRect().bottom ?? 0) > (date?.getBoundingClientRect().top ?? 0) + 8,
            )
            .map(({ textContent }) => textContent),
        )
    await eventually(() => page.locator('.review').count()).toBeGreaterThan(5)
    await eventually(beside).toEqual([])
  })

  it('no line of text is too long to be read where no column is beside it', async () => {
    const page = await ours.open('')
    const wide: string[] = []
    for (const path of narrow) {
      await page.goto(ours.url(path))
      const widths = await page
        .locator('.prose p')
        .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().width))
      if (widths.some((width) => width > 780)) wide.push(path)
    }
    expect(wide).toEqual([])
  })

  it('the severity of an alert rule is shown as everywhere', () => {
    const shown = readPagesOf(inject('sites').ours)
      .filter(({ path }) => path === 'alerts/')
      .flatMap(({ html }) => [...html.matchAll(/<dt>Severity<\/dt>\s*<dd>([^]*?)<\/dd>/g)])
      .map(([, severity = '']) => severity.trim())
    expect(shown.filter((severity) => !/^(?:<span class="sev |Not said$)/.test(severity))).toEqual([])
  })
})

describe('where colors are forced', () => {
  const forced = { forcedColors: 'active', now: '2026-11-25T12:00:00-05:00' } as const
  const style = (page: Page, part: string, property: string) =>
    page
      .locator(part)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property)

  it('today, holidays and whose day it is are told apart by lines and letters', async () => {
    const page = await site.open('oncall/data-engineering/2026/', forced)
    await eventually(() => style(page, 'td.today', 'outline-style')).toBe('double')
    const paper = await style(page, 'td.day:not(.holiday)', 'border-block-start-color')
    await eventually(() => style(page, 'td.holiday', 'border-block-start-color')).not.toBe(paper)
    await eventually(() => page.locator('td.day b:empty').count()).toBe(0)
  })

  it('what is tapped has a border, and what is ticked, cautioned or covered is told by a sign or a word', async () => {
    const page = await site.open('issues/kafka-late-data/', forced)
    await page.mouse.move(5, 5)
    await page.locator('.prose .step-head input').first().check()
    for (const part of [
      '.start-here .button',
      '[data-start]',
      '.search-trigger',
      '.step-head',
      '.code',
      '.sev',
    ])
      await eventually(() => style(page, part, 'border-top-style')).toBe('solid')
    await eventually(() => style(page, '.step-head input', 'appearance')).toBe('auto')
    await page.locator('#incident').getByText('steps done').waitFor()
    await eventually(() => page.locator('.alert.first').innerText()).toMatch(/^First: /)
    await page.goto(site.url())
    await eventually(() => page.locator('.state').first().innerText()).toMatch(/now|Back|watch/)
  })
})

it('an alert that no issue names is in the field of the search, to be changed', async () => {
  const page = await site.open('alerts/KafkaConsumerLagTooHigh/')
  await eventually(() => page.getByLabel('What are you looking for?').inputValue()).toBe(
    'KafkaConsumerLagTooHigh',
  )
})

it('what a script imports is asked for together with it, as each wait costs a phone half a second', async () => {
  const page = await site.open('issues/kafka-late-data/')
  const inPage = await page
    .locator('script[src]')
    .evaluateAll((all) => all.map((script) => (script as HTMLScriptElement).src))
  await page.mouse.move(5, 5)
  await page.getByRole('button', { name: 'Copy command' }).first().waitFor()
  const late = await page.evaluate(() => {
    const asked = new Set(
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map(({ href }) => href),
    )
    return performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\/assets\/.*\.js$/.test(name) && !asked.has(name) && !name.includes('/first.'))
  })
  expect(late.filter((name) => !inPage.includes(name))).toEqual([])
})
