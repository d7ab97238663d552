import { describe, expect, it } from 'vitest'
import { PATTERNS, findSecrets, secretsAmong } from '../../../../src/content/check/secrets/find.ts'
import { Sieve, type SievedPattern } from '../../../../src/content/check/secrets/sieve.ts'
import { samplesOf } from '../pattern-samples.ts'
import { KINDS, MORE_KINDS } from './kinds.ts'
import { lookAlikes } from './look-alikes.ts'
import { randomFrom } from './random.ts'

const seed = Number(process.env['SECRETS_SEED'] ?? Date.now() % 1_000_000)
const random = randomFrom(seed)
const SAMPLES = 4
const MANY_SAMPLES = 150
/** It is looked for where something else in the text says whose it is; the others have what they are looked for by. */
const BY_CONTEXT: Readonly<Record<string, string>> = { '/bot(': 'api.telegram.org' }

const sieve = new Sieve(PATTERNS)
const inWholeText =
  (text: string) =>
  ({ pattern }: SievedPattern) => {
    const [, context = ''] =
      Object.entries(BY_CONTEXT).find(([start]) => pattern.source.replaceAll('\\', '').startsWith(start)) ??
      []
    return text.toLowerCase().includes(context) ? text.matchAll(pattern) : []
  }
const placesOf = (matches: Iterable<RegExpExecArray>) =>
  Array.from(matches, ({ 0: text, index, indices }) => ({ text, index, indices: indices?.slice() }))

/** Ways to write a text so that whoever passes over it in a hurry could take it for another. */
const CHANGES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => Array.from(text, (each) => (random.of([0, 1]) === 1 ? each.toUpperCase() : each)).join(''),
  // Their small or capital letter is one of ASCII, or has another length.
  (text) => text.replaceAll('k', '\u212a').replaceAll('s', '\u017f').replaceAll('i', '\u0130'),
  (text) => `\u{1f511}é${text}`,
  (text) => text.slice(1),
  (text) => text.slice(0, -1),
  (text) => `${text}${text}`,
  (text) => `${text}\n${text}`,
  (text) => `${text.slice(0, 2)}${text}`,
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replaceAll(' ', '\t').replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('=', ' \\\n '),
  (text) => `${'api.telegram.org pass token key secret - : | -p '.repeat(3)}${text}`,
]

describe(`looked for at once and one by one, seed ${String(seed)}`, () => {
  it('each pattern is found in the texts that it matches, and at the same places', () => {
    const [unmatched, differing]: [string[], string[]] = [[], []]
    const compare = (pattern: SievedPattern, text: string): number => {
      const expected = placesOf(inWholeText(text)(pattern))
      if (JSON.stringify(placesOf(sieve.over(text)(pattern))) !== JSON.stringify(expected))
        differing.push(`${pattern.pattern.source}\n${JSON.stringify(text)}`)
      return expected.length
    }
    for (const pattern of PATTERNS) {
      const matchesOf = (count: number) =>
        samplesOf(pattern.pattern, { count, seed })
          .flatMap((sample) => CHANGES.map((change) => compare(pattern, change(sample))))
          .reduce((sum, matches) => sum + matches, 0)
      // What assertions leave of the samples can be few.
      if (matchesOf(SAMPLES) === 0 && matchesOf(MANY_SAMPLES) === 0) unmatched.push(pattern.pattern.source)
    }
    expect(differing).toEqual([])
    // Otherwise nothing would be compared.
    expect(unmatched).toEqual([])
  })

  it('the same secrets are found in what teams paste, in what looks like it, and in mixtures of both', () => {
    const makers = [...Object.values(KINDS), ...Object.values(MORE_KINDS)]
    const texts = [...makers.map((make) => make(random)), ...lookAlikes(random)]
    const mixtures = Array.from({ length: 200 }, () =>
      Array.from({ length: 6 }, () => random.of(CHANGES)(random.of(texts))).join(
        random.of(['\n', ' ', '', '|', ': ', '"']),
      ),
    )
    for (const text of [...texts.flatMap((each) => [each, random.of(CHANGES)(each)]), ...mixtures])
      expect(findSecrets(text), JSON.stringify(text)).toEqual(secretsAmong(text, inWholeText(text)))
  })

  it('a condition that a match does not meet is noticed by the comparison', () => {
    const lie: SievedPattern = { pattern: /token-\d+/dg, inside: ['tokens'] }
    expect(placesOf(new Sieve([lie]).over('token-1')(lie))).not.toEqual(placesOf(inWholeText('token-1')(lie)))
  })
})

it('texts shorter than what is looked for, and the ends of texts, are looked at too', () => {
  const pattern: SievedPattern = { pattern: /ab|abcd/dg }
  const two = new Sieve([pattern])
  for (const text of ['', 'a', 'ab', 'xab', 'abc', 'xabcd', 'abab'])
    expect(placesOf(two.over(text)(pattern)), text).toEqual(placesOf(text.matchAll(pattern.pattern)))
})
