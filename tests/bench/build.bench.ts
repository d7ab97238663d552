import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { npmRun } from '../support/npm-run.ts'
import { writeManyIssues } from '../support/many-issues.ts'
import { report } from './report.ts'
import { measureSearch } from './typing.ts'

const ISSUES = 1000

/** The bare site lies within the project, where Node finds its packages. */
const bare = join(import.meta.dirname, '../../.cache/bench')

describe(`a site of ${ISSUES.toLocaleString('en')} issues`, { timeout: 900_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchbook-bench-'))
  const content = join(folder, 'content')
  const build = () => seconds(() => npmRun(['build'], { BUILD_ROOT: folder, CONTENT_ROOT: content }))
  let edited = ''
  let cold = 0

  beforeAll(() => {
    ;[edited = ''] = writeManyIssues(content, ISSUES)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(bare, { recursive: true, force: true })
  })

  test('is built from nothing in 1.25 times of what a bare Astro site of the same Markdown takes', async () => {
    cold = await build()
    const usual = await buildBare(content)
    const prism = await buildBare(content, 'prism')
    report('Cold build, to a bare site as Astro makes it', ratio(cold, usual), '1.25')
    report('Cold build, to a bare site that highlights with Prism as we do', ratio(cold, prism), '1.25')
  })

  test('is built again after an edit in a quarter of that time', async () => {
    const file = join(content, 'issues', `${edited}.md`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('## Fix', '## Fix\n\nOne line more.'))
    report('Build after one issue was edited, to the cold one', ratio(await build(), cold), '0.25')
  })

  test('shows what a search finds 100 ms after it was typed', async () => {
    const { median, worst, first } = await measureSearch(join(folder, 'dist'))
    const ms = (value: number) => `${value.toFixed(0)} ms`
    report('Search, typed to shown', `${ms(median)} in the middle, ${ms(worst)} at worst`, '100 ms')
    report('Search, its words for the first time', `${ms(first)} in the middle`, 'none')
  })
})

/** The time that the same issues take in a site of one layout, with Astro's own highlighter or another. */
function buildBare(content: string, highlighter = ''): Promise<number> {
  rmSync(bare, { recursive: true, force: true })
  mkdirSync(bare, { recursive: true })
  cpSync(join(import.meta.dirname, 'bare-site'), bare, { recursive: true })
  cpSync(join(content, 'issues'), join(bare, 'issues'), { recursive: true })
  return seconds(() => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(bare, 'build.ts'), bare, highlighter],
      { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', VITEST: undefined } },
    )
    if (status !== 0 || stdout !== String(ISSUES)) throw new Error(`The bare site failed: ${stdout}${stderr}`)
  })
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const ratio = (ours: number, other: number) =>
  `${(ours / other).toFixed(2)} (${ours.toFixed(1)} s / ${other.toFixed(1)} s)`
