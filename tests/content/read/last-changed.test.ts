import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lastChanges } from '../../../src/content/read/git-dates.ts'

let root = ''

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'last-changed-')))
  mkdirSync(join(root, 'here/content'), { recursive: true })
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { stdio: 'ignore' })
}

function commit(file: string, date: string): void {
  writeFileSync(join(root, 'here', file), date)
  git('init', '--quiet', join(root, 'here'))
  git('-C', join(root, 'here'), 'add', '.')
  process.env['GIT_COMMITTER_DATE'] = date
  try {
    git('-C', join(root, 'here'), 'commit', '--quiet', '-m', date)
  } finally {
    delete process.env['GIT_COMMITTER_DATE']
  }
}

it('each file has the date of the last commit that touched it, in UTC', () => {
  commit('content/a.md', '2026-03-01T10:00:00Z')
  commit('content/b.md', '2026-04-01T23:30:00-04:00')
  commit('elsewhere.md', '2026-05-01T10:00:00Z')
  const folder = join(root, 'here/content')
  expect([...lastChanges(folder)].sort()).toEqual([
    [join(folder, 'a.md'), '2026-03-01'],
    [join(folder, 'b.md'), '2026-04-02'],
  ])
})

it('a shallow clone knows no dates, rather than wrong ones', () => {
  commit('content/a.md', '2026-03-01T10:00:00Z')
  commit('content/b.md', '2026-04-01T10:00:00Z')
  git('clone', '--quiet', '--depth', '1', `file://${join(root, 'here')}`, join(root, 'shallow'))
  expect(lastChanges(join(root, 'shallow/content')).size).toBe(0)
})

it('a folder without a repository knows none', () => {
  expect(lastChanges(join(root, 'here/content')).size).toBe(0)
})
