import { expect, test } from 'vitest'
import { alertsOf, permanentLinks } from '../../../src/content/facts/permanent-links.ts'

const late = { id: 'late', data: { alerts: ['OrdersLate', 'lag'], aliases: ['very-late', 'slow'] } }
const lost = { id: 'lost', data: { alerts: ['BrokerDown'] } }
const quiet = { id: 'quiet', data: {} }
const leads = (...issues: (typeof late | typeof lost | typeof quiet)[]) =>
  permanentLinks(issues).map(({ path, issue }) => `${path} → ${issue.id}`)

test('an alert leads to its issue as it is named and in small letters, once where these are the same', () => {
  expect(leads(late)).toEqual(
    expect.arrayContaining(['alerts/OrdersLate → late', 'alerts/orderslate → late', 'alerts/lag → late']),
  )
  expect(leads(late).filter((each) => each.startsWith('alerts/lag'))).toHaveLength(1)
})

test('every former id of an issue leads to it', () => {
  expect(leads(lost, late).filter((each) => each.startsWith('issues/'))).toEqual([
    'issues/very-late → late',
    'issues/slow → late',
  ])
})

test('an issue that no alert names and that was never renamed has no permanent link', () => {
  expect(leads(quiet)).toEqual([])
})

test('alerts are in order of name, whichever issue they lead to', () => {
  expect(alertsOf([late, quiet, lost]).map(({ alert }) => alert)).toEqual(['BrokerDown', 'OrdersLate', 'lag'])
})
