import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { summaryMarkdown } from '../../../../scripts/lib/summary-markdown.ts'
import { markdownReport } from '../../../../src/calendar/diff/report.ts'
import { pageChanges } from '../../../../src/content/compare/page-changes.ts'
import { checkEverything } from '../../../../src/content/check/check.ts'
import { reporters } from '../../../../src/content/check/reporters/index.ts'
import type { Finding } from '../../../../src/content/read/findings.ts'
import { loadContent } from '../../../../src/content/read/load.ts'
import { printable, printableLines } from '../../../../src/text/printable.ts'
import { addHostileFields, withPictures } from '../../../support/hostile/content.ts'
import { isForeign, liveInMarkdown } from '../../../support/hostile/outputs.ts'
import { HOSTILE_TEXTS } from '../../../support/hostile/texts.ts'

const HOSTILE = [
  'x\n::stop-commands::zz\n.md',
  '\u001b[2J\u001b[1;32mNo mistakes found.\u001b[8m',
  'a\r::error::b',
  'a\u0085::warning::b',
  'a\u2028::add-mask::b',
  'gpj.\u202egnp.exe',
  'a\u009b2Jb',
  '::error file=x::y',
]

/** What a terminal or the log of a workflow would obey. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/

const finding = (text: string): Finding => ({
  file: text,
  line: 1,
  column: 1,
  severity: 'error',
  rule: 'invalid-value',
  message: `"title" is "${text}"`,
  hint: `Write ${text}`,
})

it.for(HOSTILE)('%j reaches neither the terminal nor the log of a workflow as a command', (text) => {
  for (const format of ['text', 'github']) {
    const report = reporters[format]?.([finding(text)]) ?? ''
    expect(report).not.toMatch(OBEYED)
    const commands = report.split('\n').filter((line) => line.startsWith('::'))
    expect(commands.length).toBe(format === 'github' ? 1 : 0)
  }
})

it('text that people read stays as it is', () => {
  const text = 'Łukasz → 予定 👩‍💻 “ok”'
  expect(printable(text)).toBe(text)
  expect(printableLines(`${text}\n\t${text}`)).toBe(`${text}\n\t${text}`)
})

const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-reports-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const root = withPictures(folder)
addHostileFields(root)
const content = loadContent(root)
const findings = await checkEverything(content, { today: '2026-11-27' })

it('what is found in hostile fields is a line each in every report', () => {
  expect(findings.length).toBeGreaterThan(500)
  const {
    text = '',
    github = '',
    json = '',
  } = Object.fromEntries(Object.entries(reporters).map(([name, report]) => [name, report(findings)]))
  for (const report of [text, github, json]) expect(report).not.toMatch(OBEYED)
  expect(text).not.toMatch(/^::/m)
  const [note, ...commands] = github.split('\n').filter((line) => line.startsWith('::'))
  expect(note).toMatch(/^::notice title=More than shown::/)
  expect(commands.length).toBe(findings.length)
  for (const command of commands)
    expect(command).toMatch(/^::(?:error|warning) file=[^:,]+(?:,line=\d+,col=\d+)?,title=[a-z-]+::\S/)
  expect(JSON.parse(json)).toMatchObject({ findings: findings.map(({ message }) => ({ message })) })
})

it('in the summary of a pull request, no title, name of a rota, person or holiday is live', () => {
  const person = (id: string) => [id, HOSTILE_TEXTS[Number(id)] ?? ''] as const
  const people = Object.fromEntries(HOSTILE_TEXTS.map((_, index) => person(String(index))))
  const rotas = HOSTILE_TEXTS.map((name, index) => ({
    rota: 'x',
    name,
    timeZone: 'Etc/UTC',
    status: 'changed' as const,
    effects: [name],
    people,
    handoff: { before: '09:00', after: '09:00' },
    publishedThrough: { before: null, after: null },
    moves: [
      {
        start: '2026-12-01T09:00:00Z',
        end: '2026-12-02T09:00:00Z',
        before: String(index),
        after: null,
        noticeDays: 3,
        published: true,
      },
    ],
    daysOff: [
      { engineer: String(index), for: { date: '2026-12-25', name }, before: '2026-12-28', after: null },
    ],
    ledger: [{ year: 2026, engineer: String(index), before: null, after: null }],
  }))
  const oncall = markdownReport({
    now: '2026-11-27T12:00:00Z',
    base: { revision: 'main', commit: 'a'.repeat(40) },
    rotas,
  })
  const changes = pageChanges(undefined, content, '2026-11-27')
  const accepted = HOSTILE_TEXTS.map((reason) => ({ hash: 'a', reason, isNew: true }))
  const summary = summaryMarkdown({ changes, findings, accepted, oncall })
  const ours = /^element <\/?(?:details|summary)>/
  expect(liveInMarkdown(summary, (url) => !isForeign(url)).filter((each) => !ours.test(each))).toEqual([])
  expect(summary).not.toMatch(/@\w/)
  // As text they are all there.
  expect(summary).toContain('onerror=')
})
