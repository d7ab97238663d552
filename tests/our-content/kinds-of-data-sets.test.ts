import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { dataKinds } from '../../src/content/model/data-kinds.ts'
import { receiptSchema } from '../../src/content/model/receipt.ts'

/** The receipts of this content: what its last whole run drew. */
const FOLDER = path.join(import.meta.dirname, '../../content/receipts')
const blocks = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => receiptSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))))
  .flatMap((receipt) => Object.values(receipt.blocks))
const drawn = new Set(blocks.flatMap(({ sets }) => Object.keys(sets)))

/** Only a column of type `double` can hold these, and this content has none. */
const HAVE_NO_COLUMN = ['nan', 'infinity']

it('draws every kind of generated data set in the usual run', () => {
  expect(dataKinds.filter((kind) => !drawn.has(kind))).toEqual(HAVE_NO_COLUMN)
})

it('tries fixes, checks of repairs and shell blocks in every way', () => {
  const ways = [
    ...['healthy', 'fault', 'fixed', 'case', 'twice', 'undo', 'undo-after-writes', 'interrupted'],
    ...['other-period', 'idle-fix', 'other-order', 'left-out'],
    ...[
      'recorded',
      'unset',
      'empty',
      'placeholder',
      'missing',
      'fails',
      'error-on-stdout',
      'answers-nothing',
    ],
  ]
  expect(ways.filter((kind) => !drawn.has(kind))).toEqual([])
})

it('changes the query of every block that answers', () => {
  const roles = ['diagnosis', 'gate', 'verify']
  expect(blocks.filter(({ role, mutants }) => roles.includes(role) && mutants === 0)).toEqual([])
})
