import { test } from 'vitest'
import { createSignatureMatcher } from '../../src/search/engine/signatures.ts'
import { report } from './report.ts'

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

test.for([
  { name: 'A log of 100 KB against 1,000 signatures', texts: signatures, pasted: log },
  { name: 'The same, made to be slow', texts: nearly, pasted: hostile },
])('$name takes less than 50 ms', async ({ name, texts, pasted }, { bench }) => {
  const matcher = createSignatureMatcher(texts)
  const { latency } = await bench(name, () => void matcher(pasted)).run({ time: 500, iterations: 10 })
  report(name, `${latency.p75.toFixed(0)} ms in three of four cases`, '50 ms')
})
