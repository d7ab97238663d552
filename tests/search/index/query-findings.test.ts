import { execFileSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { check } from '../../../scripts/commands/check.ts'
import { runCommand } from '../../../scripts/lib/run.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { queryFindings } from '../../../src/search/index/query-findings.ts'
import { withContent } from '../../content/check/broken-content.ts'
import { ISSUE_BODY, page, SITE } from '../../support/content-folder.ts'

/** What is said of a file of queries beside two issues; nothing where there is no such file. */
async function said(queries?: string): Promise<string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'queries-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true })
  })
  mkdirSync(path.join(root, 'issues'))
  writeFileSync(path.join(root, 'site.yaml'), SITE)
  const issue = (id: string, fields: Record<string, unknown>) => {
    writeFileSync(path.join(root, 'issues', `${id}.md`), page(fields, ISSUE_BODY))
  }
  issue('late', { title: 'Invoices arrive late', keywords: ['still waiting for invoices'] })
  issue('twice', { title: 'Invoices are sent twice' })
  if (queries !== undefined) writeFileSync(path.join(root, 'search-queries.yaml'), queries)
  const findings = await queryFindings(loadContent(root))
  return findings.map(
    ({ line, column, severity, message }) =>
      `${String(line)}:${String(column)} ${severity}: ${message.replace(/after issues.*/, 'after …')}`,
  )
}

it('a query that is in the list twice is said once, with other letters and blanks too', async () => {
  expect(
    await said(
      '- { q: sent twice, page: issues/twice }\n- { q: Sent  twice, page: issues/late }\n- { q: still waiting, page: issues/late }\n',
    ),
  ).toEqual(['2:3 error: The same query is in the list twice'])
})

it('nothing is said where every query finds its page first, and where there is no file', async () => {
  expect(await said()).toEqual([])
  expect(await said('')).toEqual([])
  expect(await said('# Nothing yet\n')).toEqual([])
  expect(
    await said(
      '- { q: still waiting for invoices, page: issues/late }\n- { q: lawn mower blades, page: null }\n- { kind: name, q: sent twice, page: issues/twice }\n',
    ),
  ).toEqual([])
})

it.each([
  ['- { q: invoices, page: issues/twice }', '1:3 warning: "invoices" finds issues/twice at place 2, after …'],
  [
    '- { q: lawn mower blades, page: issues/late }',
    '1:3 warning: "lawn mower blades" does not find issues/late',
  ],
  ['\n- q: sent twice\n  page: null', '2:3 warning: "sent twice" finds issues/twice, and must find nothing'],
  ['- { q: late, page: issues/lat }', '1:3 error: There is no page "issues/lat"'],
  ['- { q: late }', '1:3 error: This is no query with its page'],
  ['- { q: late, page: issues/late, pages: 7 }', '1:3 error: This is no query with its page'],
  ['- late', '1:3 error: This is no query with its page'],
  ['q: late', '1:1 error: This is no list of queries'],
])('%j is reported with its place', async (queries, finding) => {
  expect(await said(queries)).toEqual([finding])
})

it.each([
  ['- { q: late, page: issues/late }\n- { q: "late }\n', '3:1'],
  ['- [', '1:4'],
  ['- q: late\n  page: issues/late\n  q: twice\n', '3:3'],
  ['\t- q: late\n', '1:1'],
  ['- q: late\n  page: issues/late\n---\n- late\n', '3:1'],
])('%j is no YAML: reported where it is broken, and not asked', async (queries, place) => {
  const [finding, ...others] = await said(queries)
  expect(finding).toMatch(new RegExp(`^${place} error: \\S`))
  expect(others).toEqual([])
})

/** What `npm run check` says and ends with, where a content that passes has these queries; paths from the content on. */
async function checked(write: (file: string) => void, ...args: string[]) {
  return await withContent(async (root) => {
    const git = (...words: string[]) =>
      execFileSync('git', ['-C', root, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
        stdio: 'ignore',
      })
    git('init')
    git('add', '.')
    git('commit', '-m', 'All')
    write(path.join(root, 'search-queries.yaml'))
    let text = ''
    const code = await runCommand(check, ['--format', 'text', ...args], {
      root,
      now: new Date('2026-11-23T12:00Z'),
      zone: 'UTC',
      out: (line) => (text += line),
      error: (line) => (text += line),
    })
    return { code, text: text.replaceAll(/\S*\/content\//g, '') }
  })
}

describe.each([{ args: [] }, { args: ['--changed', 'HEAD'] }])('npm run check with $args', ({ args }) => {
  it.each([
    ['of a page that there is not', '\n- q: late\n  page: issues/nowhere\n', '2:3', 'There is no page'],
    ['that are broken', '- q: [late\n', '2:1', '\\S'],
    ['that are no list', 'q: late\n', '1:1', 'This is no list of queries'],
  ])('reports queries %s', async (_, queries, place, message) => {
    const { code, text } = await checked(
      (file) => {
        writeFileSync(file, queries)
      },
      ...args,
    )
    expect(text).toMatch(
      new RegExp(`^search-queries\\.yaml:${place} {2}error {2}search-query\\s+${message}`, 'm'),
    )
    expect(code).toBe(1)
  })
})

it('a folder where the file of queries should be is reported, not stumbled over', async () => {
  const { code, text } = await checked((file) => {
    mkdirSync(file)
  })
  expect(text).toMatch(/^search-queries\.yaml {2}error {2}search-query\s+This is a folder/m)
  expect(code).toBe(1)
})
