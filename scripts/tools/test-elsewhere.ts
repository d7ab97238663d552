import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Runs the tests on another team's content: the folder that `npm run init` writes, instead of `content/`. */
const folder = mkdtempSync(path.join(tmpdir(), 'test-elsewhere-'))
const content = path.join(folder, 'content')
try {
  run(['run', '--silent', 'init', '--', content], {})
  // What needs no content runs once, in npm test.
  process.exitCode = run(['exec', '--', 'vitest', 'run', '--project', 'unit', '--project', 'site'], {
    CONTENT_ROOT: content,
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(args: readonly string[], environment: Record<string, string>): number {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  return status ?? 1
}
