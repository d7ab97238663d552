import { markdownToHtml } from 'satteri'
import { describe, expect, it } from 'vitest'
import { codeBlocks } from '../../src/markdown/code-blocks.ts'

const html = async (markdown: string) => {
  const result = await markdownToHtml(markdown, {
    fileURL: new URL('file:///repository/content/issues/kafka-late-data.md'),
    hastPlugins: [codeBlocks],
  })
  return result.html
}

describe('a block in Mermaid', () => {
  it('becomes a drawing, with the same in words below it', async () => {
    const page = await html('```mermaid\nflowchart TD\n  A[Lag & more] --> B\n```')
    expect(page).toMatch(/^<figure class="drawn">.*<svg role="img"/s)
    expect(page).toContain('<summary>The drawing in words</summary><ul><li>Lag &amp; more → B</li></ul>')
    expect(page).not.toContain('flowchart TD')
  })

  it('shares no id with another drawing of its page', async () => {
    const block = '```mermaid\nflowchart TD\n  A --> B\n```\n\n'
    const ids = [...(await html(block + block)).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(4)
  })

  it('is shown as its source where it cannot be drawn', async () => {
    expect(await html('```mermaid\ngantt\n  title Plan\n```')).toContain('gantt')
  })
})
