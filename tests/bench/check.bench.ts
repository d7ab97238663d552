import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { writeManyIssues } from '../support/many-issues.ts'
import { report } from './report.ts'

const RUNS = 3

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'check-bench-'))
  writeManyIssues(folder, 1000)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('npm run check, from its start to its end', { timeout: 300_000 }, () => {
  test.for([
    { name: 'the content of this site', root: () => 'content', limit: '1 s' },
    { name: '1,000 issues as long as its own', root: () => folder, limit: '5 s' },
  ])('$name: at most $limit', ({ name, root, limit }) => {
    const seconds = Array.from({ length: RUNS }, () => secondsOfCheck(root()))
    report(
      `npm run check, ${name}`,
      `${Math.min(...seconds).toFixed(2)} s at best of ${String(RUNS)}, ${Math.max(...seconds).toFixed(2)} s at worst`,
      limit,
    )
  })
})

function secondsOfCheck(root: string): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['scripts/watchbook.ts', 'check'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_ROOT: root },
  })
  if (status !== 0) throw new Error(stderr || 'The content of the benchmark has a mistake')
  return (performance.now() - start) / 1000
}
