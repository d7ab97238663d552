import { fromHtml } from 'hast-util-from-html'
import { expect, it } from 'vitest'
import { htmlToMarkdown } from '../../src/site/build/markdown/html-to-markdown.ts'
import { hostileFolder, renderBody } from '../support/hostile/render.ts'
import {
  codeOf,
  htmlText,
  mainOf,
  markdownText,
  unindented,
  withoutAnchors,
  wordsOf,
} from '../support/page-text.ts'

hostileFolder()

const AT = new URL('https://example.com/issues/odd/')
const T = 'test="none: a sample"'

/** What pages of other teams hold, by what it is. */
const ODD: Readonly<Record<string, string>> = {
  'tables in lists, with bars, breaks and empty cells': `- in a list:

  | a | b |
  |---|---|
  | \`x\\|y\` | c\\|d |
  | **b** *i* | [l](https://example.com/a_(b)) |
  | | empty before |

1. numbered

   | left | right |
   |:-----|------:|
   | a<br>b | \` \` |

> | quoted | table |
> |---|---|
> | 1 | 2 |
`,
  'fences of every kind': `\`\`\`\`text ${T}
\`\`\`
inner
\`\`\`
\`\`\`\`

~~~text ${T}
\`\`\` not a fence \`\`\`
~~~

\`\`\`text ${T}

blank lines around

\`\`\`

- list

  \`\`\`text ${T}
  in list
  	tab
    indented
  \`\`\`

  1. deep

     \`\`\`bash ${T}
     echo $a \`b\` *c* <d> &amp; \\n
     \`\`\`

> \`\`\`text ${T}
> quoted
> \`\`\`

\`\`\`html ${T}
<script>alert(1)</script> <!-- c --> &lt;
\`\`\`

\`\`\`diff ${T}
- a
+ b
\`\`\`

    indented code
`,
  'marks within lines': `- a_b_c, snake_case_name, 2*3*4, __init__, \`__x__\`, \\*esc\\*, \\_, \\\`
- \`\` a\`b \`\` and \` \` and \`\`\`\` \`\`\` \`\`\`\`
- <https://example.com/?a=1&b=2>, https://example.com/a_b_c
- &amp; &lt; &copy; &#35; &nbsp;x, a\\
  other line
- [ ] open
- [x] done
- [link \`code\` *em*](https://example.com "a title") and [ref][r]
- A footnote[^1].
- "quotes" 'single' -- double --- triple ... dots, backslash \\\\
- $5 and $6, $x$, {curly} {#id}

[r]: https://example.com/ref

[^1]: The note with *marks*.
`,
  'lists in lists, loose and tight, with both kinds of numbers': `1. one

   para
2. two
   - a
     - b
       1. c
3. three

* star
+ plus

- loose

- list

5) paren
6) paren

- > quote in a list
`,
  'quotes, alerts, rules and headings with marks': `> [!WARNING]
> Stop **now**.
>
> - a
> - b

> plain
> > nested

***

### Heading \`code\` *em* & <https://example.com/>

Text.

#### Heading with an anchor {#custom}

### 1. Numbered

### - dash

+ 1. both
`,
  'writing of other languages': `- وصول البيانات \`spark_job\` متأخر
- עברית ו־English
- 到着が遅い。**重要**です。*強調*
- 中文测试**粗体**文字，\`代码\`。
- ไทย ภาษา
- 👩‍🚒 a :rocket: b ~~struck~~ **bold *nested* text** ***both***
- Ärger, naïve, Łukasz, Ελληνικά, Кириллица
`,
}

it.each(Object.entries(ODD))('%s are the same words and the same code as Markdown', async (_, source) => {
  const html = `<main><h1>Title</h1>${await renderBody(source, 'md')}</main>`
  const markdown = htmlToMarkdown(html, AT)?.body ?? ''
  const words = wordsOf(htmlText(mainOf(fromHtml(html))))
  expect(words.length).toBeGreaterThan(8)
  expect(wordsOf(markdownText(withoutAnchors(markdown)))).toEqual(words)
  const blocks = codeOf(html)
  expect(blocks.length > 0).toBe(/^ *(?:```|~~~)/m.test(source))
  for (const block of blocks) expect(unindented(markdown)).toContain(unindented(block))
})

it.each([
  '*Late* _orders_ `x` [a](b) <b> ~~c~~ # d ![i](j) && | pipe \\ back',
  '1. Not a list',
  '+ plus > quote',
  '# hash',
])('a title as %j is the same words, and makes no mark', (title) => {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const html = `<main><h1>${text}</h1><p>Text that follows.</p><ul><li>${text}</li></ul></main>`
  const markdown = htmlToMarkdown(html, AT)?.body ?? ''
  expect(wordsOf(markdownText(markdown))).toEqual(wordsOf(htmlText(mainOf(fromHtml(html)))))
  // Nothing of it is a link or a picture.
  expect(markdown).not.toMatch(/(?<!\\)\]\(/)
})
