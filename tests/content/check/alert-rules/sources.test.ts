import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkAlerts } from '../../../../src/content/check/alert-rules/check.ts'
import { refusal } from '../../../../src/content/check/alert-rules/refusal.ts'
import { readSources } from '../../../../src/content/check/alert-rules/rule-sources.ts'
import { loadContent } from '../../../../src/content/read/load.ts'
import { withContent } from '../broken-content.ts'

let folder = ''
const at = (name: string) => path.join(folder, name)
const rules = (...names: string[]) =>
  `groups:\n- rules:\n${names.map((name) => `  - alert: ${name}\n    expr: x\n    annotations: {runbook_url: 'https://d.example/alerts/OrdersLate/'}\n`).join('')}`

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rules-'))
  mkdirSync(at('deep'))
  writeFileSync(at('one.yaml'), rules('OrdersLate'))
  writeFileSync(at('two.yml'), rules('OrdersLost', 'OrdersTwice'))
  writeFileSync(at('deep/three.yaml'), rules('OrdersGone'))
  writeFileSync(at('deep/other.yaml'), 'kind: Deployment\n')
  writeFileSync(at('recording.yaml'), 'groups:\n- rules:\n  - record: a:b\n    expr: x\n')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function check(names: readonly string[], stdin = '') {
  return withContent((root) => {
    const sources = readSources(names, () => stdin)
    const environment = { SITE_URL: 'https://d.example' }
    const { findings, counts } = checkAlerts(loadContent(root), sources, { environment })
    return {
      counts,
      findings: findings.map(({ rule, message }) => `${rule}: ${message.replaceAll(folder, '')}`),
    }
  })
}

it('reads all of the files that are named', () => {
  expect(check([at('one.yaml'), at('two.yml')])).toEqual({
    counts: '3 alerts in 2 files: 1 has an issue, 2 have none, 0 lead nowhere.',
    findings: [
      'alert-without-issue: No issue names the alert "OrdersLost"',
      'alert-without-issue: No issue names the alert "OrdersTwice"',
    ],
  })
})

it('reads a folder with the folders in it, and passes over files that are something else', () => {
  const { counts, findings } = check([folder])
  expect(counts).toBe('4 alerts in 3 files: 1 has an issue, 3 have none, 0 lead nowhere.')
  expect(findings).not.toContainEqual(expect.stringContaining('alert-file'))
})

it('reads what a pattern matches, each file once', () => {
  expect(check([at('**/*.yaml'), at('one.yaml')]).counts).toBe(
    '2 alerts in 2 files: 1 has an issue, 1 has none, 0 lead nowhere.',
  )
})

it('reads standard input', () => {
  expect(check(['-'], rules('OrdersLate')).counts).toBe(
    '1 alert in 1 file: 1 has an issue, 0 have none, 0 lead nowhere.',
  )
})

it.each([
  ['nothing.yaml', 'alert-file: /nothing.yaml: there is no such file'],
  ['nothing*.yaml', 'alert-file: /nothing*.yaml: no file matches the pattern'],
  ['recording.yaml', 'alert-file: The one rule of the file records a series, and alerts nobody'],
])('%s is an error, for nothing was checked', (name, finding) => {
  expect(check([at(name)]).findings).toEqual([finding])
})

it('is an error when a folder holds no alert', () => {
  mkdirSync(at('empty'), { recursive: true })
  writeFileSync(at('empty/x.yaml'), 'kind: Deployment\n')
  expect(check([at('empty')])).toEqual({
    counts: '0 alerts in 1 file.',
    findings: ['alert-file: No alert was found in 1 file'],
  })
})

it('finds the alerts of issues that no rule has', () => {
  expect(check([at('two.yml')]).findings).toContain(
    'alert-not-in-rules: No rule of the files given has the alert "OrdersLate"',
  )
})

it('counts an alert that leads nowhere, and one whose name only a template knows', () => {
  const text = `groups:\n- rules:\n  - alert: OrdersLate\n    expr: x\n    annotations: {runbook_url: 'https://d.example/alerts/Orders/'}\n  - alert: {{ .Values.x }}\n    expr: y\n`
  expect(check(['-'], text).counts).toBe(
    '2 alerts in 1 file: 0 have an issue, 0 have none, 1 leads nowhere, 1 has a name that only a template knows. Conditions of 1 template were ignored: all alerts were read.',
  )
})

it('follows links in a folder, and reads the others where one leads nowhere', () => {
  mkdirSync(at('mounted/..data'), { recursive: true })
  writeFileSync(at('mounted/..data/a.yaml'), rules('OrdersLate'))
  symlinkSync('..data/a.yaml', at('mounted/a.yaml'))
  symlinkSync('nowhere', at('mounted/b.yaml'))
  symlinkSync('.', at('mounted/again'))
  writeFileSync(at('mounted/c.yaml'), rules('OrdersLate'))
  const { counts, findings } = check([at('mounted')])
  expect(counts).toBe('2 alerts in 2 files: 2 have an issue, 0 have none, 0 lead nowhere.')
  expect(findings).toEqual([
    expect.stringContaining('alert-file: /mounted/b.yaml: it cannot be read: ENOENT'),
  ])
})

it('is an error when only a template knows the names', () => {
  const text = '{{ range .Values.rules }}\n- alert: {{ .name }}\n  expr: x\n{{ end }}\n'
  expect(check(['-'], text).findings).toEqual([
    'alert-file: Only a template knows the names of the alerts: nothing was compared',
  ])
})

it('misses no alert whose name a template makes', () => {
  const text = `- alert: {{ .Values.prefix }}Late\n  expr: x\n- alert: OrdersLost\n  expr: x\n`
  expect(check(['-'], text).findings.filter((each) => each.startsWith('alert-not-in-rules'))).toEqual([])
})

it('says that the alerts of an issue with mistakes are not known', () => {
  const found = withContent((root) => {
    const file = path.join(root, 'issues/orders-late.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title:.*\n/m, ''))
    const sources = readSources(['-'], () => rules('OrdersLate'))
    return checkAlerts(loadContent(root), sources, { environment: {} }).findings
  })
  expect(found.map(({ message }) => message)).toContain(
    'Which alerts this issue names is not known: it has mistakes',
  )
})

it('a text of blank lines is refused at once, and so is a list of alerts that fire', () => {
  const none = refusal('\n'.repeat(100_000), 'rules.yaml', 0)
  expect(none.message).toBe('The file holds no alerts')
  const firing = refusal(`${'"alertname" '.repeat(20_000)}"startsAt"`, 'alerts.json', 0)
  expect(firing.message).toBe('This is a list of alerts that fire now, and holds no rules')
})

it.each([
  ['"{{ .prefix }}Late"', true],
  ['"Orders{{ .suffix }}"', true],
  ['"{{ .a }}ders{{ .b }}ate"', true],
  ['"{{ .a }}Later"', false],
  ['"OrdersLate{{ .a }}Late"', false],
  // A pattern with a place for any letters between each of them would be tried in every way.
  [`"${'{{ .a }}e'.repeat(60)}z"`, false],
])('the name %s may be that of the issue about late orders: %s', (name, isOne) => {
  const { findings } = check(['-'], rules('OrdersLost', name))
  const orphans = findings.filter((finding) => finding.startsWith('alert-not-in-rules'))
  expect(orphans).toHaveLength(isOne ? 0 : 1)
})
