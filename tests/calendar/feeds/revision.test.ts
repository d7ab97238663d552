import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contentRevision } from '../../../src/content/read/revision.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'revision-'))
  mkdirSync(join(root, 'content'))
  write('content/site.yaml', 'a')
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text)
}

function commit(date: string): void {
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date }
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      env,
      stdio: 'ignore',
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', date)
}

const revision = (env = {}) => contentRevision(join(root, 'content'), env).toISOString()

it('the content changed when a commit last touched it', () => {
  commit('2026-03-01T10:00:00Z')
  write('elsewhere.txt', 'a')
  commit('2026-04-01T10:00:00Z')
  expect(revision({ SOURCE_DATE_EPOCH: '1800000000' })).toBe('2026-03-01T10:00:00.000Z')
})

it('without git, SOURCE_DATE_EPOCH says when', () => {
  expect(revision({ SOURCE_DATE_EPOCH: '1800000000' })).toBe('2027-01-15T08:00:00.000Z')
})

it('without both, the newest file does', () => {
  utimesSync(join(root, 'content/site.yaml'), 1_700_000_000, 1_700_000_000)
  expect(revision()).toBe('2023-11-14T22:13:20.000Z')
})
