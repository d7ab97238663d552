import { expect, it } from 'vitest'
import { bodyOf, importFiles } from './in-memory.ts'

it.each([
  [
    'a picture',
    ':::image type="content" source="a.png" alt-text="The state." lightbox="a.png":::',
    '![The state.](../images/a.png)',
  ],
  [
    'a picture in an item of a list',
    '1. Look.\n\n    :::image source="a.png" alt-text="The [state].":::\n',
    '1. Look.\n\n    ![The \\[state\\].](../images/a.png)',
  ],
  [
    'a zone',
    '::: zone pivot="linux"\n\nRun it.\n\n::: zone-end\n\nThen wait.',
    '<details open>\n<summary>linux</summary>\n\nRun it.\n\n</details>\n\nThen wait.',
  ],
  [
    'a zone for a target',
    ':::zone target="docs"\nRun it.\n:::zone-end\n\n:::zone target="docs" pivot="sh"\nWait.\n:::zone-end',
    'Run it.\n\n<details open>\n<summary>sh</summary>\n\nWait.\n\n</details>',
  ],
  [
    'tabs, which a line ends',
    '### [Shell](#tab/sh)\n\nRun a.\n\n### [Power](#tab/ps)\n\nRun b.\n\n---\n\nThen wait.',
    '<details open>\n<summary>Shell</summary>\n\nRun a.\n\n</details>\n\n<details open>\n<summary>Power</summary>\n\nRun b.\n\n</details>\n\nThen wait.',
  ],
  [
    'tabs, which the next section ends',
    '### [Shell](#tab/sh)\n\nRun a.\n\n## Next\n\nWait.',
    '<details open>\n<summary>Shell</summary>\n\nRun a.\n\n</details>\n\n## Next\n\nWait.',
  ],
  ['a box', '> [!div class="checklist"]\n> * One\n> * Two\n\nText.', '* One\n* Two\n\nText.'],
  ['columns', ':::row:::\n:::column span="2":::\nText.\n:::column-end:::\n:::row-end:::', 'Text.'],
  ['a video', '[!VIDEO https://example.com/v]', '<https://example.com/v>'],
  ['a name that is not translated', 'Ask :::no-loc text="Bicep"::: first.', 'Ask Bicep first.'],
])('reads %s of DocFX', (_, text, expected) => {
  expect(bodyOf({ 'docfx.json': '{}', 'page.md': text, 'a.png': '' }, 'page')).toBe(expected)
})

it('takes in texts and code of other files, which are no pages of their own', () => {
  const files = {
    'docfx.json': '{}',
    'articles/page.md':
      'Text.\n\n[!INCLUDE [stop](./includes/stop.md)]\n\n:::code language="sh" source="~/samples/run.sh" interactive="x":::\n',
    'articles/includes/stop.md': '---\nauthor: a\n---\n> [!NOTE]\n> Stop first.\n',
    'samples/run.sh': 'run a\n',
  }
  expect(bodyOf(files)).toBe('Text.\n\n> [!NOTE]\n> Stop first.\n\n```sh\nrun a\n```')
  expect(importFiles(files).entries.map(({ source }) => source)).toEqual(['articles/page.md'])
})

it('leaves what is in another repository, and a piece of a file, as they are written', () => {
  const body = '[!INCLUDE [stop](~/reusable/stop.md)]\n\n:::code language="sh" source="run.sh" range="1-2":::'
  // The check finds both: see foreign-markup.test.ts.
  expect(bodyOf({ 'docfx.json': '{}', 'page.md': body, 'run.sh': 'a\nb\n' })).toBe(
    '[!INCLUDE stop]\n\n:::code language="sh" source="run.sh" range="1-2":::',
  )
})

it('leads to the larger site that pages are a part of, where only that one has the page', () => {
  const page = 'See [accounts](/azure/accounts#a) and [b](b.md).'
  const files = { 'docfx.json': '{}', 'a.md': page, 'b.md': 'B.' }
  expect(bodyOf({ ...files, '.openpublishing.publish.config.json': '{}' }, 'a.md')).toBe(
    'See [accounts](https://learn.microsoft.com/azure/accounts#a) and [b](./b.md).',
  )
  expect(bodyOf(files, 'a.md')).toBe('See accounts and [b](./b.md).')
})

it('calls tabs of a shortcode what the tag around them calls them, in order', () => {
  const page =
    '{{< tabs "One" "Two" >}}\n\n{{% codetab %}}\nFirst.\n{{% /codetab %}}\n\n{{% codetab %}}\nSecond.\n{{% /codetab %}}\n\n{{< /tabs >}}'
  expect(bodyOf({ 'hugo.toml': '', 'content/page.md': page })).toBe(
    '<details open>\n<summary>One</summary>\n\nFirst.\n\n</details>\n\n<details open>\n<summary>Two</summary>\n\nSecond.\n\n</details>',
  )
})

it('follows a button that names a page', () => {
  const files = {
    'hugo.toml': '',
    'content/a.md': '{{< button text="Next" page="b.md" >}}',
    'content/b.md': 'B.',
  }
  expect(bodyOf(files, 'a.md')).toBe('[Next](./b.md)')
})

it('prints what a file of data says', () => {
  const files = {
    'config/tech-docs.yml': 'service_name: A',
    'data/team/people.yml': 'lead:\n  name: Engineer A\n',
    'source/page.html.md.erb': 'Ask <%= data.team.people.lead.name %>, or <%= data.team.people.nobody %>.',
  }
  expect(bodyOf(files)).toBe('Ask Engineer A, or <%= data.team.people.nobody %>.')
})
