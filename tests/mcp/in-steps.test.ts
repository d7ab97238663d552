import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkContent, checkInSteps } from '../../src/content/check/check.ts'
import { finish } from '../../src/content/check/steps.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { BuiltSite } from '../../src/mcp/built-site.ts'
import { loadCheck } from '../../src/mcp/check-code.ts'
import { PassedChecks } from '../../src/mcp/passed-checks.ts'
import { ContentSource, NotServed } from '../../src/mcp/source.ts'
import { ISSUE_BODY, page } from '../support/content-folder.ts'
import { writeManyIssues } from '../support/many-issues.ts'
import { folder } from './folder.ts'

await loadCheck()

const today = '2026-11-22'
const sourceOf = (root: string) =>
  new ContentSource(
    root,
    new BuiltSite('/nowhere'),
    new PassedChecks('/dev/null/passed', () => ''),
    { site: 'https://example.com', base: '/' },
    () => new Date(`${today}T12:00:00Z`),
  )
const sound = { 'issues/late.md': page({ severity: 'sev2' }, ISSUE_BODY) }
const broken = { 'issues/late.md': page({ severity: 'sev9' }, ISSUE_BODY) }

// To plan a rota is one step, however many pages there are.
it('no step of reading and checking 300 issues without a rota holds up a question for a quarter of the work', () => {
  const { root } = folder({})
  writeManyIssues(root, 300)
  for (const rotas of ['rotas', 'published']) rmSync(join(root, rotas), { recursive: true })
  const steps = sourceOf(root).prepare()
  const times: number[] = []
  for (let isDone = false; !isDone;) {
    const before = process.cpuUsage()
    isDone = steps.next().done === true
    const { user, system } = process.cpuUsage(before)
    times.push(user + system)
  }
  expect(times.length).toBeGreaterThan(600)
  expect(Math.max(...times)).toBeLessThan(times.reduce((sum, time) => sum + time) / 4)
})

it('the check finds the same in steps', () => {
  const { root } = folder(broken)
  const content = loadContent(root)
  const steps = checkInSteps(content, { today })
  for (let count = 0; count < 10; count++) steps.next()
  expect(finish(steps)).toEqual(checkContent(content, { today }))
})

it('a question between two steps is answered from the whole content, and nothing is done twice', () => {
  const source = sourceOf(folder(sound).root)
  const steps = source.prepare()
  for (let count = 0; count < 10; count++) expect(steps.next().done).toBe(false)
  const served = source.served()
  expect(served.pages.map(({ id }) => id)).toEqual(['late'])
  expect(steps.next().done).toBe(true)
  expect(source.served()).toBe(served)
})

it('serves nothing in the middle of a check that is going to fail, however far it has come', () => {
  const { root } = folder(broken)
  const all = [...sourceOf(root).prepare()].length
  for (let after = 0; after <= all; after += 7) {
    const source = sourceOf(root)
    const steps = source.prepare()
    for (let count = 0; count < after; count++) steps.next()
    expect(() => source.served(), String(after)).toThrow(NotServed)
    finish(steps)
    expect(() => source.served(), String(after)).toThrow(NotServed)
  }
})

it('a file that changes in the middle is read again by whoever asks, and the rest of the old check ends', async () => {
  const { root, write } = folder(broken)
  const source = sourceOf(root)
  const steps = source.prepare()
  for (let count = 0; count < 30; count++) expect(steps.next().done).toBe(false)
  write('issues/late.md', page({ severity: 'sev2' }, ISSUE_BODY))
  await expect.poll(() => source.served().pages.length, { timeout: 120_000 }).toBe(1)
  const served = source.served()
  finish(steps)
  expect(source.served()).toBe(served)
})

it('a folder that is gone has no steps, and the answers say so', () => {
  const source = sourceOf('/nowhere/at/all')
  expect([...source.prepare()]).toEqual([])
  expect(() => source.served()).toThrow('There is no content folder')
})
