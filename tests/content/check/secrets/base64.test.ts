import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodedBase64 } from '../../../../src/content/check/secrets/decode.ts'

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
