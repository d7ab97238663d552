import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { build } from 'astro'
import type { Folders } from './folders.ts'
import { indexForSearch } from './search-index.ts'

/** Builds the site and its search index, then puts it in the place of the last one: a failed build changes nothing. */
export async function buildSite({ site, work, cache }: Folders): Promise<{ indexed: number }> {
  process.env['NODE_ENV'] = 'production'
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const next = `${work}/next`
  const old = `${work}/old`
  await forgetRendered(cache)
  await build({ outDir: next, cacheDir: cache, logLevel: 'warn' })
  const indexed = await indexForSearch(next)
  await rm(old, { recursive: true, force: true })
  if (existsSync(site)) await rename(site, old)
  await rename(next, site)
  await rm(old, { recursive: true, force: true })
  return { indexed }
}

/** Astro keeps what it rendered until a file of the content changes; it does not see that the code that renders has. */
async function forgetRendered(cache: string): Promise<void> {
  const code = new URL('../markdown/', import.meta.url)
  const hash = createHash('sha256')
  for (const file of (await readdir(code)).sort()) hash.update(await readFile(new URL(file, code)))
  const version = hash.digest('hex')
  const note = `${cache}/markdown-version`
  if ((await readFile(note, 'utf8').catch(() => '')) === version) return
  await rm(cache, { recursive: true, force: true })
  await mkdir(cache, { recursive: true })
  await writeFile(note, version)
}
