import { expect, it } from 'vitest'
import { inventedWords } from '../../../../src/content/edit/import/markup/words.ts'
import { bodyOf, importFiles } from './in-memory.ts'

const MKDOCS = { 'mkdocs.yml': 'site_name: S\ndocs_dir: .\n' }
const HUGO = {
  'hugo.toml': 'title = "S"\ncontentDir = "."\nbaseURL = "https://s.example"\n[params]\n  version = "1.2"\n',
}
const JEKYLL = { '_config.yml': 'title: S\nbaseurl: /docs\n' }
const DOCUSAURUS = {
  'docusaurus.config.js': "module.exports = { title: 'S', presets: [['classic', { docs: { path: '.' } }]] }",
}
const TECH_DOCS = { 'config/tech-docs.yml': 'service_name: S\n' }
const OBSIDIAN = { '.obsidian/app.json': '{}' }

/** What is converted: name, project, text, and what becomes of it. */
const ROWS: readonly [string, Readonly<Record<string, string>>, string, string][] = [
  [
    'an admonition',
    MKDOCS,
    '!!! warning "Stop"\n    First.\n\n    Second.\n\nAfter.',
    '> [!WARNING]\n> **Stop**\n>\n> First.\n>\n> Second.\n\nAfter.',
  ],
  [
    'an admonition whose text is indented too little',
    MKDOCS,
    '!!! tip\n   First\n   and second.\n\nAfter.',
    '> [!TIP]\n> First\n> and second.\n\nAfter.',
  ],
  ['an admonition without a title', {}, '!!! danger\n    Do not.', '> [!CAUTION]\n> Do not.'],
  [
    'an admonition of a kind that says more',
    {},
    '!!! example\n    So.',
    '> [!NOTE]\n> **Example**\n>\n> So.',
  ],
  [
    'an admonition with code in it',
    {},
    '!!! tip\n    ```bash\n    ls\n    ```',
    '> [!TIP]\n> ```bash\n> ls\n> ```',
  ],
  [
    'an admonition in a list',
    {},
    '1. Do\n\n    !!! note\n        Mind.\n\n2. Then',
    '1. Do\n\n    > [!NOTE]\n    > Mind.\n\n2. Then',
  ],
  [
    'a folded block',
    {},
    '??? note "More"\n    Text.',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
  ],
  [
    'an open folded block',
    {},
    '???+ note "More"\n    Text.',
    '<details open>\n<summary>More</summary>\n\nText.\n\n</details>',
  ],
  [
    'tabs',
    {},
    '=== "Linux"\n\n    ```bash\n    apt\n    ```\n\n=== "Mac"\n\n    brew',
    '<details open>\n<summary>Linux</summary>\n\n```bash\napt\n```\n\n</details>\n\n<details open>\n<summary>Mac</summary>\n\nbrew\n\n</details>',
  ],
  ['a container', {}, ':::note[My title]\nText.\n:::', '> [!NOTE]\n> **My title**\n>\n> Text.'],
  ['a container of VitePress', {}, '::: danger Stop\nText.\n:::', '> [!CAUTION]\n> **Stop**\n>\n> Text.'],
  [
    'a container in a container',
    {},
    '::::warning\nA\n\n:::tip\nB\n:::\n\n::::',
    '> [!WARNING]\n> A\n>\n> > [!TIP]\n> > B',
  ],
  [
    'a folded container',
    {},
    '::: details More\nText.\n:::',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
  ],
  ['a diagram of Azure DevOps', {}, '::: mermaid\ngraph LR\n:::', '```mermaid\ngraph LR\n```'],
  ['a directive of MyST', {}, '```{warning} Stop\nText.\n```', '> [!WARNING]\n> **Stop**\n>\n> Text.'],
  ['a hint of docsify', {}, '!> Mind this.', '> [!IMPORTANT]\n> Mind this.'],
  ['a callout of Obsidian', {}, '> [!danger] Stop\n> Text.', '> [!CAUTION]\n> **Stop**\n>\n> Text.'],
  [
    'a folded callout of Obsidian',
    {},
    '> [!info]- More\n> Text.',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
  ],
  ['an alert of the forge stays', {}, '> [!NOTE]\n> Text.', '> [!NOTE]\n> Text.'],
  ['a hint of Hugo', HUGO, '{{< hint warning >}}\nText.\n{{< /hint >}}', '> [!WARNING]\n> Text.'],
  ['a notice of Hugo', HUGO, '{{% notice tip %}}\nText.\n{{% /notice %}}', '> [!TIP]\n> Text.'],
  [
    'an alert of Docsy',
    HUGO,
    '{{% alert title="Stop" color="danger" %}}Text.{{% /alert %}}',
    '> [!CAUTION]\n> **Stop**\n>\n> Text.',
  ],
  [
    'a fold of Hugo',
    HUGO,
    '{{< details "More" >}}\nText.\n{{< /details >}}',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
  ],
  [
    'tabs of Hugo',
    HUGO,
    '{{< tabs >}}\n{{< tab "Linux" >}}\napt\n{{< /tab >}}\n{{< /tabs >}}',
    '<details open>\n<summary>Linux</summary>\n\napt\n\n</details>',
  ],
  [
    'a figure of Hugo',
    HUGO,
    '{{< figure src="https://x.example/a" caption="The lag" >}}',
    '[The lag](https://x.example/a)\n\n*The lag*',
  ],
  ['code of Hugo', HUGO, '{{< highlight bash >}}\nls\n{{< /highlight >}}', '```bash\nls\n```'],
  ['a parameter of Hugo', HUGO, 'Version {{< param version >}}.', 'Version 1.2.'],
  [
    'a shortcode in a list keeps the list',
    HUGO,
    '1. Do\n   {{< hint info >}}\n   Mind.\n   {{< /hint >}}\n1. Then',
    '1. Do\n\n   > [!NOTE]\n   > Mind.\n\n1. Then',
  ],
  ['a table of contents goes', HUGO, 'A\n\n{{< toc >}}\n\nB', 'A\n\nB'],
  ['a shortcode that nobody knows stays', HUGO, 'A {{< weather >}} B', 'A {{< weather >}} B'],
  ['raw text of Liquid', JEKYLL, '{% raw %}{{ x }}{% endraw %} and', '{{ x }} and'],
  ['code of Jekyll', JEKYLL, '{% highlight bash %}\nls\n{% endhighlight %}', '```bash\nls\n```'],
  ['a hint of GitBook', {}, '{% hint style="danger" %}\nText.\n{% endhint %}', '> [!CAUTION]\n> Text.'],
  ['a comment of Liquid goes', JEKYLL, 'A{% comment %}secret{% endcomment %}', 'A'],
  [
    'the title of the page',
    TECH_DOCS,
    '---\ntitle: My page\n---\n# <%= current_page.data.title %>\n\nText.',
    'Text.',
  ],
  [
    'a warning of tech-docs',
    TECH_DOCS,
    "<%= warning_text('Mind <b>this</b>.') %>",
    '> [!WARNING]\n> Mind <b>this</b>.',
  ],
  [
    'a component of Docusaurus',
    DOCUSAURUS,
    'import Tabs from \'@theme/Tabs\'\n\n<Tabs>\n<TabItem value="a" label="Linux">\n\napt\n\n</TabItem>\n</Tabs>',
    '<details open>\n<summary>Linux</summary>\n\napt\n\n</details>',
  ],
  [
    'an admonition as a component',
    DOCUSAURUS,
    '<Admonition type="tip" title="So">Text.</Admonition>',
    '> [!TIP]\n> **So**\n>\n> Text.',
  ],
  ['a component without words goes', DOCUSAURUS, "import X from '@site/x'\n\nA\n\n<X />\n\nB", 'A\n\nB'],
  [
    'a component that nobody knows becomes text',
    DOCUSAURUS,
    '<MyThing title="Read me">Text.</MyThing>',
    '\\<MyThing title="Read me">Text.\\</MyThing>',
  ],
  [
    'a comment goes',
    {},
    'A\n\n<!-- internal: the password is in the safe -->\n\nB <!-- x --> C',
    'A\n\nB  C',
  ],
  ['a comment in code stays', {}, '```html\n<!-- x -->\n```', '```html\n<!-- x -->\n```'],
  ['marks of a table of contents go', {}, '[[_TOC_]]\n\n[TOC]\n\nA', 'A'],
  ['an icon goes, an emoji is drawn', {}, ':material-alert: A :warning: B', 'A ⚠️ B'],
  [
    'attributes go',
    MKDOCS,
    '[x](https://x.example){ .md-button } and\n{: .center }',
    '[x](https://x.example) and',
  ],
  [
    'marks of MkDocs',
    MKDOCS,
    'H~2~O, x^2^, ==so==, ++ctrl+c++, {++new++}',
    'H<sub>2</sub>O, x<sup>2</sup>, <mark>so</mark>, <kbd>ctrl</kbd>+<kbd>c</kbd>, <ins>new</ins>',
  ],
  ['an abbreviation goes', {}, 'The SLA.\n\n*[SLA]: what was agreed', 'The SLA.'],
  ['a definition list', {}, 'Lag\n:   How late it is', '- **Lag**\n\n  How late it is'],
  ['a task list stays', {}, '- [ ] Do\n- [x] Done', '- [ ] Do\n- [x] Done'],
  ['bullets of a word processor', {}, '• One\n• Two', '- One\n- Two'],
  ['an old Windows file', {}, 'One\r\n\r\nTwo\u00a0words\u200b', 'One\n\nTwo words'],
  ['a comment of Obsidian goes', OBSIDIAN, 'A %%secret%% B', 'A  B'],
  ['a link of a wiki that leads nowhere stays', OBSIDIAN, 'See [[Nowhere|there]].', 'See [[Nowhere|there]].'],
  ['a placeholder is text', {}, 'Use <pod-name> and <NODE>.', 'Use \\<pod-name> and \\<NODE>.'],
  [
    'a table of HTML',
    {},
    '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>a|b</td></tr></table>',
    '| A | B |\n| --- | --- |\n| 1 | a\\|b |',
  ],
  [
    'a table with cells of blocks',
    {},
    '<table border="1"><tr><td colspan="2" style="x"><ul><li>a</li></ul><p>b</p></td></tr></table>',
    '<table>\n<tr>\n<td colspan="2">\n\n- a\n\nb\n\n</td>\n</tr>\n</table>',
  ],
  [
    'a link and a picture of HTML',
    {},
    '<p align="center"><a href="https://x.example">x</a> <font color="red">red</font></p>',
    '[x](https://x.example) red',
  ],
  [
    'a video is a link',
    {},
    '<iframe src="https://x.example/v" title="The talk"></iframe>',
    '[The talk](https://x.example/v)',
  ],
  ['code of HTML', {}, '<pre><code>a &lt; b\n</code></pre>', '```\na < b\n```'],
  ['styles and scripts go', {}, '<style>a{}</style><script>x()</script>\n\nA', 'A'],
  ['a frame goes', {}, '<div class="grid cards" markdown>\n\n- One\n\n</div>', '- One'],
  [
    'details stay',
    {},
    '<details>\n<summary>More `x`</summary>\n\nText.\n\n</details>',
    '<details>\n<summary>More <code>x</code></summary>\n\nText.\n\n</details>',
  ],
  ['a tag that is never closed goes', {}, 'A <b>bold text\n\nB', 'A bold text\n\nB'],
  ['a language in braces', {}, '``` { .bash .annotate hl_lines="1" }\nls\n```', '```bash\nls\n```'],
  [
    'a title of code stays',
    {},
    '```yaml title="app.yaml" linenums="1" {1,3}\na: 1\n```',
    '```yaml title="app.yaml"\na: 1\n```',
  ],
  ['a session is one', {}, '```terminal\n$ ls\n```', '```console\n$ ls\n```'],
  ['a shell with prompts is a session', {}, '```bash\n$ ls\na\n```', '```console\n$ ls\na\n```'],
  ['an unknown language is text', {}, '```nosuch\nx\n```', '```text\nx\n```'],
  ['a fence without a language stays', {}, '```\nx\n```', '```\nx\n```'],
  [
    'a fence in a list that is closed to the left',
    {},
    '1. Do\n\n   ```bash\n   ls\n```\n\n2. Then',
    '1. Do\n\n   ```bash\n   ls\n   ```\n\n2. Then',
  ],
  ['a fence that is never closed ends with the page', {}, '```bash\nls', '```bash\nls\n```'],
  ['a heading without its space', {}, '##Fix\n\nA', '## Fix\n\nA'],
  ['a heading with its own anchor', {}, '## Logs {#the-logs}\n\nA', '## Logs {#the-logs}\n\nA'],
  ['a comment of Markdown goes', {}, '[//]: # (to editors)\n\nA', 'A'],
  ['the size of a picture goes', {}, '![x](https://x.example/a.png =100x20)', '[x](https://x.example/a.png)'],
]

