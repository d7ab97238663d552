import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_GAP, createSignatureMatcher, matchedLine } from '../../../src/search/engine/signatures.ts'

const found = (signatures: string[], text: string) =>
  createSignatureMatcher(signatures)(text).map(({ signature, start, end }) => [
    signatures[signature],
    text.slice(start, end),
  ])

/** Any UTF-16 units, half surrogates included. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) })

/** The same as a regular expression: whole words, but where a `*` is. */
const whole = (signature: string) =>
  `${signature.startsWith('*') ? '' : '(?<![a-z])'}${signature.replaceAll('*', '.*')}${signature.endsWith('*') ? '' : '(?![a-z])'}`

describe('a signature in a log', () => {
  test.each([
    [
      'literal text is found inside a line',
      'Java heap space',
      'ERROR java.lang.OutOfMemoryError: Java heap space',
      'Java heap space',
    ],
    [
      'a * stands for what varies',
      'Lost executor * on *: killed',
      '12:01 Lost executor 14 on ip-10-0-3: killed by YARN',
      'Lost executor 14 on ip-10-0-3: killed',
    ],
    ['a * may stand for nothing', 'code *137', 'exit code 137', 'code 137'],
    [
      'a message that was wrapped is found',
      'the group has already rebalanced',
      'since the group\r\n\t has already   rebalanced and',
      'the group\r\n\t has already   rebalanced',
    ],
    ['case does not matter', 'GC overhead limit', 'gc OVERHEAD limit exceeded', 'gc OVERHEAD limit'],
    ['a later try can succeed where an earlier one fails', '*aab', 'aaab', 'aab'],
    [
      'a part is sought again nearer to the next one',
      'a1 * b1',
      `a1 ${'x'.repeat(MAX_GAP)} a1 - b1`,
      'a1 - b1',
    ],
    ['a literal that is the end of another is found too', '*he', 'she', 'he'],
    [
      'characters of regular expressions mean themselves',
      'f(x) [y] \\d+ $',
      'call f(x) [y] \\d+ $',
      'f(x) [y] \\d+ $',
    ],
  ])('%s', (_, signature, text, match) => {
    expect(found(['never there', signature], text)).toEqual([[signature, match]])
  })

  test.each([
    ['parts in another order', 'first * second', 'second first'],
    ['parts further apart than a * reaches', 'first * second', `first ${'x'.repeat(MAX_GAP + 10)} second`],
    ['parts that overlap', 'abc*cd', 'abcd'],
    ['a signature of nothing but *', ' * * ', 'anything'],
    ['an empty text', 'x', ''],
    ['a name inside a longer one', 'ReportGateBlocked166', 'FIRING ReportGateBlocked1660'],
    ['a constant inside a longer one', 'NOT_FOUND', 'PATH_NOT_FOUND'],
    ['a word that begins before', 'heap space', 'overheap space'],
  ])('is not found: %s', (_, signature, text) => {
    expect(found([signature], text)).toEqual([])
  })

  test('the most specific signature comes first, and each is named once', () => {
    const text =
      'Container killed by YARN for exceeding physical memory limits. Container killed by YARN again'
    expect(
      found(['Container killed', 'killed by YARN for exceeding'], text).map(([signature]) => signature),
    ).toEqual(['killed by YARN for exceeding', 'Container killed'])
  })

  test('is shown with the line that it stands in', () => {
    const text = 'INFO before\nERROR Lost executor 14: killed\nINFO after'
    const [match] = createSignatureMatcher(['Lost executor * killed'])(text)
    expect(match && matchedLine(text, match)).toBe('ERROR Lost executor 14: killed')
  })

  test('finds what a slow, obviously right search finds', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 })
    const signature = fc
      .tuple(fc.boolean(), fc.array(piece, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([opens, parts, closes]) => `${opens ? '' : '*'}${parts.join('*')}${closes ? '' : '*'}`)
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 40 })
    fc.assert(
      fc.property(fc.array(signature, { minLength: 1, maxLength: 6 }), text, (signatures, haystack) => {
        const expected = signatures.filter((each) => new RegExp(whole(each)).test(haystack))
        expect(
          found(signatures, haystack)
            .map(([each]) => each)
            .sort(),
        ).toEqual(expected.sort())
      }),
      { numRuns: 500 },
    )
  })

  test('survives any text, half surrogates included', () => {
    fc.assert(
      fc.property(anyText, anyText, (signature, text) => {
        for (const { start, end } of createSignatureMatcher([signature])(`${text}${signature}${text}`)) {
          expect(start).toBeLessThan(end)
        }
      }),
    )
    expect(found(['\ud800'], 'a\ud800b')).toEqual([['\ud800', '\ud800']])
  })
})
