import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { build } from 'astro'
import { indexForSearch } from './search-index.ts'

interface Options {
  /** Where the site goes. What was there stays until the new one is complete. */
  folder: string
  /** Where it is made meanwhile: on the same disk, so that the swap is a rename. */
  workFolder: string
  /** Astro's cache of rendered content. */
  cacheFolder: string
}

/** Builds the site and its search index, then puts it in the place of the last one: a failed build changes nothing. */
export async function buildSite({ folder, workFolder, cacheFolder }: Options): Promise<{ indexed: number }> {
  process.env['NODE_ENV'] = 'production'
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const next = `${workFolder}/next`
  const old = `${workFolder}/old`
  await build({ outDir: next, cacheDir: cacheFolder, logLevel: 'warn' })
  const indexed = await indexForSearch(next)
  await rm(old, { recursive: true, force: true })
  if (existsSync(folder)) await rename(folder, old)
  await rename(next, folder)
  await rm(old, { recursive: true, force: true })
  return { indexed }
}
