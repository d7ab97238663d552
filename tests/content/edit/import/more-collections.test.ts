import { expect, it } from 'vitest'
import { inventedWords } from '../../../../src/content/edit/import/markup/words.ts'
import { bodyOf, importFiles } from './in-memory.ts'

type Files = Readonly<Record<string, string>>

const names = (files: Files) => importFiles(files).entries.map(({ source }) => source)
const dead = (files: Files) => importFiles(files).log.entries.filter(({ how }) => how === 'dead')

it('takes a page about security or changes for a page, unless it is the one that forges ask each project for', () => {
  expect(
    names({
      'mkdocs.yml': 'site_name: A',
      'docs/networking/security.md': 'Rules of the network.',
      'docs/history.md': 'What was.',
      'docs/SECURITY.md': 'Write to us.',
      'docs/index.md': 'All.',
    }),
  ).toEqual(['docs/history.md', 'docs/index.md', 'docs/networking/security.md'])
  expect(names({ 'security.md': 'Write to us.', 'a.md': 'A.' })).toEqual(['a.md'])
  expect(names({ '_Sidebar.md': '', 'Security.md': 'A page of the wiki.' })).toEqual(['Security.md'])
})

it('imports a file that is asked for by its name, whatever it is called', () => {
  expect(names({ 'CHANGELOG.md': 'What was.' })).toEqual(['CHANGELOG.md'])
})

const WIKI = {
  '_Sidebar.md': '',
  'Basics:-First-Steps.md': '## 2. Domain Name\n\nIt is late.',
}

it.each([
  ['[[ Basics: First Steps ]]', '[Basics: First Steps](./Basics-First-Steps.md)'],
  [
    '[[the steps | Basics: First Steps#2-domain-name ]]',
    '[the steps](./Basics-First-Steps.md#2-domain-name)',
  ],
  ['[the steps](Basics:-First-Steps)', '[the steps](./Basics-First-Steps.md)'],
  ['[the steps](Basics:-First-Steps#2-domain-name)', '[the steps](./Basics-First-Steps.md#2-domain-name)'],
  ['[[the host|https://a.example/b]]', '[the host](https://a.example/b)'],
  ['[[A page that nobody wrote]]', '[[A page that nobody wrote]]'],
])('%s: leads from a page of a wiki to where it led', (written, expected) => {
  expect(bodyOf({ ...WIKI, 'Home.md': `See ${written}.` }, 'Home')).toBe(`See ${expected}.`)
})

const MYST = { 'conf.py': "project = 'A'\nextensions = ['myst_parser']\n" }

it.each([
  ['```{note}\nText.\n```', '> [!NOTE]\n> Text.'],
  ['```{admonition} Stop\n:class: warning\nText.\n```', '> [!WARNING]\n> **Stop**\n>\n> Text.'],
  [
    '`````{tab-set}\n````{tab-item} Linux\n:sync: a\n\n```bash\nls\n```\n````\n`````',
    '<details open>\n<summary>Linux</summary>\n\n```bash\nls\n```\n\n</details>',
  ],
  [
    '```{code-block} python\n:linenos:\n:caption: app.py\nprint(1)\n```',
    '```python title="app.py"\nprint(1)\n```',
  ],
  ['Before.\n\n:::{toc}\n:context: children\n:::\n\nAfter.', 'Before.\n\nAfter.'],
  ['Before.\n\n```{toctree}\na\nb\n```\n\nAfter.', 'Before.\n\nAfter.'],
  ['```{mermaid}\ngraph TD\n```', '```mermaid\ngraph TD\n```'],
  ['```{figure} x.png\n:alt: The lag\nAs it was.\n```', '![The lag](../images/x.png)\n\nAs it was.'],
  ['+++ {"class": "x"}\nText.\n% a note to editors', 'Text.'],
  ['Press {kbd}`Esc` and run {command}`ls`.', 'Press <kbd>Esc</kbd> and run `ls`.'],
  ['See {ref}`the steps <steps:first>`.', 'See [the steps](./other.md#first-steps).'],
  ['See {ref}`steps:first`.', 'See [First steps](./other.md#first-steps).'],
  [
    'See [](#steps:first) and [](other.md).',
    'See [First steps](./other.md#first-steps) and [Other](./other.md).',
  ],
  ['See {doc}`other`.', 'See [Other](./other.md).'],
  ['```\n```{note}\n```', '```\n```{note}\n```'],
])('%j: is read as MyST writes it', (text, expected) => {
  const files = {
    ...MYST,
    'page.md': text,
    'other.md': '# Other\n\nText.\n\n(steps:first)=\n\n## First steps\n\nText.',
    'x.png': '',
  }
  expect(bodyOf(files, 'page')).toBe(expected)
  for (const { text: entry, source } of importFiles(files).entries)
    expect(inventedWords(entry, [...Object.values(files), source])).toEqual([])
})

