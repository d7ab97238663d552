import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodedBase64 } from '../../../../src/content/check/secrets/decode.ts'
import { findSecrets } from '../../../../src/content/check/secrets/find.ts'
import { randomFrom } from './random.ts'

/** What counts as a text in base64, looked for at every place. */
const WHOLE = /(?<![A-Za-z\d+/_=-])[A-Za-z\d+/_-]{24,8000}={0,2}(?![A-Za-z\d+/_-])/g

it('texts in base64 are found wherever they are, as if every place were looked at', () => {
  const secret = Buffer.from('password: hunter-seven-of-nine').toString('base64')
  const piece = fc.oneof(
    fc.constantFrom(
      secret,
      secret.slice(0, 24),
      secret.slice(0, 23),
      '=',
      '==',
      ' ',
      '\n',
      '.',
      'é',
      'a',
      secret.repeat(250),
    ),
    fc.stringMatching(/^[A-Za-z+/_-]{0,30}$/),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const expected = [...text.matchAll(WHOLE)].map(({ index }) => index)
      const found = [...decodedBase64(text)].map(({ offset }) => offset)
      expect(expected).toEqual(expect.arrayContaining(found))
      // Of those, the ones that are text again.
      for (const at of expected) {
        const alone = [...decodedBase64(text.slice(at))].some(({ offset }) => offset === 0)
        expect(found.includes(at)).toBe(alone)
      }
    }),
    { numRuns: 500 },
  )
})

it('the letters of a picture in a drawing are no token, and what stands beside them is', () => {
  const random = randomFrom(1)
  const key = `AQE${random.alnum(90)}`
  const drawing = (head: string) =>
    `<image href="data:image/png;base64,${head}${random.base64(30)}/${key}+${random.base64(30)}"/>`
  const png = drawing('iVBORw0KGgoAAAANSUhEUgAA')
  const kinds = (text: string) => findSecrets(text).map(({ kind }) => kind)
  expect(kinds(png)).toEqual([])
  expect(kinds(`${png}<text>${key}</text>`)).toEqual(['Adyen key'])
  expect(kinds(drawing('AAAAAAAAAAAAAAAAAAAAAAAA'))).toEqual(['Adyen key'])
})
