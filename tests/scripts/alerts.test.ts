import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alerts } from '../../scripts/commands/alerts.ts'
import { runCommand } from '../../scripts/lib/run.ts'
import { ISSUE_BODY, page, withFiles } from '../support/content-folder.ts'

const CONTENT = {
  'issues/late.md': page(
    {
      severity: 'sev2',
      alerts: ['OrdersLate', 'OrdersGone'],
      variables: [
        { name: 'TOPIC', summary: 'The topic.' },
        { name: 'PARTITION', summary: 'The partition.' },
      ],
    },
    ISSUE_BODY,
  ),
  'issues/other.md': page({ title: 'Other', severity: 'sev2', alerts: ['Plain', 'Nowhere'] }, ISSUE_BODY),
}

const known = process.env['SITE_URL']
beforeAll(() => {
  process.env['SITE_URL'] = 'https://runbooks.example.com'
})
afterAll(() => {
  if (known === undefined) delete process.env['SITE_URL']
  else process.env['SITE_URL'] = known
})

/** Runs the command on a rule file; `text` is what the file says afterwards. */
function run(rules: string, ...args: string[]) {
  return runOn(CONTENT, rules, ...args)
}

function runOn(content: Readonly<Record<string, string>>, rules: string, ...args: string[]) {
  return withFiles(content, async (root) => {
    const file = join(root, '..', 'rules.yaml')
    writeFileSync(file, rules)
    let [stdout, stderr] = ['', '']
    const code = await runCommand(alerts, [file, ...args], {
      out: (text) => (stdout += `${text}\n`),
      error: (text) => (stderr += `${text}\n`),
      now: new Date(),
      zone: 'UTC',
      root,
    })
    return { stdout, stderr, code, text: readFileSync(file, 'utf8') }
  })
}

const LATE = 'https://runbooks.example.com/alerts/OrdersLate/?topic={{ $labels.topic | urlquery }}'

const RULES = `# Rules of orders.
groups:
  - name: orders   # the first group
    rules:
      - alert: OrdersLate   # "late" means two minutes
        expr: sum by (topic) (kafka_lag) > 120
        for: 2m
        labels: { severity: page }
        annotations:
          # For people.
          summary: "{{ $labels.topic }} is late"   # keep

      # The next rule has an address of the old wiki.
      - alert: Plain
        annotations:
          runbook_url: https://wiki.example.com/plain  # old wiki
        expr: up == 0
      - expr: vector(1)
        alert: OrdersGone

      - record: job:up
        expr: sum(up)
      - alert: Unknown
        expr: up == 1
`

