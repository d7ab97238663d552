import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEED, scale } from '../oncall/scale.ts'
import { FIXTURE } from '../support/built-sites.ts'
import { draws, makeEdit } from '../support/content-edits.ts'
import { npmRun } from '../support/npm-run.ts'
import { filesOf } from '../support/pages.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-rebuild-'))
const content = path.join(folder, 'content')
const root = path.join(folder, 'kept')
/** At night, as many edits before one comparison with a site that is built from nothing. */
const EDITS_A_CHAIN = 5
/** What a team does every day; other pages, lists, addresses and calendars follow from each of them. */
const DAILY = ['new', 'rename', 'leave', 'alert', 'delete'] as const

const build = (where: string, environment: Record<string, string> = {}, options: readonly string[] = []) =>
  npmRun(['build', ...options], { BUILD_ROOT: where, CONTENT_ROOT: content, ...environment })

beforeAll(() => {
  cpSync(FIXTURE, content, { recursive: true })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The files that differ between what was built again and again, and what is built from nothing. */
async function differences(environment: Record<string, string> = {}): Promise<string[]> {
  const cold = path.join(folder, 'cold')
  // Nor is the bundle taken that builds of other folders have left.
  await build(cold, environment, ['--', '--anew'])
  const [kept, fresh] = [path.join(root, 'dist'), path.join(cold, 'dist')]
  const read = (site: string, file: string) =>
    existsSync(path.join(site, file)) ? readFileSync(path.join(site, file), 'latin1') : undefined
  const names = new Set([...filesOf(kept), ...filesOf(fresh)])
  const different = [...names].filter((file) => read(kept, file) !== read(fresh, file))
  rmSync(cold, { recursive: true })
  return different
}

/** Another address and another day. */
const OTHER = {
  BASE_PATH: '/runbooks',
  SOURCE_DATE_EPOCH: String(Date.parse('2027-01-01T00:00:01Z') / 1000),
}

describe('a site that is built again after each edit', { timeout: 3_600_000 }, () => {
  it('is the same byte for byte after a new page, a rename, a leave, an alert and a deletion, each beside another edit', async () => {
    const draw = draws(SEED)
    const done: string[] = []
    for (const kind of DAILY) {
      done.push(makeEdit(content, draw, kind), makeEdit(content, draw))
      // The build before has left a bundle with the module of this page.
      if (kind === DAILY.at(-1))
        appendFileSync(path.join(content, 'runbooks/aggregate.mdx'), '\nA new line.\n')
      await build(root)
    }
    expect(await differences({ TZ: 'Pacific/Kiritimati' }), done.join(', then ')).toEqual([])
  })

  it.each(Array.from({ length: scale(0, 60) }, (_, chain) => SEED + chain))(
    'is the same byte for byte as one that is built from nothing: edits of seed %i',
    async (seed) => {
      const draw = draws(seed)
      const done: string[] = []
      for (let edit = 0; edit < EDITS_A_CHAIN; edit++) {
        done.push(makeEdit(content, draw))
        await build(root)
      }
      expect(await differences(), done.join(', then ')).toEqual([])
    },
  )

  it('is the same where the address, the day and what is kept of earlier builds have changed', async () => {
    for (const kept of ['astro/markdown', 'astro/html', 'build/tree/issues']) cutShort(path.join(root, kept))
    rmSync(path.join(root, 'astro/data-store.json'), { force: true })
    rmSync(path.join(root, 'build/last-build.json'), { force: true })
    await build(root, OTHER)
    expect(await differences(OTHER)).toEqual([])
  })

  it('stays as it is where nothing has changed, and is made again where one of its files has', async () => {
    // As the test before has left it: where that has run, nothing is made anew here.
    await build(root, OTHER)
    const page = path.join(root, 'dist/index.html')
    const before = readFileSync(page, 'utf8')
    writeFileSync(path.join(root, 'astro/data-store.json'), 'not read, for nothing is built')
    await build(root, OTHER)
    expect(readFileSync(path.join(root, 'astro/data-store.json'), 'utf8')).toContain('not read')
    writeFileSync(page, 'edited by hand')
    await build(root, OTHER)
    expect(readFileSync(page, 'utf8')).toBe(before)
  })
})

/** Halves every file below a folder, as a disk does that is full, or a copy that was ended. */
function cutShort(place: string): void {
  mkdirSync(place, { recursive: true })
  for (const item of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const file = path.join(item.parentPath, item.name)
    if (item.isFile()) truncateSync(file, Math.floor(readFileSync(file).length / 2))
  }
}
