import { expect, it } from 'vitest'
import { headingAnchors, headingId } from '../../src/text/heading-id.ts'

const anchors = (...headings: string[]) => headings.map(headingId).map(headingAnchors())

it('headings have the anchors that a forge gives them, and no two the same', () => {
  expect(anchors('Restart the loader', 'Fix', 'Fix')).toEqual(['restart-the-loader', 'fix', 'fix-1'])
})

it('a heading keeps the anchor that it names, which no other gets', () => {
  expect(anchors('Logs {#fix}', 'Fix', 'Fix')).toEqual(['fix', 'fix-1', 'fix-2'])
})

it('a heading without a letter has an anchor as well', () => {
  expect(anchors('🎉', '…', '🎉 🎉', '½', 'Größe', '概要')).toEqual([
    'section',
    'section-1',
    'section-2',
    'section-3',
    'größe',
    '概要',
  ])
})
