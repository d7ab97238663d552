import { expect, it } from 'vitest'
import { inventedWords } from '../../../../src/content/edit/import/markup/words.ts'
import { leftKinds } from '../../../../src/content/edit/import/left-kinds.ts'
import { bodyOf, fieldsOf, importFiles } from './in-memory.ts'

type Files = Readonly<Record<string, string>>

const QUARTO = { '_quarto.yml': 'project:\n  type: website\nwebsite:\n  title: A\n' }
const PELICAN = { 'pelicanconf.py': "SITENAME = 'A'\nPATH = 'content'\n" }
const SPHINX = { 'conf.py': "project = 'A'\nextensions = ['myst_parser']\n" }
const MKDOCS = { 'mkdocs.yml': 'site_name: A' }

const NOTICE = '<!--a-->\nRead this first.\n<!--b-->\n\nNot this.'

it.each<[string, Files, string]>([
  [
    'a callout of Quarto with its title as an attribute',
    { ...QUARTO, 'page.qmd': '::: {.callout-warning title="Stop"}\nNot at night.\n:::' },
    '> [!WARNING]\n> **Stop**\n>\n> Not at night.',
  ],
  [
    'a callout of Quarto with its title as a heading',
    { ...QUARTO, 'page.qmd': '::: {.callout-note}\n## Before\n\nLook at the lag.\n:::' },
    '> [!NOTE]\n> **Before**\n>\n> Look at the lag.',
  ],
  [
    'a folded callout of Quarto',
    { ...QUARTO, 'page.qmd': '::: {.callout-tip collapse="true"}\n## More\nText.\n:::' },
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
  ],
  [
    'the tabs of Quarto',
    {
      ...QUARTO,
      'page.qmd': '::: {.panel-tabset}\n## Linux\n\n```bash\nls\n```\n\n## Windows\n\nLook.\n:::\n\nAfter.',
    },
    '<details open>\n<summary>Linux</summary>\n\n```bash\nls\n```\n\n</details>\n\n<details open>\n<summary>Windows</summary>\n\nLook.\n\n</details>\n\nAfter.',
  ],
  [
    'a division that only arranges',
    { ...QUARTO, 'page.qmd': '::: {.column-margin}\nAn aside.\n:::' },
    'An aside.',
  ],
  [
    'code with a class in the form of Pandoc',
    { 'page.md': 'Set `a.b`{.title-ref} first.' },
    'Set `a.b` first.',
  ],
  [
    'a link and a picture of Pelican',
    {
      ...PELICAN,
      'content/notes/page.md': 'Title: Page\nDate: 2026-01-02\n\nSee [b]({filename}/notes/b.md).',
      'content/notes/b.md': 'Title: B\n\nB is down.',
    },
    'See [b](./b.md).',
  ],
  [
    'tabs, a table and code of MyST, with colons inside one another',
    {
      ...SPHINX,
      'page.md':
        '::::{tabs}\n:::{group-tab} Any node\n```shell\nls\n```\n:::\n\n:::{group-tab} One\nLook.\n:::\n::::\n\n:::{list-table} Ports\n:header-rows: 1\n\n* - Port\n  - What for\n* - 9042\n  - CQL, in\n    the clear\n:::',
    },
    '<details open>\n<summary>Any node</summary>\n\n```shell\nls\n```\n\n</details>\n\n<details open>\n<summary>One</summary>\n\nLook.\n\n</details>\n\n**Ports**\n\n| Port | What for |\n| --- | --- |\n| 9042 | CQL, in the clear |',
  ],
  [
    'a table of values between commas',
    { ...SPHINX, 'page.md': '```{csv-table}\n:header: Name, Port\n\n"a, b", 1\n```' },
    '| Name | Port |\n| --- | --- |\n| a, b | 1 |',
  ],
  [
    'an include over several lines, and the part of it that is meant',
    {
      ...MKDOCS,
      'docs/page.md':
        'Before.\n\n{%\n   include-markdown "./_n.md"\n   start="<!--a-->"\n   end=\'<!--b-->\'\n%}',
      'docs/_n.md': NOTICE,
    },
    'Before.\n\nRead this first.',
  ],
  [
    'an admonition whose title nobody closed',
    { ...MKDOCS, 'docs/page.md': '!!! info "See [b](https://b.example/)\n\nText.' },
    '> [!NOTE]\n> **See [b](https://b.example/)**\n\nText.',
  ],
  [
    'a heading of HTML that links lead to, without the sign of its own link',
    {
      'page.md':
        '[Look](#logs)\n\n<h2 id="logs">Read the logs<a class="headerlink" href="#logs">&para;</a></h2>\n\nText.',
    },
    '[Look](#read-the-logs)\n\n## Read the logs\n\nText.',
  ],
  [
    'a line of HTML above text',
    { 'page.md': 'Above.\n\n<hr/>\n**Note**: below.' },
    'Above.\n\n---\n\n**Note**: below.',
  ],
  [
    'quotes that a comment keeps apart',
    { 'page.md': '> One.\n<!-- -->\n> [!CAUTION]\n> Two.' },
    '> One.\n\n> [!CAUTION]\n> Two.',
  ],
  [
    'boxes to tick that are no items',
    { 'page.md': '[ ] Open the channel\n\n[x] Page them\n\n- [] Reply' },
    '- [ ] Open the channel\n\n- [x] Page them\n\n- [ ] Reply',
  ],
  [
    'code that shows how code is written',
    { 'page.md': '```mdx\n<Check>\n    ```yaml\n    a: 1\n    \\```\n</Check>\n```' },
    '````text\n<Check>\n    ```yaml\n    a: 1\n    \\```\n</Check>\n````',
  ],
])('converts %s, with no word of its own', (_, files, expected) => {
  expect(bodyOf(files, 'page')).toBe(expected)
  for (const { text, source } of importFiles(files).entries)
    expect(inventedWords(text, [...Object.values(files), source])).toEqual([])
})

