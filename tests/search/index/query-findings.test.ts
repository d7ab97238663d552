import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadContent } from '../../../src/content/read/load.ts'
import { queryFindings } from '../../../src/search/index/query-findings.ts'
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

it('a file that is no YAML is reported where it is broken, and not asked', async () => {
  const [finding, ...others] = await said('- { q: late, page: issues/late }\n- { q: "late }\n')
  expect(finding).toMatch(/^\d:\d+ error: /)
  expect(others).toEqual([])
})
