import { expect, it } from 'vitest'
import { foreignMarkup } from '../../../src/content/check/rules/foreign-markup.ts'
import { runPageRule } from '../../../src/content/check/rules/rule.ts'
import { parsePage } from '../../../src/content/read/body.ts'
import type { ContentDocument } from '../../../src/content/read/load.ts'
import { parseSource } from '../../../src/content/read/source.ts'

/** `line:column what it is` of everything that is found in a body. */
function found(body: string): string[] {
  const source = parseSource(Buffer.from(`---\ntitle: T\n---\n${body}\n`), 'markdown')
  const document = { ...source, file: 'a.md', path: '/a.md', id: 'a' } as unknown as ContentDocument
  return runPageRule(foreignMarkup, parsePage(document)).map(
    ({ line = 0, column, message }) =>
      `${String(line - 3)}:${String(column)} ${message.replace(/^".*" is /s, '').replace(/: it would be.*/, '')}`,
  )
}

it.each([
  ['!!! warning "Stop"\n    Read this.', '1:1 an admonition of MkDocs'],
  ['- a\n\n    ??? note\n        b', '3:5 a folded block of MkDocs'],
  ['???+ note "Open"\n    b', '1:1 a folded block of MkDocs'],
  ['=== "Linux"\n    apt', '1:1 a tab of MkDocs'],
  ['--8<-- "part.md"', '1:1 the text of another file, which is not taken in here'],
  ['{!part.md!}', '1:1 the text of another file, which is not taken in here'],
  ['{{#include part.md}}', '1:1 the text of another file, which is not taken in here'],
  ['\\<SourceFile file="a.sh" />', '1:2 a component of MDX'],
  ['\\<MyThing>a\\</MyThing>', '1:13 a component of MDX'],
  [':::note[Title]\ntext\n:::', '1:1 a container of Docusaurus, VitePress, Starlight or Azure DevOps'],
  ['::: mermaid\ngraph\n:::', '1:1 a container of Docusaurus, VitePress, Starlight or Azure DevOps'],
  [':::{note}\ntext\n:::', '1:1 a directive of MyST'],
  [':::image source="a.png":::', '1:1 a sign of DocFX, as Microsoft Learn has it'],
  ['text :::no-loc text="a":::', '1:6 a sign of DocFX, as Microsoft Learn has it'],
  [':::zone-end', '1:1 a sign of DocFX, as Microsoft Learn has it'],
  ['[!INCLUDE [a](b.md)]', '1:1 the text of another file in DocFX, which is not taken in here'],
  ['[!INCLUDE a]', '1:1 the text of another file in DocFX, which is not taken in here'],
  ['> [!div class="checklist"]\n> * a', '1:3 a box of DocFX'],
  ['a {{< param x >}} b', '1:3 a shortcode of Hugo'],
  ['{{% notice tip %}}\na', '1:1 a shortcode of Hugo'],
  ['[x]({{< ref "y.md" >}})', '1:5 a shortcode of Hugo'],
  ['{% include x.md %}', '1:1 a tag of Liquid or Jinja'],
  ['<%= title %>', '1:1 a tag of ERB'],
  ['> [!danger] Title\n> Text', '1:3 a callout that no forge has'],
  ['> [!note]- Folded\n> Text', '1:3 a callout that no forge has'],
  ['[[_TOC_]]', '1:1 the mark of a table of contents'],
  ['[TOC]', '1:1 the mark of a table of contents'],
  ['see [[Page|label]]', '1:5 a link of a wiki or of Obsidian'],
  ['![[x.png]]', '1:1 a link of a wiki or of Obsidian'],
  ['![x](a.png =100x20)', '1:1 the size of an image in Azure DevOps'],
  ['![x](a.png){ width="300" }', '1:12 attributes of MkDocs or kramdown'],
  ['text\n{: .warning }', '2:1 attributes of MkDocs or kramdown'],
  [':material-alert: x', '1:1 an icon of MkDocs Material'],
  ['.. note:: x', '1:1 a directive of reStructuredText'],
  ["import Tabs from '@theme/Tabs'", '1:1 code of MDX'],
  ['*[SLA]: what was agreed', '1:1 an abbreviation of MkDocs'],
  ['<ac:structured-macro ac:name="info">', '1:1 an export of Confluence'],
  ['Lag\n:   How late it is', '2:1 a definition list'],
  ['!> Mind this', '1:1 a hint of docsify'],
  ['a %%note to editors%% b', '1:3 a comment of Obsidian'],
  ['{++new++}', '1:1 a mark of an editor'],
  ['a ==marked== b', '1:3 marked text'],
  ['press ++ctrl+c++', '1:7 keys of MkDocs'],
  ['H~2~O', '1:2 small text below the line'],
  ['E=mc^2^', '1:5 small text above the line'],
  ['$$\nx\n$$', '1:1 a formula'],
])('%j is not passed as text', (body, expected) => {
  expect(found(body)).toContainEqual(expected)
})

it.each([
  '```text\n!!! warning\n[[x]] :warning: {% x %}\n```',
  'Use `!!! note`, `[[ -f x ]]`, `{{< ref >}}` and `:warning:`.',
  '> [!NOTE]\n> Text',
  '> [!WARNING] With a title\n> Text',
  'a ratio of 1:100:2 at 10:30:00, http://host:8080:x/, a::b::c',
  'if a == b and c == d',
  'see [[1]](https://example.com/#one) and [[2]]',
  '$HOME and $$ and {name} and {{ .Values.x }} and { a: 1 }',
  '- a: b\n- c: d',
  'a :warning: b',
  'a ~~deleted~~ word and ~ 5 minutes',
  'import of orders from the shop',
  '## Logs {#the-logs}',
  '<!-- !!! note -->',
  'Note: three\n\nminutes',
  '[link](https://example.com/a?b=:warning:)',
  'the sum of http_requests_total{method="POST"} and lag{le="+Inf", job="x"}',
])('%j is plain Markdown', (body) => {
  expect(found(body)).toEqual([])
})

it('names the alert that is meant', () => {
  const source = parseSource(Buffer.from('---\ntitle: T\n---\n> [!danger]\n> x\n'), 'markdown')
  const document = { ...source, file: 'a.md', path: '/a.md', id: 'a' } as unknown as ContentDocument
  expect(runPageRule(foreignMarkup, parsePage(document))[0]?.hint).toMatch(/^Write > \[!CAUTION\],/)
})