const IKIWIKI = {
  'vhost.mdwn':
    '[[!meta title="Virtual hosts"]]\n\nA [[banner of\nours|doc services/badges]], [[badges]], [[no page|nobody]].\n\n[[!toc levels=2]]\n[[!img lag.png alt="The lag"]]\n\n[[!template id=note text="""Not at night."""]]\n\n[[!if test="x"]]',
  'services/badges.mdwn': '[[!meta title="Badges"]]\n\nHere.',
  'lag.png': '',
}

it('reads ikiwiki: its fields, its links with their words first, its directives', () => {
  expect(importFiles(IKIWIKI).entries.map(({ title }) => title)).toEqual(['Badges', 'Virtual hosts'])
  expect(bodyOf(IKIWIKI, 'vhost')).toBe(
    'A [banner of ours](./services/badges.md), [badges](./services/badges.md), no page.\n\n![The lag](../images/lag.png)\n\n> [!NOTE]\n> Not at night.\n\n[[!if test="x"]]',
  )
  expect(importFiles(IKIWIKI).log.entries.filter(({ how }) => how === 'left')).toHaveLength(1)
})

it('reads fields without marks around them, and leaves a text with colons alone', () => {
  expect(fieldsOf('Title: ASFBot: services\nDate: 2026-01-02\nTags: irc, bots\n\nIt answers.')).toBe(
    "title: 'ASFBot: services'\nsummary: It answers.",
  )
  expect(bodyOf({ 'page.md': 'Note: read this.\nSee: that.\n\nText.' })).toBe(
    'Note: read this.\nSee: that.\n\nText.',
  )
  const files = { 'a.md': 'Title: A\nStatus: draft\n\nA.', 'b.md': 'Title: B\n\nB.' }
  expect(importFiles(files).leftOut).toEqual([{ source: 'a.md', why: 'it is not published (draft: true)' }])
})

it('keeps a title that is a name between brackets, and drops a description that says nothing', () => {
  expect(fieldsOf('---\ntitle: <Check>\ndescription: 50%\n---\nIt checks the host.')).toBe(
    'title: <Check>\nsummary: It checks the host.',
  )
  expect(fieldsOf('---\ntitle: The <b>lag</b>\n---\nIt grows.')).toBe('title: The lag\nsummary: It grows.')
})

it('reports what nobody can convert once a kind, with its first line and what to do', () => {
  const { log, entries } = importFiles({
    'content/a.md': 'A.\n\n{{< clock zone="x" >}}\n\n{{< clock zone="y" >}}',
    'content/b.md': 'B.\n\n{{< clock >}}\n\n{{< readfile "gone.md" >}}',
    'hugo.toml': 'title = "A"',
  })
  expect(leftKinds(log.entries)).toEqual([
    {
      what: 'shortcode ({{< clock >}})',
      times: 3,
      pages: 2,
      first: 'content/a.md:3',
      todo: 'Write what it showed to readers.',
    },
    {
      what: 'include ({{< readfile >}})',
      times: 1,
      pages: 1,
      first: 'content/b.md:5',
      todo: 'Import the folder that has the file as well, or write its text.',
    },
  ])
  expect(entries[0]?.text).toContain('{{< clock zone="x" >}}')
})
