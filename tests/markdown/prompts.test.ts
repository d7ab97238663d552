import { markdownToHtml } from 'satteri'
import { expect, it } from 'vitest'
import { codeBlocks } from '../../src/markdown/code-blocks.ts'

const html = async (markdown: string) =>
  (await markdownToHtml(markdown, { fileURL: new URL('file:///issues/a.md'), hastPlugins: [codeBlocks] }))
    .html

it('the prompts of a session are marked, so that who selects it without a script does not copy them', async () => {
  const page = await html('```console\n$ ls <dir>\na $ b\n$ cat \\\n> x\n```')
  const text = page.replace(/<(?!\/)span class="prompt">[^<]*<\/span>/g, '')
  expect(page.match(/<span class="prompt">/g)).toHaveLength(3)
  expect(text).not.toMatch(/&gt; x/)
  expect(text).toContain('a $ b')
})

it('a script has none', async () => {
  expect(await html('```bash\n# first\necho "$ 5"\n```')).not.toContain('class="prompt"')
})
