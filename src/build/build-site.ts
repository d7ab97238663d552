import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { build } from 'astro'
import type { Folders } from './folders.ts'
import { indexForSearch } from './search-index.ts'

/** Builds the site and its search index, then puts it in the place of the last one: a failed build changes nothing. */
export async function buildSite({ site, work, cache }: Folders): Promise<{ indexed: number }> {
  process.env['NODE_ENV'] = 'production'
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const next = `${work}/next`
  const old = `${work}/old`
  await build({ outDir: next, cacheDir: cache, logLevel: 'warn' })
  const indexed = await indexForSearch(next)
  await rm(old, { recursive: true, force: true })
  if (existsSync(site)) await rename(site, old)
  await rename(next, site)
  await rm(old, { recursive: true, force: true })
  return { indexed }
}
