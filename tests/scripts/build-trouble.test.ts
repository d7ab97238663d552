import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initContent } from '../../src/content/edit/init.ts'
import { contentHash } from '../../src/content/read/content-hash.ts'
import { BUILD_LOCK } from '../../src/site/build/folders.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { CONTENT_HASH_FILE } from '../../src/search/index/settings.ts'
import { BUILD_DATE, userEnvironment } from '../support/npm-run.ts'
import { oneBuild } from '../support/one-build.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-trouble-'))
const content = path.join(folder, 'content')
const root = path.join(folder, 'site')
const dist = path.join(root, 'dist')
const KILL_BETWEEN = pathToFileURL(path.join(import.meta.dirname, '../support/kill-between.mjs')).href
const FULL_DISK = pathToFileURL(path.join(import.meta.dirname, '../support/full-disk.mjs')).href

let done: (() => void) | undefined

beforeAll(async () => {
  initContent(content, { name: 'First', today: BUILD_DATE })
  // Other tests that build wait for all of these.
  done = await oneBuild()
  const first = await end(build())
  expect(first.code, first.said).toBe(0)
})

afterAll(() => {
  done?.()
  rmSync(folder, { recursive: true })
})

describe('the last good site stays whole', () => {
  it('when a build is killed while it writes the next one, and the one after goes on', async () => {
    const before = hashOf(dist)
    rename('Second')
    const killed = build()
    await until(() => existsSync(path.join(root, 'build/next')))
    await wait(1500)
    // Otherwise it was done already, and nothing was interrupted.
    expect(killed.child.exitCode).toBe(null)
    killGroup(killed.child)
    await killed.ended
    expect(killed.child.signalCode).toBe('SIGKILL')
    expect(existsSync(path.join(root, 'build/next'))).toBe(true)
    expect(hashOf(dist)).toBe(before)
    const next = await end(build())
    expect(next.code, next.said).toBe(0)
    expect(page()).toContain('Second')
    expect(readdirSync(path.join(root, 'build'))).not.toContain('next')
  })

  it('when a build is killed between the two renames that put the next one in its place, by the next command', async () => {
    const before = hashOf(dist)
    rename('Aside')
    await end(build({ NODE_OPTIONS: `--import=${KILL_BETWEEN}` }))
    expect(existsSync(dist)).toBe(false)
    const file = path.join(content, 'site.yaml')
    const good = readFileSync(file, 'utf8')
    writeFileSync(file, `${good}unknown: key\n`)
    const { code, said } = await end(build())
    expect(code).toBe(1)
    expect(said).toContain('Nothing was built: dist/ is the last good build.')
    expect(hashOf(dist)).toBe(before)
    writeFileSync(file, good)
    expect((await end(build())).code).toBe(0)
    expect(page()).toContain('Aside')
  })

  it('when the disk is full, which is said without a trace of the program', async () => {
    const before = hashOf(dist)
    rename('Third')
    const { code, said } = await end(build({ NODE_OPTIONS: `--import=${FULL_DISK}` }))
    expect(code).toBe(1)
    expect(said).toContain('The disk is full')
    expect(said).toContain('dist/ is the last good build.')
    expect(said).not.toMatch(/^\s+at /m)
    expect(hashOf(dist)).toBe(before)
  })
})

it('the lists of modules and images that a stopped build of other content left are not taken for its own', async () => {
  expect((await end(build())).code).toBe(0)
  for (const name of ['content-modules.mjs', 'content-assets.mjs'])
    writeFileSync(path.join('.astro', name), 'export default new Map();')
  // The runbook and the pipeline, which are modules, stay as they are.
  const file = path.join(content, 'issues/orders-late.md')
  writeFileSync(file, readFileSync(file, 'utf8').replace('## Fix', 'A quokka says so.\n\n## Fix'))
  const { code, said } = await end(build())
  expect(code, said).toBe(0)
  expect(readFileSync(path.join(dist, 'issues/orders-late/index.html'), 'utf8')).toContain('A quokka')
})

