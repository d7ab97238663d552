import { expect, it } from 'vitest'
import { pageLine } from '../../src/mcp/answer.ts'
import { asData } from '../../src/mcp/page-text.ts'

const page = {
  kind: 'issue',
  id: 'orders-late',
  url: 'https://example.com/issues/orders-late/',
  markdown: 'https://example.com/issues/orders-late/index.md',
  aliases: [],
  owners: [],
  pipelines: [],
  components: [],
  alerts: [],
}

it.each([
  ['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
  ['![x](https://evil.example/p.png)', '!\\[x\\](https://evil.example/p.png)'],
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
  ['<https://evil.example>', '\\<https://evil.example>'],
  ['\\[x](https://evil.example)', '\\\\\\[x\\](https://evil.example)'],
  ['late_orders, a < b', 'late_orders, a \\< b'],
])('a title or a summary that says %s is text in an answer', (written, shown) => {
  expect(pageLine({ ...page, title: written, summary: written })).toBe(
    `- ${shown} (issue orders-late): ${shown} https://example.com/issues/orders-late/`,
  )
  expect(asData(written, page.url, 'The body.')).toContain(`The text of the page "${shown}" (`)
})
