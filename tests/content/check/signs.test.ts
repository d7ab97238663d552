import { expect, it } from 'vitest'
import { SIGNS } from '../../../src/content/check/rules/shared/dialects.ts'
import { samplesOf } from './pattern-samples.ts'

const seed = Date.now() % 1_000_000

it.each(SIGNS.filter(({ inside }) => inside !== undefined).map((sign) => [sign.what, sign] as const))(
  '%s: whatever is recognized has what it is looked for by',
  (_, { pattern, inside = [] }) => {
    const matches = samplesOf(pattern, { count: 200, seed })
      .flatMap((sample) => [sample, `a\n${sample}`, `a${sample}`, `(a)${sample}\n`])
      .flatMap((text) => [...text.matchAll(pattern)].map((match) => ({ text, match })))
    expect(matches.length).toBeGreaterThan(0)
    for (const { text } of matches)
      expect(
        inside.some((sign) => text.includes(sign)),
        JSON.stringify(text),
      ).toBe(true)
  },
)
