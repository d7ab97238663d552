import { describe, expect, it } from 'vitest'
import { siteProblem } from '../../../src/content/check/rules/shared/site-addresses.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { FIXTURE } from '../../support/built-sites.ts'
import { TODAY, withContent } from './broken-content.ts'

const content = withContent((root) => loadContent(root))
const problem = (address: string) => siteProblem(content, address, TODAY)?.message

describe('a link from the root of the site', () => {
  it.each([
    '/',
    '/search/',
    '/oncall/',
    '/oncall/on-call.ics',
    '/oncall/on-call/2026/',
    '/oncall/on-call/2027',
    '/oncall/on-call/2026.json',
    '/oncall/on-call/engineer-a/',
    '/oncall/on-call/engineer-b.ics',
    '/alerts/OrdersLate/',
    '/alerts/orderslate/',
    '/api/',
    '/changes/',
    '/changes.xml',
    '/api/pages.json',
    '/api/holidays.json',
    '/api/year.schema.json',
    '/issues/orders-late/',
    '/runbooks/orders/onboarding/',
    '/teams/',
    '/severities/',
    '/teams/data-engineering/',
  ])('%s leads to a page', (address) => {
    expect(problem(address)).toBeUndefined()
  })

  it('leads to the feed of the second where the rota has one', () => {
    const second = '/oncall/data-engineering/second.ics'
    expect(siteProblem(loadContent(FIXTURE), second, TODAY)).toBeUndefined()
    expect(problem('/oncall/on-call/second.ics')).toBe('The site has no page /oncall/on-call/second.ics')
  })

  it.each([
    '/oncall/on-call/1999/',
    '/oncall/on-call/2062/',
    '/oncall/no-rota.ics',
    '/oncall/on-call/engineer-z/',
    '/oncall/on-call/2026/x/',
    '/oncall/../../etc',
    '/oncall/%2e%2e/etc',
    '/alerts/NoSuchAlert/',
    '/api/nope.json',
    '/api/year.json',
    '/api/pages.json/x/',
    '/oncall/on-call/engineer-a/x/',
    '/issues/nope/',
    '/issues/orders-late/more/',
    '/runbooks/onboarding/',
    '/search/x/',
    '//issues/orders-late/',
    '/issues//orders-late/',
    '/nope/',
    '/%',
  ])('%s leads nowhere', (address) => {
    expect(problem(address)).toBe(`The site has no page ${address}`)
  })
})
