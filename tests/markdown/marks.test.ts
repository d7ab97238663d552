import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { evaluate } from 'satteri'
import { afterAll, describe, expect, it } from 'vitest'
import { initContent } from '../../src/content/edit/init.ts'
import { provenPages } from '../../src/content/facts/proofs/blocks.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { FEATURES } from '../../src/markdown/gate.ts'
import { markdownProcessor } from '../../src/markdown/index.ts'

const FENCE = '```sql test="a/b" role="gate"\nSELECT 1,\n\t2  -- x  \n\n  AS verdict;\n```'
const indented = (by: string) => FENCE.replace(/^(?=.)/gm, by)
const TABS = `<Tabs>\n<Tab label="x">\n\n${FENCE}\n\n</Tab>\n</Tabs>`
const FOLD = `<details>\n<summary>x</summary>\n\n${FENCE}\n\n</details>`

const PLACES: readonly [place: string, format: 'md' | 'mdx', body: string][] = [
  ['a page', 'md', FENCE],
  ['a page with line breaks of Windows', 'md', FENCE.replaceAll('\n', '\r\n')],
  ['a step', 'md', `1. Do\n\n${indented('   ')}`],
  ['a list in a list', 'md', `- a\n  - b\n\n${indented('    ')}`],
  ['an alert', 'md', `> [!NOTE]\n${FENCE.replace(/^/gm, '> ')}`],
  ['a fold', 'md', FOLD],
  ['a page in MDX', 'mdx', FENCE],
  ['a fold in MDX', 'mdx', FOLD],
  ['a tab', 'mdx', TABS],
  ['a tab in a step', 'mdx', `1. x\n\n${TABS.replace(/^(?=.)/gm, '   ')}`],
]

describe('the mark of a block', () => {
  const root = path.join(mkdtempSync(path.join(tmpdir(), 'marks-')), 'content')
  initContent(root, { name: 'Team', today: '2026-11-23' })
  mkdirSync(path.join(root, 'issues'), { recursive: true })
  afterAll(() => {
    rmSync(path.dirname(root), { recursive: true, force: true })
  })

  it.each(PLACES)(
    'is asked for with the text that was run, where the block is in %s',
    async (_, format, body) => {
      const file = path.join(root, `issues/page.${format}`)
      writeFileSync(file, `---\ntitle: Page\nsummary: A page.\n---\n\n${body}\n`)
      const content = loadContent(root)
      rmSync(file)
      const document = content.documents.find(({ id }) => id === 'page')
      const [ran] = provenPages(content.documents).find(({ id }) => id === 'page')?.blocks ?? []
      const asked: string[] = []
      const { options, createRenderer } = markdownProcessor({
        base: '/',
        contentFolder: root,
        imageProblem: () => undefined,
        markOf: (_file, { code }) => {
          asked.push(code)
          return { kind: 'not tested' }
        },
      })
      const fileURL = pathToFileURL(file)
      const shared = { syntaxHighlight: false as const, gfm: true, smartypants: true }
      if (format === 'md') await (await createRenderer(shared)).render(document?.body ?? '', { fileURL })
      else
        await evaluate(document?.body ?? '', {
          mdastPlugins: options.mdastPlugins,
          hastPlugins: options.hastPlugins,
          features: FEATURES,
          fileURL,
          Fragment: 'fragment',
          jsx: () => '',
          jsxs: () => '',
        })
      expect(asked).toEqual([ran?.block.code])
      expect(asked[0]).toContain('AS verdict;')
    },
  )
})
