import { expect, it } from 'vitest'
import { foreignQueries, seeded } from '../../../src/search/index/foreign-queries.ts'
import { pageOf } from '../engine/memory-index.ts'

const SENTENCE = 'The nightly export to the archive has stopped.'

it('asks for a sentence only where one page has it, however another page writes it', () => {
  const queries = foreignQueries(
    [
      pageOf({
        id: 'own',
        title: 'Exports',
        text: `Exports.\n${SENTENCE}\nIt starts again on its own later.`,
      }),
      pageOf({
        id: 'list',
        title: 'List',
        text: 'List.\nSee: the nightly *export* to the archive has stopped',
      }),
    ],
    seeded(1),
  )
  const asked = queries.filter(({ kind }) => kind.includes('sentence')).map(({ q }) => q)
  expect(asked).not.toContain(SENTENCE)
  expect(asked).toContain('It starts again on its own later.')
})
