import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { fromFragment } from '../../src/client/incident/hand-over-link.ts'

it.each([
  [-1.5, 0],
  [1e15, 1000],
  [2.9, 2],
  [34, 34],
])('a link that says %d steps is read as %d', async (said, read) => {
  const state = {
    id: 'abcd1234',
    path: '/issues/a/',
    title: 'A',
    opened: 0,
    pages: { '/issues/a/': ['A', said, ''] },
  }
  const link = `#incident=${deflateRawSync(JSON.stringify(state)).toString('base64url')}`
  expect((await fromFragment(link))?.pages['/issues/a/']?.total).toBe(read)
})
