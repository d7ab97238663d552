import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeHash, inputsHash, type Surroundings } from '../../scripts/lib/last-build.ts'
import { userEnvironment } from '../support/npm-run.ts'

let folder = ''
const content = () => path.join(folder, 'team/content')
const engine = () => path.join(folder, 'engine')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchbook-inputs-'))
  write('team/content/site.yaml', 'name: Example\n')
  write('team/content/issues/late.md', 'Late\n')
  git('init', '-q')
  commit('First', '2026-11-26T10:00:00Z')
  for (const file of ['src/a.ts', 'scripts/b.ts', 'public/c.js', 'package.json', 'tsconfig.json'])
    write(`engine/${file}`, file)
  write('engine/astro.config.mjs', '')
  write('engine/package-lock.json', '{}')
  write('engine/node_modules/.package-lock.json', 'astro 7.3.5')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(file: string, text: string): void {
  const place = path.join(folder, file)
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(place, text)
}

function git(...words: string[]): void {
  execFileSync('git', ['-C', path.join(folder, 'team'), ...words], { env: userEnvironment({}) })
}

function commit(subject: string, date: string): void {
  git('add', '-A')
  execFileSync(
    'git',
    // No hook and no signature of whoever runs the tests.
    ['-C', path.join(folder, 'team'), '-c', 'user.name=Engineer A', '-c', 'user.email=a@example.com']
      .concat(['-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=/dev/null'])
      .concat(['commit', '-q', '--allow-empty', '-m', subject]),
    { env: userEnvironment({ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }) },
  )
}

const surroundings = (): Surroundings => ({
  engine: engine(),
  isPackage: false,
  address: { site: 'https://example.com', base: '/' },
  day: '2026-11-26',
})

it('the hash of what a site is made from is the same where nothing has changed', () => {
  const before = inputsHash(content(), surroundings())
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  write('team/content/issues/late.md', 'Late\n')
  expect(inputsHash(content(), surroundings())).toBe(before)
})

it.each<[what: string, change: () => Partial<Surroundings> | undefined]>([
  ['a page that was edited', () => void write('team/content/issues/late.md', 'Later\n')],
  ['a page that is new', () => void write('team/content/issues/new.md', 'Late\n')],
  ['a page that was deleted', () => void rmSync(path.join(content(), 'issues/late.md'))],
  [
    'a page that was renamed',
    () => void renameSync(path.join(content(), 'issues/late.md'), path.join(content(), 'issues/l.md')),
  ],
  ['a file that is no page', () => void write('team/content/files/a.txt', '')],
  ['a commit without a change', () => void commit('Second', '2026-11-26T11:00:00Z')],
  ['code of the site', () => void write('engine/src/a.ts', 'x')],
  ['code of a command', () => void write('engine/scripts/lib/x.ts', 'x')],
  ['a file that every site has', () => void write('engine/public/x.js', 'x')],
  ['the settings of Astro', () => void write('engine/astro.config.mjs', 'x')],
  ['the settings of TypeScript', () => void write('engine/tsconfig.json', 'x')],
  ['the packages that it asks for', () => void write('engine/package.json', 'x')],
  ['the packages that its lock file names', () => void write('engine/package-lock.json', 'x')],
  [
    'the packages that npm has installed',
    () => void write('engine/node_modules/.package-lock.json', 'astro 7.3.6'),
  ],
  [
    'packages that pnpm has installed in a folder above',
    () => void write('node_modules/.pnpm/lock.yaml', 'x'),
  ],
  ['the address', () => ({ address: { site: 'https://example.org', base: '/' } })],
  ['the path of the address', () => ({ address: { site: 'https://example.com', base: '/runbooks' } })],
  ['the day', () => ({ day: '2026-11-27' })],
])('the hash of what a site is made from changes with %s', (_, change) => {
  const before = inputsHash(content(), surroundings())
  const changed = change()
  const after = inputsHash(content(), { ...surroundings(), ...changed })
  expect(after).toBeDefined()
  expect(after).not.toBe(before)
})

it('an installed engine counts the packages beside it, though the folder has no lock file', () => {
  const inTeam: Surroundings = {
    ...surroundings(),
    engine: path.join(folder, 'team/node_modules/w'),
    isPackage: true,
  }
  write('team/node_modules/w/src/a.js', 'x')
  write('team/node_modules/.package-lock.json', 'astro 7.3.5')
  const before = codeHash(inTeam)
  expect(codeHash(inTeam)).toBe(before)
  write('team/node_modules/.package-lock.json', 'astro 7.3.6')
  expect(codeHash(inTeam)).not.toBe(before)
})

it('nothing is known to be the same where nothing says which packages are installed', () => {
  rmSync(path.join(engine(), 'node_modules'), { recursive: true })
  expect(inputsHash(content(), surroundings())).toBeUndefined()
})
