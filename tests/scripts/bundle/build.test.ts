import { spawn } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { BUNDLES } from '../../../src/site/build/folders.ts'
import { initContent } from '../../../src/content/edit/init.ts'
import { BUILD_DATE, userEnvironment } from '../../support/npm-run.ts'
import { oneBuild } from '../../support/one-build.ts'
import { filesOf } from '../../support/pages.ts'

vi.setConfig({ testTimeout: 600_000 })

const LOADED = pathToFileURL(path.join(import.meta.dirname, '../../support/loaded-packages.mjs')).href
const START = path.join(import.meta.dirname, '../../../scripts/watchbook.ts')

let folder = ''
let content = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchbook-kept-'))
  content = path.join(folder, 'content')
  initContent(content, { name: 'Example', today: BUILD_DATE })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface Built {
  /** What it prints, and the packages that it has loaded, each after `LOADED`. */
  output: string
  site: ReadonlyMap<string, string>
}

async function build(root: string, ...options: string[]): Promise<Built> {
  const done = await oneBuild()
  try {
    const place = path.join(folder, root)
    const child = spawn(process.execPath, ['--import', LOADED, START, 'build', ...options], {
      env: userEnvironment({ CONTENT_ROOT: content, BUILD_ROOT: place }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code, output).toBe(0)
    const dist = path.join(place, 'dist')
    const site = new Map(filesOf(dist).map((file) => [file, readFileSync(path.join(dist, file), 'latin1')]))
    return { output, site }
  } finally {
    done()
  }
}

/** The bundle that was made or used last. */
function lastBundle(): string {
  const usedAt = (name: string) => statSync(path.join(BUNDLES, name, 'seal.json')).mtimeMs
  const [last = ''] = readdirSync(BUNDLES).sort((a, b) => usedAt(b) - usedAt(a))
  return path.join(BUNDLES, last)
}

const hasBundled = ({ output }: Built) => /^LOADED vite$/m.test(output)

it('a build of other pages with the same code needs no bundler, and makes the same bytes as one from nothing', async () => {
  await build('first')
  const issues = path.join(content, 'issues')
  for (const name of readdirSync(issues)) appendFileSync(path.join(issues, name), '\nOne more sentence.\n')
  const edited = await build('second')
  expect(hasBundled(edited)).toBe(false)
  const fromNothing = await build('third', '--anew')
  expect(hasBundled(fromNothing)).toBe(true)
  expect(edited.site).toEqual(fromNothing.site)

  // What was written into it by somebody else is not run, and the next one is good again.
  const bundle = path.join(lastBundle(), 'server')
  const [entry = ''] = readdirSync(bundle).filter((name) => name.startsWith('prerender-entry'))
  writeFileSync(
    path.join(bundle, entry),
    `console.log('PLANTED')\n${readFileSync(path.join(bundle, entry), 'utf8')}`,
  )
  const planted = await build('fourth')
  expect(planted.output).not.toContain('PLANTED')
  expect(hasBundled(planted)).toBe(true)
  expect(planted.site).toEqual(fromNothing.site)
  const again = await build('fifth')
  expect(hasBundled(again)).toBe(false)
  expect(again.site).toEqual(fromNothing.site)
})
