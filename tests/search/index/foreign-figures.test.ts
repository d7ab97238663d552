import { expect, it } from 'vitest'
import { foreignRows, unanswerable } from '../../../src/search/index/foreign-figures.ts'
import { pageOf } from '../engine/memory-index.ts'

it('asks for nothing that one page has every telling word of', () => {
  const pages = [
    pageOf({ id: 'a', title: 'Ingress', text: 'The Kubernetes ingress answers 404.' }),
    pageOf({ id: 'b', title: 'Lawn', text: 'It has grown.' }),
  ]
  expect(
    unanswerable(['kubernetes ingress is 404', 'lawn mower', 'the', 'ingress lawn'], pages, 'en'),
  ).toEqual(['lawn mower', 'the', 'ingress lawn'])
})

it('adds up the figures of all corpora, each kind on its own', () => {
  const kind = (queries: number, first: number) => ({
    queries,
    first,
    firstThree: queries,
    plainFirst: 0,
    plainFirstThree: 1,
  })
  const corpora = [
    { name: 'a', pages: 1, kinds: { title: kind(3, 3) }, lost: 0, nothing: { queries: 10, answered: 1 } },
    {
      name: 'b',
      pages: 1,
      kinds: { title: kind(1, 0), alert: kind(2, 1) },
      lost: 1,
      nothing: { queries: 5, answered: 0 },
    },
  ]
  expect(foreignRows({ measured: '2026-01-01', code: '', corpora })).toEqual([
    ['title', '4', '0.750', '1.000', '0.000', '0.500'],
    ['alert', '2', '0.500', '1.000', '0.000', '0.500'],
    ['nothing', '15', '1 answered', '', '', ''],
  ])
})
