import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { benchSizes } from './sizes.ts'

/**
 * `npm run bench`: all benchmarks. `npm run bench -- --sizes 100,1000,5000 [--runs 3] [--expect FILE]`: what each part of a
 * build costs at each size, how it grows, and what would break first. With `--expect` it fails where a ratio is worse by more
 * than a quarter than the one in the file; `--expect FILE --write` writes the file.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    runs: { type: 'string', default: '3' },
    expect: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

if (values.sizes === undefined) {
  const args = ['vitest', 'bench', '--run', '--config', 'vitest.bench.config.ts', ...positionals]
  process.exitCode = spawnSync('npx', args, { stdio: 'inherit' }).status ?? 1
} else {
  const sizes = values.sizes.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 20))
    throw new Error('--sizes takes numbers of issues from 20 on, with commas: 100,1000')
  process.exitCode = benchSizes({
    sizes: sizes.sort((a, b) => a - b),
    runs: Number(values.runs),
    expect: values.expect,
    write: values.write,
  })
}
