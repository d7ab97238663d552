import { expect, it } from 'vitest'
import { ruleSense } from '../../../../src/content/check/alert-rules/rule-sense.ts'

const KNOWN = { severities: ['sev1', 'sev2'], alerts: ['OrdersLate', 'OrdersLost'] }
const FILE = `groups:
  - name: orders
    interval: 1m
    rules:
      - alert: OrdersLate
        expr: orders_age_seconds > 3600
        for: 30m
        labels:
          severity: sev2
        annotations:
          summary: "Orders are {{ $value }} seconds old in {{ $labels.job }}"
          runbook_url: https://example.com/alerts/OrdersLate/
`
const found = (text: string) =>
  ruleSense('orders.yaml', text, KNOWN).map(
    ({ line, column, severity, message, hint }) =>
      `${String(line)}:${String(column)} ${severity} ${message}. ${hint ?? ''}`,
  )

it('finds nothing in a sound file', () => {
  expect(found(FILE)).toEqual([])
})

it.each([
  ['severity: sev2', 'severity: sev9', '9:21 error The site has no severity "sev9". Did you mean "sev1"?'],
  ['severity: sev2', 'severity: Sev2', '9:21 error The site has no severity "Sev2". Did you mean "sev2"?'],
  ['severity: sev2', 'severity: page', '9:21 error The site has no severity "page". Known: sev1, sev2.'],
  ['> 3600', '=> 3600', '6:15 error => is no operator here. Did you mean >=?'],
  ['orders_age_seconds > 3600', '""', '6:15 error The expr is empty. Write its condition: expr: up == 0'],
  ['for: 30m', 'for: 30d', '7:14 warning "for" is 30d. m are minutes and d are days: which are meant?'],
  [
    'labels:\n          severity',
    'labels:\n          - severity',
    '9:11 error "labels" has no names. Write a name and a text in each line, without a dash: severity: page',
  ],
  [
    '{{ $value }}',
    '{{ $value }',
    '11:20 error A template has {{ or }} without its other half. Write both, as {{ $labels.job }}.',
  ],
  ['$labels', '$label', '11:20 error Templates have no $label. Did you mean $labels?'],
  ['$value ', '$values ', '11:20 error Templates have no $values. Did you mean $value?'],
  [
    'alerts/OrdersLate',
    'alerts/OrdersLost',
    '12:24 warning The address leads to the page of OrdersLost. Write /alerts/OrdersLate/ at its end.',
  ],
  [
    'runbook_url',
    'runbook-url',
    '12:11 warning Unknown annotation "runbook-url". Did you mean "runbook_url"?',
  ],
  [/summary: .*/, 'summary:', '11:11 warning "summary" is empty. Write the text, or delete the line.'],
  [
    /summary: .*/,
    'summary: The the orders are late',
    '11:20 warning "The" is there twice in "summary". Delete one of the two.',
  ],
  [
    /summary: .*/,
    'summary: TODO',
    '11:20 warning "summary" is unfinished. Write what the person who is paged has to know.',
  ],
  [
    '- name: orders\n    interval: 1m',
    '- interval: 1m',
    '2:5 error The group has no name. Write name: and what its alerts have in common.',
  ],
  ['interval: 1m', 'interval: 1 minute', '3:15 error "interval" is no time. Write it as 30s, 1m or 5m.'],
  ['interval:', 'intervall:', '3:5 error Unknown field "intervall". Did you mean "interval"?'],
  [
    /$/,
    '  - name: orders\n    rules: []\n',
    '13:11 error Another group of the file is called "orders". Give each a name of its own.',
  ],
])('finds %s written as %j, once and at its line', (from, to, finding) => {
  const text = FILE.replace(from, () => to)
  expect(text).not.toBe(FILE)
  expect(found(text)).toEqual([finding])
})

it.each([
  ['severity: sev2', 'severity: "{{ $labels.severity }}"'],
  ['$value }}', '$value | humanize }}{{ $x := 1 }}{{ $x }}'],
  ['$value }}', '$value }}{{ range $lable, $v := $labels }}{{ $lable }}{{ end }}'],
  ['for: 30m', 'for: 7d'],
])('leaves %s written as %j alone', (from, to) => {
  expect(found(FILE.replace(from, () => to))).toEqual([])
})

it('knows no severity of a site whose rules have words of their own', () => {
  expect(ruleSense('orders.yaml', FILE.replace('sev2', 'critical'), { alerts: [] })).toEqual([])
})
