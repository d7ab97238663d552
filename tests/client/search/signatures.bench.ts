import { expect, test } from 'vitest'
import { createSignatureMatcher } from '../../../src/client/search/signatures.ts'

const signatures = Array.from(
  { length: 1000 },
  (_, i) =>
    `Job ${String(i)} of stage * failed in component ${String(i * 7)}: * cannot be completed since the group`,
)
const line =
  '2026-11-21 03:12:44,107 ERROR Job 12 of stage 3 failed, cannot be completed since the broker is gone; retry\n'
const log = line.repeat(Math.ceil(100_000 / line.length))
/** What makes backtracking matchers run away: nearly a match, everywhere. */
const hostile = 'a'.repeat(100_000)
const nearly = Array.from({ length: 1000 }, (_, i) => `${'a'.repeat(20 + (i % 5))}*b${String(i)}`)

test('100 KB against 1,000 signatures takes less than 50 ms', async ({ bench }) => {
  const matcher = createSignatureMatcher(signatures)
  const nearlyMatcher = createSignatureMatcher(nearly)
  const results = await bench.compare(
    bench('a log', () => void matcher(log)),
    bench('a log, and building the matcher', () => void createSignatureMatcher(signatures)(log)),
    bench('a text made to be slow', () => void nearlyMatcher(hostile)),
    { time: 500, iterations: 10, warmup: false },
  )
  expect(results.get('a log').latency.p75).toBeLessThan(50)
  expect(results.get('a text made to be slow').latency.p75).toBeLessThan(50)
})
