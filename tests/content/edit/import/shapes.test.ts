import { expect, it } from 'vitest'
import type { AlertRule } from '../../../../src/content/check/alert-rules/read-rules.ts'
import { fieldsOf, importFiles } from './in-memory.ts'

const files = (result: ReturnType<typeof importFiles>) => result.entries.map(({ file }) => file)
const runbook = '## Meaning\n\nLate.\n\n## Mitigation\n\nWait.'

it('keeps the folders of the source and the letters of its names', () => {
  expect(
    files(importFiles({ 'kubernetes/KubePodCrashLooping.md': runbook, 'node/NodeDown.md': runbook })),
  ).toEqual(['issues/kubernetes/KubePodCrashLooping.md', 'issues/node/NodeDown.md'])
})

it('leaves out the folder that all pages have in common', () => {
  expect(
    files(
      importFiles({
        'docs/runbooks/a/One.md': 'A b.',
        'docs/runbooks/b/Two.md': 'A b.',
        'docs/_index.md': '# All of them\n\nText here.',
      }),
    ),
  ).toEqual(['runbooks/All-of-them.md', 'runbooks/a/One.md', 'runbooks/b/Two.md'])
})

it.each([
  ['My Page.md', 'My-Page'],
  ['a.b.md', 'a-b'],
  ['x.html.md.erb', 'x'],
  ['Störung.md', 'Storung'],
  ['under_score.md', 'under_score'],
  ['Page 0123456789abcdef0123456789abcdef.md', 'Page'],
  ['%2Dhyphen.md', 'hyphen'],
  ['障害.md', 'page-'],
])('%s has a name that an address can have', (name, expected) => {
  expect(files(importFiles({ [name]: 'A text.', 'other.md': 'A text.' })).join(' ')).toContain(
    `runbooks/${expected}`,
  )
})

it('gives two pages of one id two places', () => {
  expect(files(importFiles({ 'a b.md': 'A text.', 'a-b.md': 'A text.' }))).toEqual([
    'runbooks/a-b.md',
    'runbooks/a-b-2.md',
  ])
})

it.each(['index.md', '_index.md', 'README.md'])('%s is the page of its folder', (name) => {
  expect(
    files(importFiles({ [`a/${name}`]: 'A text.', 'a/b.md': 'A text.', 'c/d.md': 'A text.' })),
  ).toContain('runbooks/a/index.md')
})

it('makes issues of what alerts lead to, and runbooks of the rest, a folder at a time', () => {
  const result = importFiles({
    'alerts/OrdersLate.md': runbook,
    'alerts/how-it-works.md': 'A text.',
    'guides/install.md': '## Steps\n\nDo.',
  })
  expect(files(result)).toEqual([
    'issues/alerts/OrdersLate.md',
    'issues/alerts/how-it-works.md',
    'runbooks/guides/install.md',
  ])
  expect(files(importFiles({ 'a/OrdersLate.md': runbook, 'b/x.md': 'T.' }, { as: 'runbooks' }))).toEqual([
    'runbooks/a/OrdersLate.md',
    'runbooks/b/x.md',
  ])
})

it.each([
  ['one heading, which is the title', '# The title\n\n## A\n\nB', '## A\n\nB'],
  [
    'a title in its fields and another heading',
    '---\ntitle: T\n---\n# Other\n\n## A\n\nB',
    '## Other\n\n### A\n\nB',
  ],
  ['a whole page on the first level', '# Symptoms\n\nS\n\n# Cause\n\nC', '## Symptoms\n\nS\n\n## Cause\n\nC'],
  [
    'a title and more on its level',
    '# Orders are late\n\nA\n\n# Fix\n\n## Deep\n\nB',
    'A\n\n## Fix\n\n### Deep\n\nB',
  ],
  ['a level left out', '## A\n\n#### B\n\nC', '## A\n\n### B\n\nC'],
  ['underlined headings', 'Title\n=====\n\nPart\n----\n\nA', '## Part\n\nA'],
  ['an empty heading', '## A\n\nB\n\n##\n\nC', '## A\n\nB\n\nC'],
])('headings: %s', (_, text, expected) => {
  const [entry] = importFiles({ 'some-page.md': text }).entries
  expect(
    entry?.text
      .replace(/^---\n[^]*?\n---\n\n/, '')
      .trimEnd()
      .replace(/\n{2,}/g, '\n\n')
      .replace(/^(Part)\n-+$/m, '## $1'),
  ).toBe(expected)
})

const rules: AlertRule[] = [
  { name: 'OrdersLate', position: { line: 1, column: 1 }, severity: 'warning' },
  {
    name: 'OrdersLate',
    position: { line: 1, column: 1 },
    severity: 'critical',
    runbookUrl: { url: 'https://s.example/x/OrdersLate/', position: { line: 1, column: 1 } },
  },
  {
    name: 'QueueFull',
    position: { line: 1, column: 1 },
    runbookUrl: { url: 'https://s.example/x/queues/#queue-is-full', position: { line: 1, column: 1 } },
  },
]

