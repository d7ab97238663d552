import { expect, test } from 'vitest'
import { checkAlerts } from '../../../../src/content/check/alert-rules/check.ts'
import { loadContent } from '../../../../src/content/read/load.ts'
import { withContent } from '../broken-content.ts'

const alert = (name: string, url?: string) =>
  `      - alert: ${name}\n        expr: up == 0\n${url === undefined ? '' : `        annotations:\n          runbook_url: ${url}\n`}`

const file = (...alerts: string[]) =>
  `groups:\n  - name: orders\n    rules:\n      - record: x\n        expr: y\n${alerts.join('')}`

function findings(
  text: string,
  environment: NodeJS.ProcessEnv = { SITE_URL: 'https://docs.example.com', BASE_PATH: '/book' },
): string[] {
  return withContent((root) => {
    const sources = { files: [{ name: 'alerts.yaml', text, isNamed: true }], problems: [] }
    return (
      checkAlerts(loadContent(root), sources, { environment })
        // The other direction, from issues to rules, has tests of its own.
        .findings.filter(({ rule }) => rule !== 'alert-not-in-rules')
        .map(
          ({ line, column, severity, rule, message, hint }) =>
            `${String(line)}:${String(column)} ${severity} ${rule}: ${message.replace(/\S*content\//, 'content/')}. ${hint}`,
        )
    )
  })
}

const site = 'https://docs.example.com/book'

test.each([
  ['a permanent link', alert('OrdersLate', `${site}/alerts/OrdersLate/`)],
  ['a permanent link in other letters, with a step', alert('ORDERSLATE', `${site}/alerts/orderslate/#fix`)],
  ['the page of an issue', alert('OrdersLate', `${site}/issues/orders-late/#verify`)],
  ['another host', alert('OrdersLate', 'https://wiki.example.com/whatever')],
  ['the page of an issue without its slash', alert('OrdersLate', `${site}/issues/orders-late`)],
  ['the file that a host serves', alert('OrdersLate', `${site}/alerts/OrdersLate/index.html`)],
  ['a page that no entry makes', alert('OrdersLate', `${site}/search/?q=orders`)],
  ['the page of a team', alert('OrdersLate', `${site}/teams/data-engineering/`)],
  ['the page of a rota', alert('OrdersLate', `${site}/oncall/on-call/`)],
  ['a label in a query', alert('OrdersLate', `'${site}/issues/orders-late/?on={{ $labels.host }}'`)],
  [
    'an address that a template of a chart fills in',
    alert('OrdersLate', '"{{ .Values.runbooks }}/OrdersLate"'),
  ],
  ['a name in small letters', alert('OrdersLate', `'${site}/alerts/{{ $labels.alertname | toLower }}/'`)],
  ['an address that Prometheus fills in', alert('OrdersLate', `'${site}/alerts/{{ $labels.alertname }}/'`)],
])('%s is right', (_, rule) => {
  expect(findings(file(rule))).toEqual([])
})

test('an alert that no issue names', () => {
  expect(findings(file(alert('OrdersLte', `${site}/`)))).toEqual([
    '6:16 error alert-without-issue: No issue names the alert "OrdersLte". Did you mean "OrdersLate"?',
  ])
})

test('an alert that no issue can name', () => {
  expect(findings(file(alert('"CPU > 90%"', `${site}/`)))).toEqual([
    '6:16 error alert-without-issue: No issue names the alert "CPU > 90%". Rename it in its rule, without / < > " | ? * # and the like: its name is part of an address.',
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

test.each([{}, { SITE_URL: '' }])(
  'without SITE_URL every address is tried on this site: %j',
  (environment) => {
    const rules = file(alert('OrdersLate', 'https://anything.example.com/issues/gone/'))
    expect(findings(rules, environment)).toHaveLength(1)
  },
)

test('a PrometheusRule of Kubernetes is read as well', () => {
  const rules = file(alert('Unknown', `${site}/`)).replace(/^/gm, '  ')
  expect(findings(`kind: PrometheusRule\nspec:\n${rules}`)).toHaveLength(1)
})

test.each(['', 'just text', 'groups: 3', '['])('%j is no file of rules', (text) => {
  expect(findings(text)).toHaveLength(1)
})

test.each([
  ['""', 'alert-without-url', 'The alert "OrdersLate" has no runbook_url'],
  ['not a url', 'alert-url-form', '"not a url" is no address'],
  [
    'docs/runbooks/orders.md',
    'alert-url-form',
    '"docs/runbooks/orders.md" is a path: a pager does not know on which host',
  ],
  ['ftp://docs.example.com/x', 'alert-url-form', '"ftp://docs.example.com/x" is no address of a page'],
  [
    'http://docs.example.com/book/issues/orders-late/',
    'alert-url-form',
    'The address begins with http:// and the site with https://',
  ],
  [
    "'https://docs.example.com/book/issues/{{ $labels.alertname }}/'",
    'alert-url-nowhere',
    'The site has no page /issues/OrdersLate/',
  ],
  ['https://docs.example.com/book/files/no.pdf', 'alert-url-nowhere', 'The site has no page /files/no.pdf/'],
  [
    'https://docs.example.com/issues/orders-late/',
    'alert-url-nowhere',
    'The site has no page /issues/orders-late/',
  ],
])('the address %s is found by %s', (url, rule, message) => {
  expect(findings(file(alert('OrdersLate', url)))).toEqual([expect.stringContaining(`${rule}: ${message}. `)])
})

test('an address on another host is a warning where a team asks for it', () => {
  const text = file(alert('OrdersLate', 'https://wiki.example.com/whatever'))
  withContent((root) => {
    const sources = { files: [{ name: 'alerts.yaml', text, isNamed: true }], problems: [] }
    const environment = { SITE_URL: 'https://docs.example.com' }
    const check = checkAlerts(loadContent(root), sources, { environment, elsewhere: 'warn' })
    expect(check.findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual([
      'warning alert-url-elsewhere: The alert "OrdersLate" leads to wiki.example.com',
    ])
    expect(check.counts).toContain('1 address on other hosts.')
  })
})
