import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { BuiltSite } from '../../src/mcp/built-site.ts'
import { loadCheck } from '../../src/mcp/check-code.ts'
import { PassedChecks } from '../../src/mcp/passed-checks.ts'
import { ContentSource } from '../../src/mcp/source.ts'
import { ISSUE_BODY, page, SITE } from '../support/content-folder.ts'

await loadCheck()

const DAY = '2026-11-22'
const ADDRESS = { site: 'https://example.com', base: '/' }

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passed-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

function sourceOf(issue: string, passed: PassedChecks) {
  const root = temporaryFolder()
  mkdirSync(join(root, 'issues'))
  writeFileSync(join(root, 'site.yaml'), SITE)
  writeFileSync(join(root, 'issues/late.md'), issue)
  const built = new BuiltSite(join(root, 'no-build'))
  const open = () => new ContentSource(root, built, passed, ADDRESS, () => new Date(`${DAY}T12:00:00Z`))
  return { root, built, open }
}

it('knows in the next process which content has passed, on that day and with that code only', () => {
  const file = join(temporaryFolder(), 'cache/passed-checks')
  new PassedChecks(file, () => 'code').add('content', DAY)
  expect(new PassedChecks(file, () => 'code').has('content', DAY)).toBe(true)
  expect(new PassedChecks(file, () => 'code').has('content', '2026-11-23')).toBe(false)
  expect(new PassedChecks(file, () => 'other').has('content', DAY)).toBe(false)
  expect(new PassedChecks(file, () => 'code').has('other', DAY)).toBe(false)
})

it('keeps the last 20, and knows nothing where the file is damaged or cannot be written', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'passed-checks')
  const passed = new PassedChecks(file, () => 'code')
  for (let index = 0; index < 50; index++) passed.add(String(index), DAY)
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(20)
  expect(passed.has('49', DAY)).toBe(true)
  expect(passed.has('29', DAY)).toBe(false)
  writeFileSync(file, '\u0000\n\n')
  expect(passed.has('49', DAY)).toBe(false)
  const nowhere = new PassedChecks(join(file, 'below/a-file'), () => 'code')
  nowhere.add('content', DAY)
  expect(nowhere.has('content', DAY)).toBe(false)
})

it('answers, and notes nothing, where nobody knows which code checks', () => {
  const file = join(temporaryFolder(), 'passed-checks')
  const unknown = new PassedChecks(file, () => {
    throw new Error('No installer has left its mark.')
  })
  const sound = sourceOf(page({ severity: 'sev2' }, ISSUE_BODY), unknown)
  expect(sound.open().served().pages).toHaveLength(1)
  expect(() => readFileSync(file)).toThrow('ENOENT')
  new PassedChecks(file, () => 'code').add('content', DAY)
  expect(unknown.has('content', DAY)).toBe(false)
})

it('a content that has passed is not checked again, and one that has not is not noted', () => {
  const file = join(temporaryFolder(), 'passed-checks')
  const passed = new PassedChecks(file, () => 'code')
  const sound = sourceOf(page({ severity: 'sev2' }, ISSUE_BODY), passed)
  const isNoted = vi.spyOn(passed, 'add')
  sound.open().served()
  expect(isNoted).toHaveBeenCalledTimes(1)
  sound.open().served()
  expect(isNoted).toHaveBeenCalledTimes(1)

  // A mistake that only the check finds: whoever says that it has passed is believed.
  const broken = sourceOf(page({ severity: 'sev2' }, `${ISSUE_BODY}\nSee [the other](nothing.md).\n`), passed)
  expect(() => broken.open().served()).toThrow('does not pass the check')
  expect(isNoted).toHaveBeenCalledTimes(1)
  vi.spyOn(passed, 'has').mockReturnValue(true)
  expect(broken.open().served().pages).toHaveLength(1)
})

it.each<'build' | 'note'>(['build', 'note'])(
  'what was saved between reading and hashing does not let pass what was read, by a %s',
  (by) => {
    const good = page({ severity: 'sev2' }, ISSUE_BODY)
    const passed = new PassedChecks(join(temporaryFolder(), 'passed-checks'), () => 'code')
    const { root, built, open } = sourceOf(`${good}\nSee [the other](nothing.md).\n`, passed)
    const hashOf = built.hashOf.bind(built)
    vi.spyOn(built, 'hashOf').mockImplementationOnce((content) => {
      writeFileSync(join(root, 'issues/late.md'), good)
      const hash = hashOf(content)
      if (by === 'build') vi.spyOn(built, 'hash').mockReturnValue(hash)
      else passed.add(hash, DAY)
      return hash
    })
    expect(() => open().served()).toThrow('does not pass the check')
  },
)
