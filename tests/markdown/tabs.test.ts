import { describe, expect, it } from 'vitest'
import { hostileFolder, renderBody } from '../support/hostile/render.ts'

hostileFolder()

const PAGE = `<Tabs sync="kafka">
<Tab label="Kafka 3 & older">

\`\`\`bash
old --flag "a"
\`\`\`

</Tab>
<Tab label="Kafka 4">

- one
- <b>two</b>

</Tab>
</Tabs>`

describe('tabs in a page', () => {
  it('are read one below the other without a script, each below its name', async () => {
    const html = await renderBody(PAGE, 'mdx')
    expect(html).toContain('<div class="tab-set" data-sync="kafka">')
    expect(html).toMatch(
      /<div class="tab">\s*<p class="tab-label"><strong>Kafka 3 &amp; older<\/strong><\/p>\s*<div class="code command">/,
    )
    expect(html).toMatch(/<p class="tab-label"><strong>Kafka 4<\/strong><\/p>\s*<ul>/)
  })

  it.each([
    ['alone', ''],
    ['in a list', '- item\n\n  '],
    ['in a quotation', '> '],
  ])('may be on one line: %s', async (_, before) => {
    const html = await renderBody(
      `${before}<Tabs><Tab label="A">\`one\`</Tab><Tab label="B"><b>two</b></Tab></Tabs>`,
      'mdx',
    )
    expect(html).toContain(
      '<div class="tab"><p class="tab-label"><strong>A</strong></p><code>one</code></div>' +
        '<div class="tab"><p class="tab-label"><strong>B</strong></p><b>two</b></div></div>',
    )
  })

  it.each([
    ['a tab outside of tabs', '<Tab label="a">\n\ntext\n\n</Tab>', /<Tab> may only be directly in <Tabs>/],
    ['a tab without a name', '<Tabs>\n<Tab>\n\ntext\n\n</Tab>\n</Tabs>', /<Tab> has no label/],
    ['words between tabs', '<Tabs>\n\nwords\n\n</Tabs>', /<Tabs> cannot hold a block of Markdown/],
    [
      'a class of its own',
      '<Tabs class="x">\n<Tab label="a">\n\nt\n\n</Tab>\n</Tabs>',
      /<Tabs> cannot have the attribute "class"/,
    ],
    ['code in a name', '<Tabs>\n<Tab label={alert(1)}>\n\nt\n\n</Tab>\n</Tabs>', /is code/],
  ])('are refused with %s', async (_, page, reason) => {
    await expect(renderBody(page, 'mdx')).rejects.toThrow(reason)
  })

  it('escape what their names hold', async () => {
    const html = await renderBody(
      '<Tabs sync=\'"><script>\'>\n<Tab label="<img src=x onerror=alert(1)>">\n\ntext\n\n</Tab>\n</Tabs>',
      'mdx',
    )
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('data-sync="&quot;&gt;&lt;script&gt;"')
    expect(html).toContain('<strong>&lt;img src=x onerror=alert(1)&gt;</strong>')
  })
})

describe('a drawing in MDX', () => {
  it('is the same as in Markdown', async () => {
    const html = await renderBody('```mermaid\nflowchart TD\n  A[Lag] --> B\n```', 'mdx')
    expect(html).toMatch(/<svg role="img" aria-label="[^"]*" viewBox="0 0 [\d. ]+" width/)
    expect(html).toContain('marker-end="url(#drawing-1-arrowhead)"')
    expect(html).toContain('text-anchor="middle"')
    expect(html).toContain('markerWidth="8"')
  })
})
