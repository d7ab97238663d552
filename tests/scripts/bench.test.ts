import { expect, it } from 'vitest'
import { FIXTURE } from '../support/built-sites.ts'
import { benchSizes } from '../bench/sizes.ts'

it('npm run bench -- --sizes 20 --expect FILE fails before it measures where there is no such file', () => {
  const begun = performance.now()
  expect(() =>
    benchSizes({ sizes: [20], runs: 1, expect: 'no/such/ratios.json', write: false, from: FIXTURE }),
  ).toThrow(
    'There is no file no/such/ratios.json to compare with. `--expect no/such/ratios.json --write` writes it.',
  )
  // One build takes seconds.
  expect(performance.now() - begun).toBeLessThan(1000)
})
