import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/search/engine/engine.ts'
import { remembering } from '../../../src/search/engine/remember.ts'
import { resultsOf } from '../../../src/search/engine/results.ts'
import { fakeIndex } from './fake-index.ts'

const PAGES = [{ id: 'late', title: 'Late data in Kafka', text: 'The consumer lag grows.' }]

describe('the index', () => {
  test('is asked for each word once while a query is typed on, and once for the marks of its results', async () => {
    const { pagefind, lookup, asked } = fakeIndex(PAGES)
    const engine = createEngine(pagefind, lookup)
    for (const text of ['kafka', 'kafka lag', 'kafka lag grows']) {
      for (const result of resultsOf(await engine.search(text))) await result.load(engine)
    }
    expect(asked).toEqual(['kafka', 'lag', 'kafka lag', 'grows', 'kafka lag grows'])
  })

  test('is asked again for what was filtered: filters have answers of their own', async () => {
    const { pagefind, asked } = fakeIndex(PAGES)
    const { search } = remembering(pagefind)
    await search('kafka')
    await search('kafka', { filters: { kind: 'issue' } })
    await search(null)
    await search(null)
    expect(asked).toEqual(['kafka', 'kafka', null, null])
  })

  test('is asked again after a failure', async () => {
    const { pagefind } = fakeIndex(PAGES)
    let isDown = true
    const { search } = remembering({
      ...pagefind,
      search: (...query) => (isDown ? Promise.reject(new Error('offline')) : pagefind.search(...query)),
    })
    await expect(search('kafka')).rejects.toThrow('offline')
    isDown = false
    expect((await search('kafka')).results).toHaveLength(1)
  })

  test('is asked again for a text that many others came after, and the newest stay', async () => {
    const { pagefind, asked } = fakeIndex(PAGES)
    const { search } = remembering(pagefind)
    const words = Array.from({ length: 80 }, (_, i) => `word${String(i)}`)
    for (const word of [...words, 'word79', 'word0']) await search(word)
    expect(asked.filter((word) => word === 'word79')).toHaveLength(1)
    expect(asked.filter((word) => word === 'word0')).toHaveLength(2)
  })
})
