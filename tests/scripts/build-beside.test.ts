import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeManyIssues } from '../support/many-issues.ts'
import { npmRun } from '../support/npm-run.ts'

const top = mkdtempSync(path.join(tmpdir(), 'watchbook-beside-'))
const good = path.join(top, 'good')
const content = path.join(top, 'content')
const root = path.join(top, 'site')
const FINDING = / {2}(?:error|warning) {2}/
let issue = ''

beforeAll(() => {
  // Enough for a check beside the build, see `check-beside.ts`.
  ;[issue = ''] = writeManyIssues(good, 500)
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeFileSync(path.join(root, 'dist/index.html'), 'The last good page.')
})
afterAll(() => {
  rmSync(top, { recursive: true })
})
beforeEach(() => {
  rmSync(content, { recursive: true, force: true })
  cpSync(good, content, { recursive: true })
})

const add = (file: string, text: string) => {
  const place = path.join(content, file)
  writeFileSync(place, (existsSync(place) ? readFileSync(place, 'utf8') : '') + text)
}
// Holidays are looked up in a zone of their own, wherever the machine is.
const zone = { TZ: 'Africa/Cairo' }
const build = () => npmRun(['build'], { CONTENT_ROOT: content, BUILD_ROOT: root, ...zone })

describe('a large content with a mistake, which is checked while its site is made, builds nothing and is said as by the check alone', () => {
  it.each<[mistake: string, make: () => void, says: RegExp]>([
    [
      'a link that only the check follows',
      () => {
        add(`issues/${issue}.md`, '\n[Nowhere](../issues/nowhere.md)\n')
      },
      /issues\/\S+\.md:\d+:\d+ {2}error {2}broken-link/,
    ],
    [
      'a page that its own gate keeps from being rendered',
      () => {
        add(`issues/${issue}.md`, '\n<script>alert(1)</script>\n')
      },
      /issues\/\S+\.md:\d+:\d+ {2}error {2}/,
    ],
    [
      'a field that no schema knows',
      () => {
        add('site.yaml', 'unknown: key\n')
      },
      /site\.yaml:\d+:\d+ {2}error {2}/,
    ],
  ])('%s', async (_, make, says) => {
    make()
    const [built, alone] = [
      await refused(build()),
      await refused(npmRun(['check'], { CONTENT_ROOT: content, ...zone })),
    ]
    expect(built).toMatch(says)
    const findings = (text: string) => text.split('\n').filter((line) => FINDING.test(line))
    expect(findings(built)).toEqual(findings(alone))
    // Nothing else is printed: neither what Astro says of the same page, nor a trace.
    const rest = built.split('\n').filter((line) => line !== '' && !FINDING.test(line))
    expect(rest).toEqual(['Nothing was built: dist/ is the last good build.'])
    expect(readdirSync(path.join(root, 'dist'))).toEqual(['index.html'])
    expect(readFileSync(path.join(root, 'dist/index.html'), 'utf8')).toBe('The last good page.')
  })
})

it('a large content without a mistake is built, also where its check answers while the build is busy', async () => {
  await build()
  expect(readFileSync(path.join(root, 'dist/index.html'), 'utf8')).not.toBe('The last good page.')
  expect(existsSync(path.join(root, 'dist/issues', issue, 'index.html'))).toBe(true)
})

/** What a command prints that fails. */
async function refused(run: Promise<void>): Promise<string> {
  const failure: unknown = await run.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(failure instanceof Error)) throw new Error('It has not failed.')
  return failure.message.slice(failure.message.indexOf('\n') + 1)
}
