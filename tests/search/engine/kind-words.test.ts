import { describe, expect, it } from 'vitest'
import { engineOf } from './memory-index.ts'

const pages = [
  { id: 'lag', title: 'Consumer lag', text: 'The lag grows.' },
  { id: 'queue', title: 'Consumer queue', text: 'The queue grows.' },
  { id: 'queue-guide', title: 'Queue', kind: 'runbook', text: 'The queue.' },
]
const asked = async (query: string, kindWords: Record<string, string[]>) => {
  const { found, missing } = await (await engineOf(pages, { kindWords })).search(query)
  return { found: found.map(({ id }) => id), missing }
}

describe('what a team calls a kind of page, in several words', () => {
  const kindWords = { issue: ['disk incident', 'disk incidents'], runbook: ['post-mortem', 'play book'] }

  it.each(['disk lag', 'lag disk', 'incident disk lag'])(
    'leaves its single words, or in another order, words to look for: %s',
    async (query) => {
      const { found, missing } = await asked(query, kindWords)
      expect(found).toEqual([])
      expect(missing).toContain('disk')
    },
  )

  it.each([
    ['lag disk incident', 'lag'],
    ['Disk Incidents: lag', 'lag'],
    ['queue play book', 'queue-guide'],
    ['queue post-mortem', 'queue-guide'],
    ['queue postmortem', 'queue-guide'],
    ['queue post mortem', 'queue-guide'],
  ])('says which page is wanted where all of them are typed in order: %s', async (query, page) => {
    const { found, missing } = await asked(query, kindWords)
    expect(found[0]).toBe(page)
    expect(missing).toEqual([])
  })

  it('leaves a word that is typed once more on its own to look for', async () => {
    expect((await asked('disk lag disk incident', kindWords)).missing).toContain('disk')
  })
})

it('a word for two kinds of pages names neither', async () => {
  const kindWords = { issue: ['playbook'], runbook: ['playbook'] }
  expect((await asked('queue playbook', { runbook: ['playbook'] })).found[0]).toBe('queue-guide')
  expect((await asked('queue playbook', kindWords)).missing).toEqual(['playbook'])
})
