import { expect, it } from 'vitest'
import { FURTHER_MARKDOWN, FURTHER_MDX } from '../../support/hostile/further.ts'
import { foreign } from '../../support/hostile/page-oracle.ts'
import { hostileFolder, renderBody } from '../../support/hostile/render.ts'

hostileFolder()

/** What of a payload is in the page that should not be there; a refused page has nothing. */
async function leftOf(text: string, format: 'md' | 'mdx'): Promise<string[]> {
  try {
    return foreign(await renderBody(text, format))
  } catch {
    return []
  }
}

it.each([
  ['Markdown', 'md', FURTHER_MARKDOWN],
  ['MDX', 'mdx', FURTHER_MDX],
] as const)('of further payloads in %s, nothing foreign is in the page', async (_, format, payloads) => {
  expect(payloads.length).toBeGreaterThan(70)
  const found: [string, string[]][] = []
  for (const payload of payloads.filter((each) => !each.startsWith('```mermaid'))) {
    const left = await leftOf(payload, format)
    if (left.length > 0) found.push([payload, left])
  }
  expect(found).toEqual([])
})

it('a drawing has no link, no code and no address of elsewhere, whatever its source says', async () => {
  const drawings = FURTHER_MARKDOWN.filter((each) => each.startsWith('```mermaid'))
  expect(drawings.length).toBeGreaterThan(5)
  for (const source of drawings) {
    const [drawing = ''] = /<svg[^]*<\/svg>/.exec(await renderBody(source, 'md')) ?? []
    // What a label says is text.
    expect(drawing.replace(/>[^<]*</g, '><')).not.toMatch(
      /<(?:script|img|a|style|image|foreignObject|use)\b|\son\w+=|url\((?!#)|href=/i,
    )
  }
})
