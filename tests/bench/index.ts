import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { FIXTURE } from '../support/built-sites.ts'
import { benchImport } from './import.ts'
import { benchPeer } from './peer.ts'
import { benchSizes } from './sizes.ts'

/**
 * `npm run bench`: all benchmarks.
 *
 * `npm run bench -- --sizes 100,1000,5000 [--runs 3] [--expect FILE]`: what each part of a build costs at each size, how it
 * grows, and what would break first. With `--expect` it fails where a ratio is worse by more than a quarter than the one in the
 * file; `--expect FILE --write` writes the file.
 *
 * `npm run bench -- --peer 100,1000`: the same issues with Eleventy, Prism and Pagefind, which it installs into a temporary folder.
 *
 * With `--long`, the issues of both are copies of those of this site, 22 KB long, and not of those of the tests, 2.6 KB long.
 *
 * `npm run bench -- --import 1000,2000`: what it costs to bring in, check and build as many pages of another generator; it fails
 * above 60 CPU seconds, and for a page that is lost.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    peer: { type: 'string' },
    import: { type: 'string' },
    runs: { type: 'string', default: '3' },
    expect: { type: 'string' },
    write: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
})

const runs = Number(values.runs)
const from = values.long ? 'content' : FIXTURE
if (values.import !== undefined) {
  process.exitCode = benchImport(numbers(values.import), runs)
} else if (values.peer !== undefined) {
  benchPeer(numbers(values.peer), runs, from)
} else if (values.sizes !== undefined) {
  const { expect, write } = values
  process.exitCode = benchSizes({ sizes: numbers(values.sizes), runs, from, expect, write })
} else {
  const args = ['vitest', 'bench', '--run', '--config', 'vitest.bench.config.ts', ...positionals]
  process.exitCode = spawnSync('npx', args, { stdio: 'inherit' }).status ?? 1
}

/** The numbers of an option, in order. */
function numbers(text: string): number[] {
  const sizes = text.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 20))
    throw new Error('--sizes, --peer and --import take numbers of pages from 20 on, with commas: 100,1000')
  return sizes.sort((a, b) => a - b)
}