describe('npm run alerts', () => {
  it('prints the address of each alert with the labels that its rule has, and who has no page', async () => {
    const { stdout, code, text } = await run(RULES)
    expect(stdout).toContain(`  OrdersLate\n    runbook_url: '${LATE}'\n`)
    expect(stdout).toContain("  Plain\n    runbook_url: 'https://runbooks.example.com/alerts/Plain/'\n")
    expect(stdout).toMatch(/No page names these alerts:\n {2}Unknown {2}.*rules\.yaml:23/)
    expect(stdout).toMatch(/which no rule here has:\n {2}Nowhere {2}.*issues\/other\.md:\d+/)
    expect(stdout).toContain('4 alerts: 3 with a page, 1 without.')
    expect({ code, text }).toEqual({ code: 0, text: RULES })
  })

  it('says that alerts may be missing where a page has a name of an alert that cannot be read', async () => {
    const late = page({ severity: 'sev2', alerts: ['a?b', 'OrdersLate'] }, ISSUE_BODY)
    const { stdout, stderr } = await runOn(
      { ...CONTENT, 'issues/late.md': late },
      "groups: [{ name: g, rules: [{ alert: 'a?b', expr: up }] }]\n",
    )
    expect(stdout).toContain('No page names these alerts:\n  a?b')
    expect(stderr).toContain('Alerts may be missing here: the content has 1 mistake')
    expect((await run('groups: [{ name: g, rules: [{ alert: Plain, expr: up }] }]\n')).stderr).toBe('')
  })

  it('--write puts them there, and keeps every comment and the rest of each line', async () => {
    const { text, code, stderr } = await run(RULES, '--write')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const added = text.split('\n').filter((line) => !RULES.split('\n').includes(line))
    expect(added).toEqual([
      `          runbook_url: '${LATE}'`,
      "          runbook_url: 'https://runbooks.example.com/alerts/Plain/'  # old wiki",
      "          runbook_url: 'https://runbooks.example.com/alerts/OrdersGone/'",
    ])
    const kept = RULES.split('\n').filter((line) => !line.includes('wiki.example.com'))
    expect(text.split('\n').filter((line) => kept.includes(line)).length).toBeGreaterThanOrEqual(kept.length)
    expect(text.indexOf("alerts/OrdersGone/'\n\n      - record")).toBeGreaterThan(0)
  })

  it('changes nothing when it is run again', async () => {
    const once = await run(RULES, '--write')
    const twice = await run(once.text, '--write')
    expect(twice.text).toBe(once.text)
    expect(twice.stdout).toContain('0 annotations written')
  })

  it('keeps line breaks of Windows, and an address that leads to a step of the right page', async () => {
    const rules = `groups:\n- name: a\n  rules:\n  - alert: Plain\n    expr: up\n    annotations:\n      runbook_url: https://runbooks.example.com/issues/other/#fix\n  - alert: OrdersGone\n    expr: up\n`
    const { text } = await run(rules.replaceAll('\n', '\r\n'), '--write')
    expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
    expect(text).toContain('/issues/other/#fix\r\n')
    expect(text).toContain(
      "    annotations:\r\n      runbook_url: 'https://runbooks.example.com/alerts/OrdersGone/'\r\n",
    )
  })

  it('writes into the rules of Grafana and into those of a ConfigMap', async () => {
    const grafana = `apiVersion: 1\ngroups:\n  - orgId: 1\n    rules:\n      - uid: abc\n        title: Plain\n        condition: A\n        data: []\n        annotations:\n          summary: x\n`
    expect((await run(grafana, '--write')).text).toContain(
      "        annotations:\n          runbook_url: 'https://runbooks.example.com/alerts/Plain/'\n          summary: x\n",
    )
    const map = `kind: ConfigMap\ndata:\n  rules.yaml: |\n    groups:\n      - name: a\n        rules:\n          - alert: Plain\n            expr: up\n  other: x\n`
    expect((await run(map, '--write')).text).toBe(
      map.replace(
        '            expr: up\n',
        "            expr: up\n            annotations:\n              runbook_url: 'https://runbooks.example.com/alerts/Plain/'\n",
      ),
    )
  })

  it.each([
    ['a flow collection', 'groups: [{ name: a, rules: [{ alert: Plain, expr: up }] }]\n'],
    ['JSON', '{"groups":[{"name":"a","rules":[{"alert":"Plain","expr":"up"}]}]}\n'],
    [
      'annotations in braces',
      'groups:\n- name: a\n  rules:\n  - alert: Plain\n    expr: up\n    annotations: { summary: x }\n',
    ],
    [
      'a template',
      '{{- if .Values.on }}\ngroups:\n- name: a\n  rules:\n  - alert: Plain\n    expr: up\n{{- end }}\n',
    ],
    [
      'an address over two lines',
      'groups:\n- name: a\n  rules:\n  - alert: Plain\n    expr: up\n    annotations:\n      runbook_url: >-\n        https://wiki.example.com/\n        plain\n',
    ],
  ])('leaves %s as it is, and says so', async (_, rules) => {
    const { text, stderr, code } = await run(rules, '--write')
    expect(text).toBe(rules)
    expect(stderr).toContain('Nothing of it was changed')
    expect(code).toBe(1)
  })

  const PLAIN = "runbook_url: 'https://runbooks.example.com/alerts/Plain/'"
  const rule = (rest: string) => `groups:\n- name: a\n  rules:\n  - alert: Plain\n${rest}`

  it.each([
    [
      'a block of text whose last line looks like a comment',
      rule('    expr: |\n      up == 0\n      # or absent(up)\n'),
      `    annotations:\n      ${PLAIN}\n`,
    ],
    [
      'a folded block of text with a comment after it',
      rule('    expr: >-  # folded\n      up\n      == 0\n    # The end.\n\n# Of the file.\n'),
      `    annotations:\n      ${PLAIN}\n`,
    ],
    [
      'an anchor with the text of another rule',
      rule('    expr: &up up\n  - alert: Unknown\n    expr: *up\n'),
      `    annotations:\n      ${PLAIN}\n`,
    ],
    [
      'two documents with marks of both ends',
      `%YAML 1.2\n---\n${rule('    expr: up\n...\n---\nkind: Service\n')}`,
      `    annotations:\n      ${PLAIN}\n`,
    ],
    [
      'a byte order mark and no line break at the end',
      `\uFEFF${rule('    annotations:\n      summary: x')}`,
      `      ${PLAIN}\n`,
    ],
    [
      'tabs within and before comments',
      rule('    expr: up\t# a\ttab\n\t# another\n    annotations:\t# below\n        summary: x\n'),
      `        ${PLAIN}\n`,
    ],
    [
      'text that looks like the annotations',
      rule(
        '    expr: |\n      annotations:\n        a: b\n    annotations:\n\n      # First.\n      summary: x\n',
      ),
      `      ${PLAIN}\n`,
    ],
  ])('--write only adds lines to %s', async (_, rules, added) => {
    const { text, stderr, code } = await run(rules, '--write')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const at = text.indexOf(added)
    expect(at).toBeGreaterThan(0)
    expect(text.slice(0, at) + text.slice(at + added.length)).toBe(rules)
  })

  it.each([
    [
      'a rule whose annotations come from an anchor',
      `base: &base { annotations: { summary: x } }\n${rule('    <<: *base\n    expr: up\n')}`,
    ],
    ['a block of text that keeps its blank lines', rule('    expr: |+\n      up\n\n\n')],
  ])('--write leaves %s as it is, where an annotation would change something else', async (_, rules) => {
    const { text, stderr, code } = await run(rules, '--write')
    expect(text).toBe(rules)
    expect(stderr).toContain('Nothing of it was changed')
    expect(code).toBe(1)
  })

  it.each([
    ['', 'The file is empty'],
    ['groups: []\n', 'hold no rules'],
    ['a: [\n', 'This is no YAML'],
  ])('refuses a file without alerts: %j', async (rules, words) => {
    const { stderr, code } = await run(rules)
    expect(stderr).toContain(words)
    expect(code).toBe(1)
  })
})
