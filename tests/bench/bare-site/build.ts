/** Builds the bare site with its search index, as its own documentation says. Run by `build.bench.ts`: FOLDER [HIGHLIGHTER] */
import { join } from 'node:path'
import { build } from 'astro'
import * as pagefind from 'pagefind'

const [, , root = '', highlighter] = process.argv
const outDir = join(root, 'dist')
await build({
  root,
  outDir,
  cacheDir: join(root, 'cache'),
  configFile: false,
  logLevel: 'warn',
  markdown: { ...(highlighter === 'prism' && { syntaxHighlight: 'prism' }) },
})
const { index } = await pagefind.createIndex()
if (!index) throw new Error('Pagefind made no index')
const { page_count } = await index.addDirectory({ path: outDir })
await index.writeFiles({ outputPath: join(outDir, 'pagefind') })
await pagefind.close()
process.stdout.write(String(page_count))
