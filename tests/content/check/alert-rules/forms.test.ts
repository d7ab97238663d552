import { expect, it } from 'vitest'
import { readRules } from '../../../../src/content/check/alert-rules/read-rules.ts'

/** `line:column name -> address` of every alert that is read. */
function read(text: string, name = 'rules.yaml'): string[] {
  return readRules(text, name).alerts.map(
    (alert) =>
      `${String(alert.position.line)}:${String(alert.position.column)} ${alert.name}${alert.runbookUrl ? ` -> ${alert.runbookUrl.url}` : ''}`,
  )
}

const rule = (name: string, indent = '') =>
  [`- alert: ${name}`, '  expr: up == 0', '  annotations:', `    runbook_url: https://x.example/${name}`]
    .map((line) => `${indent}${line}\n`)
    .join('')
const groups = (name: string, indent = '') =>
  `${indent}groups:\n${indent}- name: g\n${indent}  rules:\n${rule(name, `${indent}  `)}`
const prometheusRule = (name: string) => `kind: PrometheusRule\nspec:\n${groups(name, '  ')}`
const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by)

it.each([
  ['groups', groups('A')],
  ['a PrometheusRule', prometheusRule('A')],
  ['a leading ---', `---\n${groups('A')}`],
  ['a trailing ---', `${prometheusRule('A')}---\n`],
  [
    'JSON',
    '{"groups":[{"name":"g","rules":[{"alert":"A","expr":"x","annotations":{"runbook_url":"https://x.example/A"}}]}]}',
  ],
  ['a namespace of mimirtool', `namespace: n\n${groups('A')}`],
  ['a List of kubectl', `kind: List\nitems:\n- kind: PrometheusRule\n  spec:\n${groups('A', '    ')}`],
  ['a ConfigMap', `kind: ConfigMap\ndata:\n  a.yaml: |\n${indent(groups('A'), '    ')}`],
  ['values with a map of rules', `additionalPrometheusRulesMap:\n  mine:\n${groups('A', '    ')}`],
  ['values of the server', `serverFiles:\n  alerting_rules.yml:\n${groups('A', '    ')}`],
  ['a bare list', rule('A')],
  ['one rule', 'alert: A\nexpr: up == 0\nannotations:\n  runbook_url: https://x.example/A\n'],
  [
    'the output of a mixin',
    `{"x.yaml": {"groups": [{"rules": [{"alert": "A", "expr": "x", "annotations": {"runbook_url": "https://x.example/A"}}]}]}}`,
  ],
  ['the API of a ruler', `ns:\n- name: g\n  rules:\n${rule('A', '  ')}`],
  [
    'the API of Prometheus',
    '{"status":"success","data":{"groups":[{"rules":[{"type":"alerting","name":"A","query":"x","annotations":{"runbook_url":"https://x.example/A"}},{"type":"recording","name":"r","query":"x"}]}]}}',
  ],
  [
    'Grafana’s provisioning',
    'apiVersion: 1\ngroups:\n- name: g\n  rules:\n  - uid: u1\n    title: A\n    condition: C\n    data: []\n    annotations: {runbook_url: https://x.example/A}\n',
  ],
  [
    'Grafana’s provisioning in JSON',
    '{"apiVersion":1,"groups":[{"rules":[{"uid":"u","title":"A","condition":"C","data":[],"annotations":{"runbook_url":"https://x.example/A"}}]}]}',
  ],
  [
    'Grafana’s provisioning without a condition',
    '{"apiVersion":1,"groups":[{"rules":[{"uid":"u","title":"A","annotations":{"runbook_url":"https://x.example/A"}}]}]}',
  ],
  [
    'the API of Prometheus without the query',
    '{"data":{"groups":[{"rules":[{"type":"alerting","name":"A","annotations":{"runbook_url":"https://x.example/A"}}]}]}}',
  ],
  [
    'Grafana’s ruler',
    '{"folder":[{"name":"g","rules":[{"expr":"","annotations":{"runbook_url":"https://x.example/A"},"grafana_alert":{"title":"A","uid":"u"}}]}]}',
  ],
  ['a VMRule', `kind: VMRule\nspec:\n${groups('A', '  ')}`],
  [
    'JSON without a space in a ConfigMap',
    'kind: ConfigMap\ndata:\n  a.json: |-\n    {"groups":[{"rules":[{"alert":"A","expr":"x","annotations":{"runbook_url":"https://x.example/A"}}]}]}\n',
  ],
  [
    'a resource of Grafana in Kubernetes',
    'apiVersion: rules.alerting.grafana.app/v0alpha1\nkind: AlertRule\nmetadata: {name: u}\nspec:\n  title: A\n  expressions: {A: {}}\n  annotations: {runbook_url: https://x.example/A}\n',
  ],
  ['lines that end as on Windows', groups('A').replaceAll('\n', '\r\n')],
  ['a mark of the order of bytes', `\uFEFF${groups('A')}`],
  [
    'an anchor that is merged in',
    'x: &d\n  runbook_url: https://x.example/A\ngroups:\n- rules:\n  - alert: A\n    expr: x\n    annotations:\n      <<: *d\n      summary: s\n',
  ],
  [
    'another name of the annotation',
    'groups:\n- rules:\n  - alert: A\n    expr: x\n    annotations: {runbook: https://x.example/A}\n',
  ],
])('an alert is read from %s', (_, text) => {
  expect(read(text).map((each) => each.replace(/^\S+ /, ''))).toEqual(['A -> https://x.example/A'])
})

