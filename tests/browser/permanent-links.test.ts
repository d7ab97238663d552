import { describe, test } from 'vitest'
import { eventually, expectAddress, openSite } from '../support/browser.ts'
import { RENAMED } from '../support/built-sites.ts'

const site = openSite()
const renamed = openSite('based', '/runbooks/')

describe('permanent links', () => {
  test.each([
    ['as the alert is named', 'alerts/KafkaConsumerLagHigh/'],
    ['in small letters', 'alerts/kafkaconsumerlaghigh/'],
    ['in any other spelling', 'alerts/KAFKAConsumerLAGHigh/'],
  ])('of an alert, %s, lead to the issue and keep query and anchor', async (_, path) => {
    const page = await site.open(`${path}?from=pager&x=1#fix`)
    await expectAddress(page, '/issues/kafka-late-data/?from=pager&x=1#fix')
  })

  test('lead to the issue without JavaScript too', async () => {
    const page = await site.open('alerts/KafkaConsumerLagHigh/', { javaScriptEnabled: false })
    await expectAddress(page, '/issues/kafka-late-data/')
  })

  test('of an issue that was renamed lead from its former id, with query and anchor', async () => {
    const page = await renamed.open(`issues/${RENAMED.from}/?from=wiki&x=1#fix`)
    await page.waitForURL(`**/runbooks/issues/${RENAMED.to}/?from=wiki&x=1#fix`)
    await eventually(() => page.locator('#fix').count()).toBe(1)
  })
})
