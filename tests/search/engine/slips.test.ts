import { describe, expect, it } from 'vitest'
import { correctName, slip } from '../../../src/search/engine/spelling.ts'
import { engineOf } from './memory-index.ts'

const WORDS = new Map([
  ['certificates', 9],
  ['monitoring', 30],
  ['ring', 4],
  ['monit', 2],
  ['adding', 5],
  ['cannot', 7],
])

it.each([
  ['certifiicates', 'certificates'],
  ['certficates', 'certificates'],
  ['certifciates', 'certificates'],
  ['monittoring', 'monitoring'],
  ['wedding', undefined],
  ['certificatos', undefined],
  ['ing', undefined],
  ['m0nitoring', undefined],
])('%s is a slip of %s', (typed, meant) => {
  expect(slip(typed, WORDS, 1)).toBe(meant)
})

describe('a misspelling', () => {
  const pages = [
    { id: 'own', title: 'Certificates', text: 'How certificates are renewed.' },
    { id: 'typo', title: 'Notes', text: 'The certifciates of the old gateway, a ring to monit.' },
    ...Array.from({ length: 8 }, (_, index) => ({
      id: `page-${String(index)}`,
      title: `Monitoring ${String(index)}`,
      text: 'Of certificates, services and monitoring.',
    })),
  ]
  const first = async (query: string) => (await (await engineOf(pages)).search(query)).found[0]?.id

  it('that a page has too finds the page that is spelled well', async () => {
    expect(await first('certifciates')).toBe('own')
  })

  it('is one word that was meant rather than two that it could be cut into', async () => {
    const answer = await (await engineOf(pages)).search('monittoring')
    expect(answer.corrected).toEqual([{ from: 'monittoring', to: 'monitoring' }])
  })
})

it('a class of errors that no page has is not the word that it begins with', () => {
  expect(correctName('connection', new Map([['connection', 20]]))).toBeUndefined()
  expect(correctName('kafkalaghihg', new Map([['kafkalaghigh', 1]]))).toBe('kafkalaghigh')
})