const JEKYLL = {
  '_config.yml':
    'title: A\npermalink: pretty\ncollections:\n  docs:\n    permalink: /:collection/:path/\n  pages:\n    permalink: /:path/\ndefaults:\n  - scope:\n      path: _pages/old\n    values:\n      permalink: /archive/:title/\n',
  '_docs/a/other.md': 'Other.',
  '_posts/2024-01-02-news.md': 'News.',
  '_pages/contact.md': '---\nredirect_from: /help/\n---\n## Mail\n\nWrite.',
  '_pages/old/rules.md': 'Rules.',
  '_assets/i/x.png': '',
}

it.each([
  ['[x]({{ "/docs/a/other" | relative_url }})', '[x](./other.md)'],
  ['[x]({{ site.baseurl }}/docs/a/other/)', '[x](./other.md)'],
  ['[x](/2024/01/02/news/)', '[x](../../posts/2024-01-02-news.md)'],
  ['[x](/contact/)', '[x](../../pages/contact.md)'],
  ['[x](/help/#mail)', '[x](../../pages/contact.md#mail)'],
  ['[x](/archive/rules/)', '[x](../../pages/old/rules.md)'],
  ['[x]({% page "/contact/" %})', '[x](../../pages/contact.md)'],
  ['<a href="{% url "/contact/" %}">x</a>', '[x](../../pages/contact.md)'],
  ['![i](/assets/i/x.png)', '![i](../../../images/assets/i/x.png)'],
  ['{% image "assets/i/x.png" "An x" %}', '![An x](../../../images/assets/i/x.png)'],
  ['[m](mailto:a@b.example?subject=Hi%20you)', '[m](mailto:a@b.example)'],
])('%s: leads where the collections of Jekyll put it', (written, expected) => {
  const files = { ...JEKYLL, '_docs/a/page.md': `See ${written} there.` }
  expect(bodyOf(files, '_docs/a/page')).toBe(`See ${expected} there.`)
  expect(dead(files)).toEqual([])
})

it.each([
  [
    'an element over several lines',
    '<iframe\n  src="https://a.example/x"\n  title="A film"\n></iframe>',
    '[A film](https://a.example/x)',
  ],
  [
    'blocks in the cells of a table',
    '| <pre>  </pre> A | B |\n|---|---|\n| <ul><li>x</li><li>y</li></ul> | <center>z</center> |',
    '|  A | B |\n|---|---|\n| - x<br>- y | z |',
  ],
  ['a code block with nothing in it', 'A.\n\n```bash\n\n```\n\nB.', 'A.\n\nB.'],
])('%s', (_, text, expected) => {
  expect(bodyOf({ 'page.md': text })).toBe(expected)
})

it('reads a container that nobody closed to the end of its page, and one in a list to the end of its item', () => {
  expect(bodyOf({ 'a.md': ':::note\nText.' })).toBe('> [!NOTE]\n> Text.')
  expect(bodyOf({ 'a.md': '::: details More\n1. One.\n\n   ::: tip\n   Do.\n:::\n\nAfter.' })).toMatch(
    /^<details>[^]*\[!TIP\][^]*<\/details>\n\nAfter\.$/,
  )
})