it('reads every document of a stream', () => {
  expect(
    read(`kind: ConfigMap\n---\n${prometheusRule('A')}---\n${prometheusRule('B')}`).map((each) =>
      each.slice(-1),
    ),
  ).toEqual(['A', 'B'])
})

it('gives the line and column in the file for an alert inside a ConfigMap', () => {
  expect(read(`kind: ConfigMap\ndata:\n  a.yaml: |\n${indent(groups('A'), '    ')}`)).toEqual([
    '7:16 A -> https://x.example/A',
  ])
})

it('takes no dashboard of Grafana for alerts', () => {
  expect(read('{"title":"Orders","uid":"u","panels":[{"title":"Lag","type":"graph"}]}')).toEqual([])
})

it('does not follow an anchor into itself', () => {
  expect(read('a: &a\n  b: *a\n  alert: X\n  expr: x\n')).toEqual(['3:10 X'])
})

it('reads a Helm template with its actions taken out, and keeps the lines', () => {
  const text = `{{- if .Values.enabled }}
kind: PrometheusRule
metadata:
  labels: {{- include "labels" . | nindent 4 }}
  namespace: {{ .Values.namespace }}
spec:
  groups:
  - name: g
    rules:
    {{- range .Values.clusters }}
    - alert: OrdersLate
      expr: lag{cluster="{{ .name }}"} > {{ .limit | default 5 }}
      annotations:
        description: '{{\`{{ $labels.pod }} is late\`}}'
        runbook_url: {{ $.Values.site }}/alerts/OrdersLate/
      labels:
        {{- toYaml .labels | nindent 8 }}
    {{- end }}
    {{- if .Values.more }}
    - alert: OrdersLost
      expr: x
      annotations:
        runbook_url: '{{\`https://x.example/alerts/{{ $labels.alertname }}/\`}}'
    {{- end }}
{{- end }}
`
  expect(read(text)).toEqual([
    '11:14 OrdersLate -> {{ $.Values.site }}/alerts/OrdersLate/',
    '20:14 OrdersLost -> https://x.example/alerts/{{ $labels.alertname }}/',
  ])
  expect(readRules(text, 'x.yaml').isTemplate).toBe(true)
})

