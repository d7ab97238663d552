import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { alertFindings } from '../../../src/content/check/alert-rules/check.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { withContent } from './broken-content.ts'

const alert = (name: string, url?: string) =>
  `      - alert: ${name}\n        expr: up == 0\n${url === undefined ? '' : `        annotations:\n          runbook_url: ${url}\n`}`

const file = (...alerts: string[]) =>
  `groups:\n  - name: orders\n    rules:\n      - record: x\n        expr: y\n${alerts.join('')}`

function findings(
  text: string,
  environment: NodeJS.ProcessEnv = { SITE_URL: 'https://docs.example.com', BASE_PATH: '/book' },
): string[] {
  return withContent((root) => {
    const rules = path.join(root, '../alerts.yaml')
    writeFileSync(rules, text)
    return alertFindings(loadContent(root), rules, environment).map(
      ({ line, column, severity, rule, message, hint }) =>
        `${String(line)}:${String(column)} ${severity} ${rule}: ${message.replace(/\S*content\//, 'content/')}. ${hint}`,
    )
  })
}

const site = 'https://docs.example.com/book'

test.each([
  ['a permanent link', alert('OrdersLate', `${site}/alerts/OrdersLate/`)],
  ['a permanent link in other letters, with a step', alert('ORDERSLATE', `${site}/alerts/orderslate/#fix`)],
  ['the page of an issue', alert('OrdersLate', `${site}/issues/orders-late/#verify`)],
  ['another host', alert('OrdersLate', 'https://wiki.example.com/whatever')],
  ['an address that Prometheus fills in', alert('OrdersLate', `'${site}/alerts/{{ $labels.alertname }}/'`)],
])('%s is right', (_, rule) => {
  expect(findings(file(rule))).toEqual([])
})

test('an alert that no issue names', () => {
  expect(findings(file(alert('OrdersLte', `${site}/`)))).toEqual([
    '6:16 error alert-without-issue: No issue names the alert "OrdersLte". Did you mean "OrdersLate"?',
  ])
})

test('an alert without a link', () => {
  expect(findings(file(alert('OrdersLate')))).toEqual([
    '6:16 warning alert-without-url: The alert "OrdersLate" has no runbook_url. Add the annotation runbook_url with /alerts/OrdersLate/ of this site.',
  ])
})

test.each([
  ['/issues/orders-lte/', 'The site has no page /issues/orders-lte/. Did you mean "orders-late"?'],
  ['/alerts/Nothing/', 'The site has no page /alerts/Nothing/. Name the alert in the `alerts` of an issue.'],
  [
    '/wiki/x/',
    'The site has no page /wiki/x/. Lead to /alerts/<name>/, or to a page of issues, runbooks or pipelines.',
  ],
])('%s leads nowhere', (address, message) => {
  expect(findings(file(alert('OrdersLate', `${site}${address}`)))).toEqual([
    `9:24 error alert-url-nowhere: ${message}`,
  ])
})

test('an anchor that does not exist', () => {
  expect(findings(file(alert('OrdersLate', `${site}/alerts/OrdersLate/#fixx`)))).toEqual([
    '9:24 error alert-url-anchor: content/issues/orders-late.md has no heading #fixx. Did you mean "fix"?',
  ])
})

test('without SITE_URL every address is tried on this site', () => {
  expect(findings(file(alert('OrdersLate', 'https://anything.example.com/issues/gone/')), {})).toHaveLength(1)
})

test('a PrometheusRule of Kubernetes is read as well', () => {
  const rules = file(alert('Unknown', `${site}/`)).replace(/^/gm, '  ')
  expect(findings(`kind: PrometheusRule\nspec:\n${rules}`)).toHaveLength(1)
})

test.each(['', 'just text', 'groups: 3', '['])('%j is no file of rules', (text) => {
  expect(findings(text)).toHaveLength(1)
})