it.each(ROWS)('%s', (_, project, text, expected) => {
  expect(bodyOf({ ...project, 'docs.md': text, 'source/docs.html.md.erb': text }, 'docs')).toBe(expected)
})

it.each(ROWS)('%s: no word is invented', (_, project, text) => {
  for (const entry of importFiles({ ...project, 'docs.md': text, 'source/docs.html.md.erb': text }).entries)
    expect(inventedWords(entry.text, [text, entry.source, ...Object.values(project)])).toEqual([])
})

it('a word that no source has is found', () => {
  expect(inventedWords('---\ntitle: T\nsummary: S\n---\n\nA new word.', ['T S a word'])).toEqual(['new'])
})

it.each([
  ['include of MkDocs', '--8<-- "part.md"'],
  ['include of MkDocs, in a block', '--8<--\npart.md\n--8<--'],
  ['include of mdBook', '{{#include part.md}}'],
  ['include of Jinja', "{% include 'part.md' %}"],
  ['include of Hugo', '{{< readfile "part.md" >}}'],
  ['include of Markdown', '{!part.md!}'],
])('%s', (_, text) => {
  const files = {
    'docs/page.md': `Before.\n\n${text}\n\nAfter.`,
    'docs/part.md': '---\ntitle: P\n---\nThe part.',
  }
  expect(bodyOf(files, 'page')).toBe('Before.\n\nThe part.\n\nAfter.')
})

