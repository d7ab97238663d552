import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeManyIssues } from '../../tests/support/many-issues.ts'

/**
 * Runs the tests that read the content of the checkout on another team's: on the folder that `npm run init` writes, and
 * on 100 issues beside its rota. All other tests bring their own content and run once, in `npm test`.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'test-elsewhere-'))
const small = path.join(folder, 'small')
const large = path.join(folder, 'large')
try {
  run(['run', '--silent', 'init', '--', small], {})
  writeManyIssues(large, 100, small)
  for (const content of [small, large]) {
    run(['exec', '--', 'vitest', 'run', '--config', 'vitest.elsewhere.config.ts'], {
      CONTENT_ROOT: content,
      ONLY_SITE: 'ours',
    })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(args: readonly string[], environment: Record<string, string>): void {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  if (status !== 0) process.exitCode = 1
}
