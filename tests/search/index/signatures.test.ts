import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openStore } from '../../../src/search/engine/store.ts'
import { wordsForKeys } from '../../../src/search/engine/signature-keys.ts'
import { createSignatureMatcher } from '../../../src/search/engine/signatures.ts'
import { makeIndex } from '../../../src/search/index/make-index.ts'
import { pageOf } from '../engine/memory-index.ts'

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'x', '7', 'a_b', 'of')
const signature = fc
  .array(fc.oneof(word, fc.constantFrom('*', ':', '(', 'al*', '*ta')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '))
const text = fc
  .array(fc.oneof(word, fc.constantFrom('alarm', 'zeta', ':', '(', '\n')), { maxLength: 30 })
  .map((parts) => parts.join(' '))

it('the signatures that are looked up by their rarest word are those that are in the text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(signature, { minLength: 1, maxLength: 12 }),
      text,
      async (signatures, pasted) => {
        const pages = signatures.map((each, index) =>
          pageOf({ id: String(index), title: String(index), signatures: [each] }),
        )
        const files = makeIndex(pages, { language: 'en', synonyms: [], everyday: [] })
        const store = await openStore({
          read: (file) => Promise.resolve(JSON.parse(files.get(file) ?? '{}') as unknown),
        })
        const candidates = await store.signatures(new Set(wordsForKeys(pasted)))
        const found = createSignatureMatcher(candidates.map(([, each]) => each))(pasted)
        const pagesFound = new Set(found.map(({ signature: at }) => candidates[at]?.[0]))
        const all = new Set(createSignatureMatcher(signatures)(pasted).map(({ signature: at }) => at))
        expect([...pagesFound].sort()).toEqual([...all].sort())
      },
    ),
    { numRuns: 300 },
  )
})

it('the same pages make the same files, byte for byte', () => {
  const pages = [
    pageOf({ id: 'a', title: 'Late data', signatures: ['x * y'] }),
    pageOf({ id: 'b', title: 'Lost data' }),
  ]
  const make = () => [...makeIndex(pages, { language: 'en', synonyms: [['a', 'b']], everyday: [['data']] })]
  expect(make()).toEqual(make())
})