it('reads one rule a template whose name is a variable of the template', () => {
  const text = `{{- $alert := "OrdersLate" -}}\n{{- if not (has $alert .excluded) -}}\nalert: {{ $alert }}\nexpr: x\nlabels:\n  namespace: {{ .namespace }}\n{{- end -}}\n`
  expect(read(text)).toEqual(['3:8 OrdersLate'])
})

it('says that a name is known to the template alone', () => {
  expect(read('- alert: {{ .prefix }}Late\n  expr: x\n- alert: Lost\n  expr: {{ .x }}\n')).toEqual([
    '1:10 {{ .prefix }}Late',
    '3:10 Lost',
  ])
})

it('reads the branches of a condition that make no YAML together', () => {
  const text = `groups:\n- rules:\n  {{ if .a }}\n  - alert: One\n    expr: x\n  {{ else }}\n   - alert: Two\n    expr: x\n  {{ end }}\n`
  expect(read(text).map((each) => each.replace(/^\S+ /, ''))).toEqual(['One', 'Two'])
})

it('reads names, with an address after a tab', () => {
  expect(read('# exported\nOrders late\thttps://x.example/a\n\nOrdersLost\n', 'names.txt')).toEqual([
    '2:1 Orders late -> https://x.example/a',
    '4:1 OrdersLost',
  ])
})

it('reads names from standard input, where nothing has a name', () => {
  expect(read('OrdersLate\nOrdersLost\n', '')).toEqual(['1:1 OrdersLate', '2:1 OrdersLost'])
})

it.each([
  ['', 'The file is empty'],
  ['groups: []\n', 'The groups of the file hold no rules'],
  [
    'groups:\n- rules:\n  - record: a:b\n    expr: x\n',
    'The one rule of the file records a series, and alerts nobody',
  ],
  ['just text', 'The file holds no alerts'],
  [
    'groups:\n  - rules: [\n',
    'This is no YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'route:\n  receiver: x\nreceivers: []\n',
    'This is a configuration of Alertmanager, which says who is notified, and holds no alerts',
  ],
  [
    '{"type": "metric alert", "query": "avg(last_5m):x > 1", "name": "n"}',
    'This is a monitor of Datadog, and holds no alerts',
  ],
  ['apiVersion: openslo/v1\nkind: SLO\n', 'This is an objective of OpenSLO, and holds no alerts'],
  ['version: prometheus/v1\nservice: s\nslos: []\n', 'This is an objective of Sloth, and holds no alerts'],
  [
    'kind: CustomResourceDefinition\n',
    'This is the definition of a kind of resource, and no resource, and holds no alerts',
  ],
  [
    '[{"labels":{"alertname":"A"},"startsAt":"2026-01-01T00:00:00Z"}]',
    'This is a list of alerts that fire now, and holds no rules',
  ],
  ['\uFFFDg\0r\0o\0u\0p\0s\0', 'The file is no text in UTF-8, and holds no alerts'],
  ['rule_files: [a.yaml]\ntests: []\n', 'This is a test of rules (promtool), and holds no alerts'],
])('each cause has its own sentence: %j', (text, message) => {
  expect(readRules(text, 'x.yaml').problem?.message).toBe(message)
})

it('says where a rule has lost its name', () => {
  const text =
    'groups:\n- rules:\n  - alert:\n    expr: x\n  - alert: ""\n    expr: x\n  - alert: A\n    expr: x\n'
  const { alerts, nameless } = readRules(text, 'x.yaml')
  expect(alerts.map(({ name }) => name)).toEqual(['A'])
  expect(nameless).toEqual([
    { line: 3, column: 5 },
    { line: 5, column: 5 },
  ])
})

it('says on which line the YAML is wrong', () => {
  expect(
    readRules('groups:\n- rules:\n  - alert: A\n    expr: a: b\n', 'x.yaml').problem?.position?.line,
  ).toBe(4)
})