it('keeps the place of an old link within a heading out of its words', () => {
  const files = {
    'a.md': '# A <a name="top"></a>\n\n[x](#s-1) [y](#step-1)\n\n## Step 1 <a name="s-1"></a>\n\nText.',
  }
  expect(importFiles(files).entries[0]?.title).toBe('A')
  expect(bodyOf(files)).toContain('[x](#step-1) [y](#step-1)')
})

it('leaves an include of MyST that leads nowhere to be found, with no word of its own', () => {
  const { entries, log } = importFiles({ ...MYST, 'a.md': 'Text.\n\n```{include} ../gone.md\n```' })
  expect(entries[0]?.text).toContain(':::{include} ../gone.md')
  expect(log.entries).toContainEqual(expect.objectContaining({ how: 'left', detail: '../gone.md' }))
})

it('fills in what a page itself has set', () => {
  const files = {
    'mkdocs.yml': 'site_name: A',
    'docs/a.md': "{% set who = 'Ann' %}\n{% set when = now() %}\nAsk {{ who }}.",
  }
  expect(bodyOf(files)).toBe('{% set when = now() %}\nAsk Ann.')
})

it('makes a link of a card, with what it says', () => {
  const card = '<DocCard\n  to="/docs/b"\n  icon="🚀"\n  title="The other"\n  description="What it does."\n/>'
  const files = {
    'docusaurus.config.js': '',
    'docs/a.mdx': `import { DocCard } from '@site/x'\n\n${card}`,
    'docs/b.md': 'B.',
  }
  expect(bodyOf(files, 'docs/a')).toBe('[The other](./b.md)\n\nWhat it does.')
})

it('finds a picture below the base that a site of VitePress has', () => {
  const files = {
    'docs/.vitepress/config.mts': "export default { base: '/docs/' }",
    'docs/a.md': '<ZoomableImage src="/docs/i/x.png" alt="The lag" />\n\n[b](/docs/b)',
    'docs/b.md': 'B.',
    'docs/public/i/x.png': '',
  }
  expect(bodyOf(files, 'docs/a')).toBe('![The lag](../images/i/x.png)\n\n[b](./b.md)')
  expect(dead(files)).toEqual([])
})

it('keeps signs that a wiki shows as they are', () => {
  const files = {
    '.order': 'page',
    'page.md': '==image_0==.png\n\n???   R - 3rd (new)\n\nThe job [[Uncategorized (Local)]] runs.',
  }
  expect(bodyOf(files)).toBe(
    '\\==image_0==.png\n\n\\???   R - 3rd (new)\n\nThe job \\[\\[Uncategorized (Local)\\]\\] runs.',
  )
})

it('takes the documents of a wiki along, and those of a folder whose repository nobody knows', () => {
  const text = 'See [x](/.attachments/plan.txt) and [y](/.attachments/plan.pdf).'
  const files = {
    '.order': 'page',
    'page.md': text,
    '.attachments/plan.txt': 'x',
    '.attachments/plan.pdf': 'y',
  }
  expect(bodyOf(files)).toBe('See [x](../files/attachments/plan.txt) and [y](../files/attachments/plan.pdf).')
  expect(bodyOf({ 'page.md': 'See [y](plan.pdf).', 'plan.pdf': 'y' })).toBe('See [y](../files/plan.pdf).')
})

it('gives a picture the ending of what it holds', () => {
  const files = { 'page.md': '![x](x.jpg.png)', 'x.jpg.png': '' }
  const tree = importFiles(files).files
  expect([...tree.keys()]).toEqual(['images/x-jpg.png'])
})

it('gives a page no former address that the site itself has', () => {
  const { entries, log } = importFiles({
    'mkdocs.yml': 'site_name: A',
    'docs/oncall/index.md': '# On call\n\nWho it is.',
  })
  expect(entries[0]?.text).not.toContain('aliases')
  expect(log.entries).toContainEqual(
    expect.objectContaining({ what: 'former address that another page has', detail: '/oncall' }),
  )
})

it('writes a title without the entities that its generator put into HTML', () => {
  expect(importFiles({ 'a.md': '---\ntitle: Logs &amp; more\n---\nText.' }).entries[0]?.title).toBe(
    'Logs & more',
  )
})