it('a check that fails promises no good build where there is none', async () => {
  const file = path.join(content, 'site.yaml')
  const good = readFileSync(file, 'utf8')
  writeFileSync(file, `${good}unknown: key\n`)
  const { code, said } = await end(build({ BUILD_ROOT: path.join(folder, 'elsewhere') }))
  writeFileSync(file, good)
  expect(code).toBe(1)
  expect(said).toContain('Nothing was built.')
  expect(said).not.toContain('last good build')
})

it('what is saved while another build is waited for is built', async () => {
  rename('Early')
  // As if another one built: this process is alive, and its lock is not touched for less than a minute.
  writeFileSync(BUILD_LOCK, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }))
  const waiting = build()
  await until(() => waiting.said().includes('Another build works here'))
  rename('Late')
  rmSync(BUILD_LOCK)
  expect((await end(waiting)).code).toBe(0)
  expect(page()).toContain('Late')
  expect((await end(build())).said).toContain('Nothing has changed since the last build')
})

it('what is saved during a build and undone after it is not taken for what was built', async () => {
  rename('Before')
  // As a build that failed has left it.
  rmSync(path.join(root, 'build/next'), { recursive: true, force: true })
  const running = build()
  await until(() => existsSync(path.join(root, 'build/next')))
  rename('Meanwhile')
  const first = await end(running)
  expect(first.code, first.said).toBe(0)
  // The search of somebody who edits does not take the index of this site for one of what is saved now.
  const hash = readFileSync(path.join(dist, INDEX_FOLDER, CONTENT_HASH_FILE), 'utf8').trim()
  expect(hash).not.toBe(contentHash(content))
  rename('Before')
  expect(hash).toBe(contentHash(content))
  expect((await end(build())).said).toContain('Built the site')
  expect((await end(build())).said).toContain('Nothing has changed since the last build')
})

it('two builds at once both end well, with one whole site', async () => {
  rename('Fourth')
  const ends = await Promise.all([end(build()), end(build())])
  for (const { code, said } of ends) expect(code, said).toBe(0)
  expect(page()).toContain('Fourth')
  expect(readdirSync(root).sort()).toEqual(['astro', 'build', 'dist', 'hosting', 'kept'])
  // Of one content folder one file, and nothing that was half written.
  expect(readdirSync(path.join(root, 'kept'))).toEqual([expect.stringMatching(/^[\da-f]{64}$/)])
})

it.each([
  // Nobody, not even root, makes a folder there.
  ['a place where nobody may write', '/sys/watchbook', 'may not write'],
  ['a place below a file', path.join(content, 'site.yaml/below'), 'may not write'],
])('%s is said in a sentence', async (_, place, sentence) => {
  if (!existsSync('/sys')) console.log('Skipped in part: this system has no /sys.')
  const { code, said } = await end(build({ BUILD_ROOT: place }))
  expect(code).toBe(1)
  expect(said).toContain(sentence)
  expect(said).not.toMatch(/^\s+at /m)
  // There is none.
  expect(said).not.toContain('last good build')
})

function rename(name: string): void {
  const file = path.join(content, 'site.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^name: .*$/m, `name: ${name}`))
}

const page = () => readFileSync(path.join(dist, 'index.html'), 'utf8')

interface Running {
  child: ChildProcess
  ended: Promise<number | null>
  said: () => string
}

function build(environment: Record<string, string> = {}): Running {
  const child = spawn('npm', ['run', '--silent', 'build'], {
    env: userEnvironment({ CONTENT_ROOT: content, BUILD_ROOT: root, ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be killed.
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)))
  return {
    child,
    ended: new Promise((resolve) => child.on('close', resolve)),
    said: () => said,
  }
}

async function end({ ended, said }: Running): Promise<{ code: number | null; said: string }> {
  return { code: await ended, said: said() }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) throw new Error('The build has not begun.')
  process.kill(-pid, 'SIGKILL')
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 6000) throw new Error('The build writes nothing.')
    await wait(50)
  }
}

/** Of all files of a folder: their names and what is in them. */
function hashOf(top: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort())
    hash.update(path.relative(top, file)).update(readFileSync(file))
  return hash.digest('hex')
}