it('takes in a file within code', () => {
  const files = { 'page.md': '```yaml\n--8<-- "app.yaml"\n```', 'app.yaml': 'a: 1\n' }
  expect(bodyOf(files)).toBe('```yaml\na: 1\n```')
})

it('leaves an include that leads nowhere, and says so', () => {
  const result = importFiles({ 'page.md': 'A\n\n--8<-- "gone.md"\n' })
  expect(result.entries[0]?.text).toContain('--8<-- "gone.md"')
  expect(result.log.entries).toContainEqual({
    how: 'left',
    what: 'include (--8<--)',
    page: 'page.md',
    detail: 'gone.md',
    line: 3,
  })
})

it('does not include a file in itself', () => {
  expect(bodyOf({ 'a.md': 'A\n\n--8<-- "a.md"\n' })).toMatch(/^A/)
})

it('lists the pages below an index page that lists its children', () => {
  const files = {
    ...TECH_DOCS,
    'source/x/index.html.md.erb':
      '---\ntitle: X\n---\n<% current_page.children.each do |page| %>\n- [<%= page.data.title %>](<%= page.url %>)\n<% end %>',
    'source/x/one.html.md.erb': '---\ntitle: Page one\n---\nText.',
  }
  expect(bodyOf(files, 'index')).toBe('- [Page one](./one.md)')
})
