import { describe, expect, it } from 'vitest'
import { withoutEnvelope, wordsOfName } from '../../../src/search/engine/machine-line.ts'
import { engineOf } from './memory-index.ts'

it.each([
  ['EventIdsNotUnique', 'Event Ids Not Unique'],
  ['growth_snapshot', 'growth snapshot'],
  ['SLAMiss', 'SLA Miss'],
  ['kube-pod-restarts', 'kube pod restarts'],
])('%s is made of the words %s', (name, words) => {
  expect(wordsOfName(name)).toBe(words)
})

it('what a pager writes around an alert is set aside, and positions stay', () => {
  const line = '[FIRING:2] Lag of the loader severity=page instance="db-1" value=42'
  expect(withoutEnvelope(line).trim()).toBe('Lag of the loader')
  expect(withoutEnvelope(line)).toHaveLength(line.length)
})

const PAGES = [
  { id: 'stale', title: 'Stale data', keywords: ['freshness'], text: 'The inputs hold an old day.' },
  { id: 'twice', title: 'Events counted twice', text: 'The ids of events are not unique.' },
  ...Array.from({ length: 12 }, (_, index) => ({
    id: `page-${String(index)}`,
    title: `Page ${String(index)}`,
    text: `Pull the image and look at the loop ${String(index)}.`,
  })),
]
const found = async (query: string) => (await (await engineOf(PAGES)).search(query)).found.map(({ id }) => id)

describe('the name of an alert that no page has', () => {
  it('is looked for by its words, in the line of a pager', async () => {
    expect((await found('[FIRING:1] DataFreshness: stale inputs for 30m severity=page'))[0]).toBe('stale')
    expect((await found('[FIRING:1] EventIdsNotUnique: 31244 of 9120022 repeated'))[0]).toBe('twice')
  })

  it('alone is one thing, and so are a constant and a class of errors', async () => {
    expect(await found('ImagePullBackOff')).toEqual([])
    expect(await found('IMAGE_PULL_LOOP')).toEqual([])
    expect(await found('ImagePullLoopError')).toEqual([])
  })

  it('ends, whatever the name is made of', async () => {
    for (const name of ['a1B2c3D4', '2x', 'x2x2x2', 'Z9_9', '__a__b__', 'aB'.repeat(90), 'éÀ1ß'])
      await expect(found(`[FIRING:1] ${name}: ${name}`)).resolves.toBeInstanceOf(Array)
  })
})