it('takes alerts from names of files, from rules, and from the addresses of rules', () => {
  const result = importFiles(
    {
      'mkdocs.yml': 'site_name: S\nsite_url: https://s.example/\n',
      'docs/x/orderslate.md': runbook,
      'docs/x/queues.md': '## Symptoms\n\nA\n\n## Queue is full\n\nB\n\n## Fix\n\nC',
      'docs/x/NodeDown.md': runbook,
    },
    { alerts: rules },
  )
  expect(result.entries.map(({ source, alerts }) => [source, ...alerts])).toEqual([
    ['docs/x/NodeDown.md', 'NodeDown'],
    ['docs/x/orderslate.md', 'OrdersLate'],
    ['docs/x/queues.md', 'QueueFull'],
  ])
})

it('takes the worst severity of an alert’s rules, where the site has one of that name', () => {
  expect(
    fieldsOf(runbook, 'OrdersLate.md', { alerts: rules, severities: ['critical', 'warning'] }),
  ).toContain('severity: critical')
  expect(fieldsOf(runbook, 'OrdersLate.md', { alerts: rules, severities: ['sev1'] })).not.toContain(
    'severity',
  )
})

it('makes a page of each heading of a large file', () => {
  const text =
    '# Runbooks\n\nAll of them, see [it](#orderslate).\n\n## Alerts\n\n### OrdersLate\n\nLate, see [lost](#orderslost).\n\n#### Fix\n\nWait.\n\n### OrdersLost\n\nLost.\n\n## Glossary\n\nWords.'
  const result = importFiles({ 'runbooks.md': text }, { split: 3 })
  expect(result.entries.map(({ file, title, alerts }) => [file, title, ...alerts])).toEqual([
    ['issues/runbooks.md', 'Runbooks'],
    ['issues/OrdersLate.md', 'OrdersLate', 'OrdersLate'],
    ['issues/OrdersLost.md', 'OrdersLost', 'OrdersLost'],
  ])
  const [rest, late] = result.entries
  expect(rest?.text).toContain('see [it](./OrdersLate.md)')
  expect(rest?.text).toContain('## Glossary')
  expect(late?.text).toContain('Late, see [lost](./OrdersLost.md).\n\n## Fix\n\nWait.')
})

it('leaves out menus, templates, papers of the project, and pages without a text', () => {
  const result = importFiles({
    'CHANGELOG.md': 'x y',
    '_sidebar.md': 'x y',
    'archetypes/default.md': 'x y',
    'empty.md': '---\ntitle: T\n---\n<!-- nothing -->\n',
    'page.md': 'A text.',
  })
  expect(files(result)).toEqual(['runbooks/page.md'])
  expect(result.leftOut).toHaveLength(4)
})

it('leaves out what is beside the pages of a generator', () => {
  const result = importFiles({ 'mkdocs.yml': 'site_name: S\n', 'README.md': 'x y', 'docs/a.md': 'A text.' })
  expect(files(result)).toEqual(['runbooks/a.md'])
  expect(result.leftOut).toEqual([
    { source: 'README.md', why: 'it is outside of the pages of MkDocs (docs/)' },
  ])
})

it.each([
  [{ 'mkdocs.yml': 'site_name: S\n', 'docs/a/b.md': 'A text.' }, 'mkdocs', 'a/b'],
  [{ 'hugo.toml': 'title = "S"\nbaseURL = "/"\n', 'content/A/B.md': 'A text.' }, 'hugo', 'a/b'],
  [{ 'docusaurus.config.js': 'x', 'docs/01-a/02-b.md': 'A text.' }, 'docusaurus', 'docs/a/b'],
  [{ '_config.yml': 'title: S\n', 'a/b.md': '---\npermalink: /c/\n---\nA text.' }, 'jekyll', 'c'],
  [{ 'config/tech-docs.yml': 'service_name: S\n', 'source/a/b.html.md.erb': 'A text.' }, 'tech-docs', 'a/b'],
  [{ 'book.toml': '[book]\ntitle = "S"\n', 'src/a/b.md': 'A text.' }, 'mdbook', 'a/b'],
])('finds out what made the site, and keeps its addresses: %j', (source, family, address) => {
  const result = importFiles(source)
  expect(result.generators.map((each) => each.family)).toEqual([family])
  expect(result.entries[0]?.text).toContain(`aliases: [/${address}]`)
})

it.each([
  ['{{< hint >}}x{{< /hint >}}', 'hugo'],
  ['!!! note\n    x', 'mkdocs'],
  ['<%= x %>', 'tech-docs'],
  ['[[_TOC_]]\n\nx', 'azure-wiki'],
  ['See [[Page]].', 'obsidian'],
  ['A text.', 'forge'],
  ['A text about `{{< hint >}}`.', 'forge'],
])('guesses by what pages use: %j', (text, family) => {
  expect(importFiles({ 'a.md': text }).generators[0]?.family).toBe(family)
})
