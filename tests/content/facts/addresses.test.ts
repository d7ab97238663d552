import { describe, expect, it } from 'vitest'
import { addressesOf } from '../../../src/content/facts/addresses.ts'
import { ISSUE_BODY, contentOf, page } from '../../support/content-folder.ts'

const content = await contentOf({
  'teams/payments.yaml': 'name: Payments\nsummary: Owns payments.\naliases: [billing]\n',
  'issues/late.md': page({ alerts: ['OrdersLate', 'lag'], aliases: ['very-late'] }, ISSUE_BODY),
  'issues/Warehouse/KubePodCrashLooping.md': page({ aliases: ['/docs/Kube/pod/'] }, ISSUE_BODY),
  'runbooks/orders.mdx': page({ aliases: ['runbooks/shop/orders', 'old'] }),
  'pipelines/orders.md': page({ primaryOwner: 'payments', aliases: ['sales'] }),
})
const addresses = addressesOf(content)
const at = (address: string) => addresses.at(address)?.path

describe('the addresses of a site', () => {
  it.each([
    ['/', ''],
    ['/issues/', 'issues/'],
    ['/search/', 'search/'],
    ['/issues/late/', 'issues/late/'],
    ['issues/late', 'issues/late/'],
    ['/issues/Late/index.html', 'issues/late/'],
    ['/issues/warehouse/kubepodcrashlooping/', 'issues/warehouse/kubepodcrashlooping/'],
    ['/issues/warehouse/', 'issues/warehouse/'],
    ['/teams/payments/', 'teams/payments/'],
  ])('%s is a page', (address, path) => {
    expect(at(address)).toBe(path)
  })

  it.each([
    ['/issues/very-late/', 'issues/late/'],
    ['/alerts/OrdersLate/', 'issues/late/'],
    ['/alerts/orderslate/', 'issues/late/'],
    ['/docs/kube/pod/', 'issues/warehouse/kubepodcrashlooping/'],
    ['/runbooks/shop/orders/', 'runbooks/orders/'],
    ['/runbooks/old/', 'runbooks/orders/'],
    ['/teams/billing/', 'teams/payments/'],
    ['/pipelines/sales/', 'pipelines/orders/'],
  ])('%s leads on to a page, of whatever kind', (address, path) => {
    expect(at(address)).toBe(path)
  })

  it.each(['/issues/nothing/', '/alerts/Nothing/', '/docs/', '/oncall/nobody/2026/'])(
    '%s is no page',
    (address) => {
      expect(at(address)).toBeUndefined()
    },
  )

  it('has an alert as it is written and in small letters, once where these are the same', () => {
    const alerts = addresses.forwards.map(({ path }) => path).filter((path) => path.startsWith('alerts/'))
    expect(alerts).toEqual(['alerts/OrdersLate', 'alerts/orderslate', 'alerts/lag'])
  })

  it('has each former address as it is written and in small letters', () => {
    expect(addresses.forwards.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['docs/Kube/pod', 'docs/kube/pod', 'issues/very-late', 'teams/billing']),
    )
  })
})
