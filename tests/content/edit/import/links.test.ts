import { expect, it } from 'vitest'
import { bodyOf, importFiles } from './in-memory.ts'

const other = '# Other\n\n## Deep part\n\nText.'

/** What becomes of a link, or of any text, on a page beside others. */
function linked(text: string, files: Readonly<Record<string, string>> = {}, name = 'docs/a/page.md'): string {
  return bodyOf(
    { [name]: text, 'docs/a/other.md': other, 'docs/b/Third Page.md': '# Third\n\nText.', ...files },
    name.split('/').at(-1),
  )
}

const MKDOCS = {
  'mkdocs.yml':
    'site_name: S\nsite_url: https://s.example/run/\nrepo_url: https://github.com/o/r\nedit_uri: edit/trunk/docs/\n',
}
const HUGO = { 'hugo.toml': 'baseURL = "https://s.example"\ncontentDir = "docs"\n' }

it.each([
  ['to a file', '[x](other.md)', {}, '[x](./other.md)'],
  ['to a file with a part', '[x](other.md#deep-part)', {}, '[x](./other.md#deep-part)'],
  ['to a part that is spelled otherwise', '[x](other.md#Deep_Part)', {}, '[x](./other.md#deep-part)'],
  ['to the heading that became the title', '[x](other.md#other)', {}, '[x](./other.md)'],
  ['to a part that is nowhere', '[x](other.md#nowhere)', {}, '[x](./other.md)'],
  ['to a file whose name had to change', '[x](../b/Third%20Page.md)', {}, '[x](../b/Third-Page.md)'],
  ['in another letter case', '[x](OTHER.md)', {}, '[x](./other.md)'],
  ['without an ending', '[x](other)', {}, '[x](./other.md)'],
  ['with the ending of a site', '[x](other.html)', {}, '[x](./other.md)'],
  ['from the root of a site', '[x](/a/other/)', MKDOCS, '[x](./other.md)'],
  ['relative to an address', '[x](../other/)', MKDOCS, '[x](./other.md)'],
  ['to the whole address of the site', '[x](https://s.example/run/a/other/)', MKDOCS, '[x](./other.md)'],
  ['to the forge', '[x](https://github.com/o/r/blob/trunk/docs/a/other.md)', MKDOCS, '[x](./other.md)'],
  ['with ref of Hugo', '[x]({{< ref "other.md" >}})', HUGO, '[x](./other.md)'],
  [
    'with relref of Hugo and a part',
    '[x]({{< relref "/a/other#deep-part" >}})',
    HUGO,
    '[x](./other.md#deep-part)',
  ],
  ['of a wiki', 'See [[other]].', {}, 'See [other](./other.md).'],
  [
    'of a wiki with a label and a part',
    'See [[other#Deep part|there]].',
    {},
    'See [there](./other.md#deep-part).',
  ],
  [
    'to a script outside of the pages',
    '[x](../../run.sh)',
    { ...MKDOCS, 'run.sh': 'ls' },
    '[x](https://github.com/o/r/blob/trunk/run.sh)',
  ],
  ['to a script, where nobody knows the repository', '[x](../../run.sh)', { 'run.sh': 'ls' }, 'x'],
  ['elsewhere', '[x](https://x.example/a)', {}, '[x](https://x.example/a)'],
  ['that is dead at the source', '[x](gone.md)', {}, 'x'],
  ['over two lines', '[x\ny](other.md)', {}, '[x y](./other.md)'],
  ['with a title', '[x](other.md "T")', {}, '[x](./other.md "T")'],
  ['by reference', '[x][o]\n\n[o]: other.md', {}, '[x][o]\n\n[o]: ./other.md'],
  ['by reference, dead', '[x][o]\n\n[o]: gone.md', {}, 'x'],
  ['in HTML', '<a href="other.md">x</a>', {}, '[x](./other.md)'],
  ['that no page may have', '[x](slack://channel)', {}, 'x (`slack://channel`)'],
  [
    'that shows another host',
    '[https://a.example](https://b.example/x)',
    {},
    '`https://a.example` (<https://b.example/x>)',
  ],
  ['within the page', '[x](#Fix)\n\n## Fix\n\nA', {}, '[x](#fix)\n\n## Fix\n\nA'],
  [
    'to a named anchor',
    '[x](#old)\n\n<a name="old"></a>\n\n## Fix it\n\nA',
    {},
    '[x](#fix-it)\n\n## Fix it\n\nA',
  ],
  [
    'to the anchor that a heading names',
    '[x](#old)\n\n## Fix it {#old}\n\nA',
    {},
    '[x](#old)\n\n## Fix it {#old}\n\nA',
  ],
])('a link %s', (_, text, files, expected) => {
  expect(linked(text, files)).toBe(expected)
})

it.each([
  ['beside the page', '![A](lag.png)', { 'docs/a/lag.png': '' }, '![A](../../images/docs/a/lag.png)'],
  [
    'from the root',
    '![A](/img/lag.png)',
    { ...HUGO, 'static/img/lag.png': '' },
    '![A](../../images/img/lag.png)',
  ],
  [
    'with a space in its name',
    '![A](<the lag.png>)',
    { 'docs/a/the lag.png': '' },
    '![A](../../images/docs/a/the-lag.png)',
  ],
  [
    'in HTML',
    '<img src="lag.png" alt="A" width="300">',
    { 'docs/a/lag.png': '' },
    '![A](../../images/docs/a/lag.png)',
  ],
  ['of Obsidian', '![[lag.png|300]]', { 'docs/b/lag.png': '' }, '![](../../images/docs/b/lag.png)'],
  ['on another host', '![A](https://x.example/a.png)', {}, '[A](https://x.example/a.png)'],
  ['that is not there', '![A](gone.png)', {}, 'A'],
  [
    'that is a link',
    '[![A](lag.png)](other.md)',
    { 'docs/a/lag.png': '' },
    '[![A](../../images/docs/a/lag.png)](./other.md)',
  ],
])('a picture %s', (_, text, files: Readonly<Record<string, string>>, expected) => {
  expect(linked(text, files)).toBe(expected)
})

it('takes a picture over once, whoever shows it', () => {
  const { files } = importFiles({ 'a.md': '![A](x.png)', 'b.md': '![A](x.png)', 'x.png': '' })
  expect([...files]).toEqual([['images/x.png', 'x.png']])
})

it('reports what is dead at the source', () => {
  const { log } = importFiles({ 'a.md': '[x](gone.md) ![y](gone.png)' })
  expect(
    log.entries.filter(({ how }) => how === 'dead').map(({ what, detail }) => `${what}: ${detail ?? ''}`),
  ).toEqual(['link: gone.md', 'image: gone.png'])
})
