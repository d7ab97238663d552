import { expect, it } from 'vitest'
import { withoutColors } from '../../../src/site/build/without-colors.ts'

it('takes the colors out of code and leaves its words, and everything around it, byte for byte', () => {
  const block = (code: string) =>
    `<p><span class="c">z</span></p><pre class="language-sql" tabindex="0"><code>${code}</code></pre>`
  const colored = `<span class="l"><span class="tk">SELECT</span> '&lt;span class="q">'\n</span><span class="l">  &lt;/span></span>`
  expect(withoutColors(block(colored) + block(colored))).toBe(
    block(`SELECT '&lt;span class="q">'\n  &lt;/span>`).repeat(2),
  )
})

it('takes nothing for a block that only reads like one, in an attribute or in text', () => {
  const html = `<meta name="description" content="<pre class=&#34;a&#34;><span class=&#34;b&#34;>x</span></pre>">
<p title="<pre class=&quot;a&quot;>">&lt;pre class="a"> <span class="b">y</span> &lt;/pre></p><pre>not <span class="b">ours</span></pre>`
  expect(withoutColors(html)).toBe(html)
})
