import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, expectNoComplaints, openSite } from '../support/browser.ts'

const site = openSite()
const issue = 'issues/kafka-late-data/'
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }
const command = (page: Page) => page.locator('.prose .code.command').first()
const field = (page: Page, name: string) => page.locator(`page-values input[name="${name}"]`)

async function copied(page: Page): Promise<string> {
  await command(page).getByRole('button', { name: /Cop/ }).click()
  await command(page).getByText('Copied').first().waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

describe('the values of a page', () => {
  it('are entered once and fill every block and what is copied', async () => {
    const page = await site.open(issue, clipboard)
    await page.getByText('Values for this page').click()
    await field(page, 'BOOTSTRAP').fill('broker-1:9092')
    await field(page, 'GROUP').fill('engagement-load')
    await eventually(() => copied(page)).toBe(
      'kafka-consumer-groups.sh --bootstrap-server "broker-1:9092" --describe --group "engagement-load"',
    )
    await page.reload()
    await eventually(() => command(page).innerText()).toContain('--group "engagement-load"')
    expectNoComplaints(page)
  })

  it('that are missing stay as they are written, and Copy names them', async () => {
    const page = await site.open(issue, clipboard)
    await eventually(() => copied(page)).toContain('"$BOOTSTRAP"')
    await eventually(() => command(page).innerText()).toContain(
      'Copied, 2 values are missing: BOOTSTRAP, GROUP',
    )
  })

  it('of two tabs are all kept, whichever tab is written in last', async () => {
    const page = await site.open(issue)
    const second = await page.context().newPage()
    await second.goto(site.url(issue))
    for (const each of [page, second]) await each.getByText('Values for this page').click()
    await field(page, 'GROUP').fill('engagement-load')
    await field(second, 'BOOTSTRAP').fill('broker-1:9092')
    await field(page, 'GROUP').fill('clicks-load')
    await page.reload()
    await expect
      .poll(() =>
        page
          .locator('page-values input')
          .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      )
      .toEqual(expect.arrayContaining(['clicks-load', 'broker-1:9092']))
    expectNoComplaints(page)
  })

  it.each(['group-1\ngroup-2', 'group-1\r\ngroup-2\n'])(
    'that are pasted as several lines are refused with the reason, for a field would join them: %j',
    async (text) => {
      const page = await site.open(issue, clipboard)
      await page.getByText('Values for this page').click()
      await field(page, 'GROUP').fill('')
      await page.evaluate((lines) => navigator.clipboard.writeText(lines), text)
      await field(page, 'GROUP').press('ControlOrMeta+V')
      await page.getByText('GROUP must be one line').waitFor()
      await eventually(() => field(page, 'GROUP').inputValue()).toBe('')
      await page.evaluate(() => navigator.clipboard.writeText('engagement-load\n'))
      await field(page, 'GROUP').press('ControlOrMeta+V')
      await eventually(() => field(page, 'GROUP').inputValue()).toBe('engagement-load')
      await eventually(() => page.getByText('GROUP must be one line').count()).toBe(0)
    },
  )

  it('come from the link of an alert; what does not match its pattern is refused with the reason', async () => {
    const page = await site.open('alerts/kafkaconsumerlaghigh/?group=clicks-load&bootstrap=a%24(id)')
    await page.waitForURL('**/issues/kafka-late-data/**')
    await eventually(() => command(page).innerText()).toContain('--group "clicks-load"')
    await eventually(() => command(page).innerText()).toContain('$BOOTSTRAP')
    await page.getByText('BOOTSTRAP must match').waitFor()
  })

  it('that a link brings hold on that page alone, until the reader edits them', async () => {
    const page = await site.open(`${issue}?GROUP=clicks-load&group=other`)
    await eventually(() => command(page).innerText()).toContain('--group "clicks-load"')
    await eventually(() => page.locator('page-values').innerText()).toContain('from the link that you opened')
    await page.goto(site.url(issue))
    await eventually(() => page.locator('page-values').innerText()).toContain('missing')
    await eventually(() => command(page).innerText()).toContain('$GROUP')
    await page.goto(site.url(`${issue}?GROUP=clicks-load&group=other`))
    await eventually(() => command(page).innerText()).toContain('--group "clicks-load"')
    await field(page, 'GROUP').fill('mine')
    await page.reload()
    await eventually(() => command(page).innerText()).toContain('--group "mine"')
  })

  it('that somebody entered in the incident stay when a link brings others, and both are said', async () => {
    const page = await site.open(issue)
    await page.getByRole('button', { name: 'The incident starts now' }).click()
    await page.locator('#incident').getByText('Incident since').waitFor()
    await page.getByText('Values for this page').click()
    await field(page, 'GROUP').fill('engagement-load')
    await page.goto(site.url(`${issue}?group=clicks-load`))
    await page
      .getByText('The incident has engagement-load, and the link that you opened has clicks-load.')
      .waitFor()
    await eventually(() => command(page).innerText()).toContain('--group "engagement-load"')
    await page.goto(site.url(issue))
    await eventually(() => command(page).innerText()).toContain('--group "engagement-load"')
  })

  it('go with the incident to whoever takes over', async () => {
    const page = await site.open(issue)
    await page.getByRole('button', { name: 'The incident starts now' }).click()
    await page.locator('#incident').getByText('Incident since').waitFor()
    await page.getByText('Values for this page').click()
    await field(page, 'GROUP').fill('engagement-load')
    await page.locator('#incident').getByRole('button', { name: 'Hand over' }).click()
    const text = page.getByLabel('Text for the chat')
    await expect.poll(() => text.inputValue()).toContain('GROUP: engagement-load')
    // Each is shared or not, in the text and in the link alike.
    const share = page.getByRole('group', { name: 'Values to share' }).getByLabel('GROUP')
    const shared = await text.inputValue()
    await share.uncheck()
    await eventually(() => text.inputValue()).not.toContain('engagement-load')
    await eventually(async () => (await text.inputValue()).length).toBeLessThan(shared.length - 20)
    await share.check()
    await expect.poll(() => text.inputValue()).toContain('GROUP: engagement-load')
    const link = /https?:\S+$/.exec(await text.inputValue())?.[0] ?? ''
    const phone = await site.open('')
    await phone.goto(link)
    await expect.poll(() => command(phone).innerText()).toContain('--group "engagement-load"')
  })
})
