import { describe, expect, it } from 'vitest'
import { OTHER_LANGUAGES } from '../../../src/search/engine/english/other-languages.ts'
import { everydayWords } from '../../../src/search/index/everyday-words.ts'
import { engineOf } from './memory-index.ts'

const engine = await engineOf([
  { id: 'lag', title: 'Orders arrive late', names: ['OrdersConsumerLagHigh'], keywords: ['slow queue'] },
  { id: 'how', title: 'How We Work', kind: 'guide', text: 'Meetings.' },
  { id: 'start', title: 'Getting started', kind: 'runbook', text: 'Orders arrive late, now and then.' },
  { id: 'deploy', title: 'Deployment', kind: 'runbook', aliases: ['deploys'], text: 'Ship it.' },
  { id: 'rollout', title: 'Deployment of the billing service fails', text: 'Deployment, deployment.' },
  { id: 'billing', title: 'Billing', kind: 'runbook', aliases: ['bills'], text: 'Invoices.' },
  { id: 'billing-late', title: 'Billing service is late', text: 'The runbook of billing. Billing, billing.' },
  { id: 'dog', title: 'The monitoring is alive', names: ['Watchdog'], text: 'It fires all the time.' },
  { id: 'port', title: 'Ingress fails', names: ['Ingress5xxErrors'], text: 'See RFC 2616, 0000 or 42.' },
])
const first = async (text: string) => (await engine.search(text)).found[0]?.id

describe('a page that is called just so', () => {
  it.each([
    ['by a title of small words', 'how we work', 'how'],
    ['by a title that others have among more words', 'Deployment', 'deploy'],
    ['by a title with a slip', 'deplyment', 'deploy'],
    ['by its keyword', 'slow queue', 'lag'],
    ['by a title that another page quotes', 'Orders arrive late', 'lag'],
    ['by its title and its kind', 'billing runbook', 'billing'],
    ['by a former id', 'deploys', 'deploy'],
  ])('comes first: %s', async (_, text, id) => {
    expect(await first(text)).toBe(id)
  })

  it('does not come first where a former id is one common word among others', async () => {
    expect(await first('deploys of the billing service fail')).toBe('rollout')
  })
})

describe('a part of a name', () => {
  it.each([
    ['its middle', 'ConsumerLag', 'lag'],
    ['its end', 'LagHigh', 'lag'],
    ['its beginning', 'OrdersConsumer', 'lag'],
    ['in another writing', 'consumer-lag-high', 'lag'],
    ['with a slip beside a number', 'Ingrses5xxErrors', 'port'],
  ])('finds the page by %s', async (_, text, id) => {
    expect(await first(text)).toBe(id)
  })

  it('is not found in a code with another number', async () => {
    expect(await first('Ingress4xxErrors')).toBeUndefined()
  })
})

describe('an alert whose name is a word as any other', () => {
  it.each([
    ['alone', 'watchdog', 'dog'],
    ['in the line of an alert', '[FIRING:1] Watchdog (prod: critical)', 'dog'],
  ])('is found %s', async (_, text, id) => {
    expect(await first(text)).toBe(id)
  })

  it('is not meant in a sentence', async () => {
    expect((await engine.search('a watchdog bit the postman')).found).toEqual([])
  })
})

it.each(['1', '42', '0000', 'x', 'and or not', 'somebody@example.com', '.'])(
  'finds nothing for %j, which says nothing alone',
  async (text) => {
    expect((await engine.search(text)).found).toEqual([])
  },
)

it('passes over no word of another language that English has, too', async () => {
  const english = new Set(everydayWords('en').flat())
  expect(english.size).toBeGreaterThan(20_000)
  expect([...OTHER_LANGUAGES].filter((word) => english.has(word))).toEqual([])
  for (const word of ['comment', 'plus', 'van', 'son'])
    expect((await engine.search(`billing invoices ${word}`)).missing).toEqual([word])
})

it('passes over small words of other languages, which no page has', async () => {
  expect(await first('Billing service ist kaputt')).toBe('billing-late')
  expect(await first('wie wird das wetter')).toBeUndefined()
})

it('lets a team say how much a kind of page counts', async () => {
  const pages = [
    { id: 'issue', title: 'Invoices are late', text: 'Invoices.' },
    { id: 'runbook', title: 'Invoices are on time', kind: 'runbook', text: 'Invoices.' },
  ]
  const asked = async (kindBoosts: Record<string, number>) =>
    (await (await engineOf(pages, { kindBoosts })).search('invoices')).found[0]?.id
  expect(await asked({})).toBe('issue')
  expect(await asked({ runbook: 2, issue: 0.5 })).toBe('runbook')
})
