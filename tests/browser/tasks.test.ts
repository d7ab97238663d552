import { describe, expect, it } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const answers = async (query: string) => {
  const page = await site.open(`search/?q=${encodeURIComponent(query)}`, {
    ...phone,
    now: '2026-11-26T02:00:00Z',
  })
  return { page, text: () => page.locator('[data-answers]').innerText() }
}

describe('at 3 a.m., with a phone', () => {
  it('every issue says whom to wake when the first does not answer, and how the team is reached', async () => {
    const page = await site.open('issues/kafka-late-data/', phone)
    await expect
      .poll(() => page.locator('.watch-second').innerText())
      .toMatch(/No answer\?\s+Engineer [A-D]\s*, then\s+Data Engineering Team\s+#data-engineering/)
    expectNoComplaints(page)
  })

  it.each([
    ['who is on call', /On call now: Engineer [A-D] until/],
    ['second on call', /No answer\? Engineer [A-D], then/],
    ['who covers christmas', /Fri 25 Dec 2026, Christmas Day: Engineer [A-D]/],
    ['25 dec', /Fri 25 Dec 2026, Christmas Day: Engineer [A-D]/],
    ['engineer b', /Engineer B.*on call/],
    ['my next day off', /next day off/],
    ['swap', /Swap or cover/],
    ['leave', /Leave/],
    ['subscribe', /Calendar feed: http/],
    ['phone number', /How to reach each team/],
    ['severity', /All severities/],
    ['sla', /Engagement/],
  ])('the search for “%s” is answered above the results', async (query, expected) => {
    const { page, text } = await answers(query)
    await expect.poll(text).toMatch(expected)
    await eventually(() => page.locator('[data-results] .answer').count()).toBe(0)
    expectNoComplaints(page)
  })

  it.each([
    ['swap friday', '/oncall/data-engineering/change/', 'swap'],
    ['take leave', '/oncall/data-engineering/change/?kind=leave', 'leave'],
  ])('the answer to “%s” leads to where it is proposed', async (query, address, kind) => {
    const { page } = await answers(query)
    await page.locator('[data-answers] a').first().tap()
    await page.waitForURL(`**${address}`)
    await eventually(() => page.locator('input[name=kind]:checked').inputValue()).toBe(kind)
    expectNoComplaints(page)
  })

  it('the page of an engineer says how their team is reached', async () => {
    const page = await site.open('oncall/data-engineering/engineer-b/', phone)
    await eventually(() => page.locator('.page-head').innerText()).toMatch(
      /Team: Data Engineering Team\s+#data-engineering/,
    )
  })

  it('an issue leads to those before and after it in the list, worst first', async () => {
    const page = await site.open('issues/kafka-downtime-data-loss/', phone)
    await eventually(() => page.locator('.page-foot [rel=prev]').count()).toBe(0)
    await page.locator('.page-foot [rel=next]').tap()
    await page.waitForURL('**/issues/profit-discrepancy-across-accounts/')
    await eventually(() => page.locator('.page-foot [rel=prev]').innerText()).toBe(
      'Kafka downtime causing data loss',
    )
  })

  it('a question that is answered is not said to have found nothing', async () => {
    const { page, text } = await answers('who is on call')
    await expect.poll(text).toContain('On call now')
    await page.locator('search-page[data-answered]').waitFor()
    await eventually(() => page.getByText('Nothing found').isVisible()).toBe(false)
    await eventually(() => page.locator('[data-nothing]').isVisible()).toBe(false)
  })

  it('a search for a fault has no such answer', async () => {
    const { page, text } = await answers('consumers leave the group')
    await page.locator('search-page[data-answered]').waitFor()
    await expect.poll(text).toBe('')
  })

  it('the list of teams says how each is reached, from the foot of every page', async () => {
    const page = await site.open('', phone)
    await page.locator('.foot').getByRole('link', { name: 'Teams' }).tap()
    await page.waitForURL('**/teams/')
    await expect.poll(() => page.locator('main').innerText()).toContain('#data-engineering')
  })

  it('a mistake is reported with its page, its step and its day', async () => {
    const page = await site.open('issues/kafka-late-data/', phone)
    await page.mouse.move(5, 5)
    await page.locator('.prose .step-head input').first().waitFor()
    await page.evaluate(() => {
      document.addEventListener('click', (event) => {
        event.preventDefault()
      })
    })
    const report = page.getByRole('link', { name: 'Report a mistake' })
    await report.tap()
    await expect
      .poll(async () =>
        new URL((await report.getAttribute('href')) ?? '', site.url()).searchParams.get('body'),
      )
      .toMatch(/^Page: http.*\/issues\/kafka-late-data\/[\s\S]*What is wrong: $/)
  })

  it('the calendar begins with this month, and the others are one tap away', async () => {
    const year = String(new Date().getUTCFullYear())
    const page = await site.open(`oncall/data-engineering/${year}/`, phone)
    const shown = () => page.locator('.month:visible').count()
    const weeks = () => page.locator('.weeks > li:visible').count()
    const left = 12 - new Date().getUTCMonth()
    await expect.poll(shown).toBeLessThanOrEqual(left + 1)
    await expect.poll(weeks).toBeLessThanOrEqual(5 * left + 1)
    const more = page.locator('.show-past')
    if (left < 12) {
      const before = await weeks()
      // A link to a week that is over leads to it all the same.
      const first = page.locator('.weeks > li').first()
      await page.goto(`${page.url()}#${(await first.getAttribute('id')) ?? ''}`)
      await eventually(() => first.isVisible()).toBe(true)
      await more.tap()
      await expect.poll(shown).toBeGreaterThan(left)
      await expect.poll(weeks).toBeGreaterThan(before + 1)
    }
    expectNoComplaints(page)
  })
})
