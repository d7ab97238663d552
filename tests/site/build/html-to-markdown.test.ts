import { expect, it } from 'vitest'
import { htmlToMarkdown } from '../../../src/site/build/markdown/html-to-markdown.ts'

const tested = (html: string) =>
  htmlToMarkdown(`<main><h1>Late</h1>${html}</main>`, new URL('https://example.com/issues/late/'))?.tested

it('counts the marks of blocks by their kinds, whatever words and languages they are shown in', () => {
  const mark = (kind: string) =>
    `<details class="tested" data-mark="${kind}"><summary>in other words</summary>x</details>`
  const kinds = ['run', 'run', 'recorded', 'none', 'parsed', 'not tested', 'changed']
  expect(tested(kinds.map(mark).join(''))).toEqual({ run: 2, recorded: 1, notRun: 2, notTested: 2 })
})

it('takes nothing that only reads like a mark for one', () => {
  expect(tested('<details class="tested"><summary>✓ run</summary>x</details>')).toBeUndefined()
})

it('counts no mark of a kind that it does not know', () => {
  expect(() => tested('<details data-mark="valueOf"><summary>✓ run</summary></details>')).toThrow(
    'There is no mark of the kind "valueOf".',
  )
})

it('writes code without its colors, byte for byte, and leaves what only looks like code as it is', () => {
  const html = `<html><head><meta name="description" content="<pre class=&#34;a&#34;><span class=&#34;b&#34;>x</span></pre>"></head>
<main><h1>Late</h1><p>&lt;pre class="a"> &lt;span class="b">y&lt;/span> <span class="c">z</span></p>
<pre class="language-sql" tabindex="0"><code><span class="l"><span class="token keyword">SELECT</span> '&lt;span class="q">'
</span><span class="l">  &lt;/span></span></code></pre></main></html>`
  const page = htmlToMarkdown(html, new URL('https://example.com/'))
  expect(page?.description).toBe('<pre class="a"><span class="b">x</span></pre>')
  expect(page?.body).toContain('\\<pre class="a"> \\<span class="b">y\\</span> z')
  expect(page?.body).toContain(`\`\`\`sql\nSELECT '<span class="q">'\n  </span>\n\`\`\``)
})
