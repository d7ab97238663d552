import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { check } from '../../../scripts/commands/check.ts'
import { codeownersFindings } from '../../../src/content/edit/codeowners.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import type { Finding } from '../../../src/content/read/findings.ts'
import { ruleAddress } from '../../../src/content/check/reporters/address.ts'
import { reportGithub } from '../../../src/content/check/reporters/github.ts'
import { reportText } from '../../../src/content/check/reporters/text.ts'
import { withContent } from './broken-content.ts'

beforeEach(() => {
  vi.stubEnv('GITHUB_WORKSPACE', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

async function run(root: string, ...args: string[]) {
  const said = { out: '', error: '' }
  const code = await runCommand(check, args, {
    root,
    now: new Date('2026-11-23T12:00Z'),
    zone: 'UTC',
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
  })
  return { code, ...said }
}

const finding: Finding = {
  file: 'content/issues/x.md',
  line: 7,
  column: 3,
  severity: 'error',
  rule: 'unknown-reference',
  message: 'No pipeline "engagment"',
  hint: 'Did you mean "engagement"?',
}

test('a finding is one line, with its place first and the address of its rule last', () => {
  expect(reportText([finding])).toBe(
    'content/issues/x.md:7:3  error  unknown-reference  No pipeline "engagment". Did you mean "engagement"?  /contributing/rules/unknown-reference/',
  )
})

test('the address of a rule is on the site where SITE_URL names one', () => {
  expect(ruleAddress('yaml', { SITE_URL: 'https://docs.example.com/', BASE_PATH: '/book' })).toBe(
    'https://docs.example.com/book/contributing/rules/yaml/',
  )
})

test('an annotation escapes what GitHub would read as its own', () => {
  expect(reportGithub([{ ...finding, file: 'a,b:c.md', message: '100 %\nof it' }]).split('\n')[0]).toBe(
    '::error file=a%2Cb%3Ac.md,line=7,col=3,title=unknown-reference::100 %25%0Aof it. Did you mean "engagement"? /contributing/rules/unknown-reference/',
  )
})

test('an annotation names the file as the repository that is checked does', () => {
  vi.stubEnv('GITHUB_WORKSPACE', path.dirname(process.cwd()))
  expect(reportGithub([{ ...finding, file: '../content/issues/x.md' }])).toContain(
    'file=content/issues/x.md,',
  )
})

test('a file that has no place in it gets an annotation without a line', () => {
  expect(reportGithub([{ ...finding, line: undefined, column: undefined }])).toContain(
    '::error file=content/issues/x.md,title=',
  )
})

test('past ten annotations of a kind, which GitHub drops, a note says how many there are', () => {
  const many = [
    ...Array<Finding>(13).fill(finding),
    ...Array<Finding>(11).fill({ ...finding, severity: 'warning' }),
  ]
  expect(reportGithub(many).split('\n')[0]).toBe(
    '::notice title=More than shown::4 more are in the log of this step, or run: npm run check',
  )
  expect(reportGithub(many.slice(0, 10))).not.toContain('::notice')
})

test('errors exit with 1, warnings and nothing with 0, a wrong call with 2', async () => {
  await withContent(async (root) => {
    expect(await run(root)).toEqual({ code: 0, out: 'No mistakes found.', error: '' })
    appendFileSync(path.join(root, 'issues/orders-late.md'), '\nTODO more.\n')
    expect(await run(root)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n\n0 errors, 1 warning$/) as string,
    })
    writeFileSync(path.join(root, 'teams/x.txt'), '')
    expect(await run(root, '--format', 'json')).toMatchObject({
      code: 1,
      out: expect.stringContaining('"rule": "not-an-entry"') as string,
    })
    expect(await run(root, '--format', 'xml')).toEqual({
      code: 2,
      out: '',
      error: 'There is no format "xml".\n    Formats: text, github, json.',
    })
  })
})

test('a folder that is not there is a finding like others', async () => {
  await withContent(async (root) => {
    expect(await run(path.join(root, 'nowhere'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('content-missing') as string,
    })
  })
})

test('a secret is found, and not repeated', async () => {
  await withContent(async (root) => {
    // Put together here, so that no scanner takes this file for a leak.
    const token = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_')
    appendFileSync(path.join(root, 'issues/orders-late.md'), `\nUse the token ${token} for it.\n`)
    const { code, out } = await run(root)
    expect(code).toBe(1)
    expect(out).toMatch(
      /orders-late\.md:37:15 {2}error {2}secret {2}This looks like a secret \(GitHub token\)\./,
    )
    expect(out).not.toContain(token)
  })
})

test('--form names the first line that npm run format would change', async () => {
  await withContent(async (root) => {
    expect(await run(root, '--form')).toMatchObject({ code: 0, out: 'No mistakes found.' })
    appendFileSync(path.join(root, 'issues/orders-late.md'), '\n* a star\n')
    expect((await run(root, '--form')).out).toMatch(
      /orders-late\.md:37:1 {2}warning {2}form {2}The line is written: - a star\./,
    )
  })
})

test('codeowners --check names each line to add or to delete, so that it can be corrected in the forge', () => {
  const current = '# Head\n/a.md @x/old\n/c.md @x/c\n'
  const wanted = '# Head\n/a.md @x/new\n/b.md @x/b\n/c.md @x/c\n'
  expect(
    codeownersFindings('.github/CODEOWNERS', current, wanted).map(({ line, hint }) => [line, hint]),
  ).toEqual([
    [2, 'Delete this line: /a.md @x/old'],
    [2, 'Add this one: /a.md @x/new'],
    [3, 'Add this one: /b.md @x/b'],
  ])
  expect(codeownersFindings('.github/CODEOWNERS', wanted, wanted)).toEqual([])
})

test('--baseline accepts queries that find another page, and no picture that is cut off', () =>
  withContent(async (root) => {
    writeFileSync(path.join(root, 'search-queries.yaml'), '- { q: orders are late, page: runbooks/orders }\n')
    const before = await run(root)
    expect(before.out).toContain('search-query')
    const accepting = await run(root, '--baseline')
    expect(accepting).toMatchObject({ code: 0, out: 'baseline.yaml accepts 1 finding.' })
    expect((await run(root)).out).not.toContain('search-query')

    mkdirSync(path.join(root, 'images'), { recursive: true })
    const whole = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c00' } })
      .png({ compressionLevel: 0 })
      .toBuffer()
    writeFileSync(path.join(root, 'images/cut.png'), whole.subarray(0, whole.length / 2))
    writeFileSync(
      path.join(root, 'runbooks/notes.md'),
      '---\ntitle: Notes\nsummary: A picture.\n---\n\n![A picture](../images/cut.png)\n',
    )
    const cut = await run(root, '--baseline')
    expect(cut.out).toContain('1 finding cannot be accepted')
    expect(cut.code).toBe(1)
    const after = await run(root)
    expect(after.out).toContain('images/cut.png  error  asset')
    expect(after.code).toBe(1)
  }))
