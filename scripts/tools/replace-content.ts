import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeManyIssues } from '../../tests/support/many-issues.ts'

/**
 * `npx node scripts/tools/replace-content.ts [COUNT]` makes this checkout another team's: `content/` becomes the folder that
 * `npm run init` writes, with `COUNT` issues in all where that is given, and is committed. For a clone that is thrown away, in
 * which `npm test` then has to pass: `nightly.yml` runs it so.
 */
const count = Number(process.argv[2] ?? 0)
const folder = mkdtempSync(path.join(tmpdir(), 'replace-content-'))
try {
  const small = path.join(folder, 'small')
  run('npm', ['run', '--silent', 'init', '--', small])
  const large = path.join(folder, 'large')
  if (count > 0) writeManyIssues(large, count, small)
  rmSync('content', { recursive: true })
  cpSync(count > 0 ? large : small, 'content', { recursive: true })
  run('git', ['add', '--all', 'content'])
  const author = ['-c', 'user.name=Engineer A', '-c', 'user.email=engineer-a@example.com']
  run('git', [...author, 'commit', '--quiet', '--message', 'Our own content'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`)
}
