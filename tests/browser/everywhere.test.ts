import { describe, expect, test } from 'vitest'
import { eventually, openSite } from '../support/browser.ts'

const site = openSite()
const year = 'oncall/data-engineering/2026/'

describe('from page to page', () => {
  test('a page is fetched once as soon as its link is pointed at', async () => {
    const page = await site.open('issues/')
    const hints = page.locator('link[rel="prefetch"]')
    await eventually(() => hints.count()).toBe(0)
    const link = page.getByRole('link', { name: /Spark joins failing/ })
    await link.hover()
    await page.getByRole('heading', { level: 1 }).hover()
    await link.hover()
    await expect.poll(() => hints.count()).toBe(1)
    await eventually(() => hints.getAttribute('href')).toBe(
      new URL(site.url('issues/spark-join-oom/')).pathname,
    )
  })

  test('a change of pages is not animated', async () => {
    const page = await site.open('', { reducedMotion: 'no-preference' })
    await page.evaluate(() => {
      addEventListener('pageswap', ({ viewTransition }) => {
        sessionStorage.setItem('fades', String(viewTransition !== null))
      })
    })
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Runbooks' }).click()
    await page.waitForURL('**/runbooks/')
    await eventually(() => page.evaluate(() => sessionStorage.getItem('fades'))).toBe('false')
  })

  test('the tab of the page, and of the pages below it, is marked', async () => {
    const page = await site.open('runbooks/')
    const marked = page.getByRole('navigation', { name: 'Site' }).locator('[aria-current]')
    expect([await marked.innerText(), await marked.getAttribute('aria-current')]).toEqual([
      'Runbooks',
      'page',
    ])
    await page.goto(site.url('runbooks/growth/'))
    expect([await marked.innerText(), await marked.getAttribute('aria-current')]).toEqual([
      'Runbooks',
      'true',
    ])
  })
})

describe('with the keyboard alone', () => {
  test('the day in hand of the calendar is reached, and the next one', async () => {
    const page = await site.open(year, { now: '2026-11-25T12:00:00-05:00' })
    const focused = () => page.evaluate(() => document.activeElement?.id)
    for (let presses = 0; presses < 40 && (await focused()) !== 'd-2026-11-25'; presses += 1)
      await page.keyboard.press('Tab')
    await eventually(() => focused()).toBe('d-2026-11-25')
    await page.keyboard.press('ArrowRight')
    await eventually(() => focused()).toBe('d-2026-11-26')
  })
})

describe('on paper', () => {
  test.each(['A4', 'Letter'])(
    'a year on %s is a sheet of months, a sheet of weeks and its fairness',
    async (format) => {
      const page = await site.open(year)
      const pdf = await page.pdf({ format })
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(3)
    },
  )
})
