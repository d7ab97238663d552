import { describe, expect, it } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const issue = 'issues/kafka-late-data/'

describe('the button at the foot of a page', () => {
  it('copies the page as Markdown', async () => {
    const page = await site.open(issue, { permissions: ['clipboard-read', 'clipboard-write'] })
    const button = page.locator('.foot').getByRole('button', { name: 'Copy page as Markdown' })
    await page.mouse.move(10, 10)
    await button.click()
    await page.locator('.foot').getByRole('button', { name: 'Copied' }).waitFor()
    const text = await page.evaluate(async () => (await fetch('index.md')).text())
    expect(text).toContain('# Late data arrival in Kafka queues')
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    expectNoComplaints(page)
  })

  it('says so where the page cannot be had', async () => {
    const page = await site.open(issue)
    await page.route('**/index.md', (route) => route.fulfill({ status: 404, body: '' }))
    await page.mouse.move(10, 10)
    await page.locator('.foot').getByRole('button', { name: 'Copy page as Markdown' }).click()
    await eventually(() => page.locator('.foot').innerText()).toContain('Not copied: open it instead')
  })
})
