import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as pagefind from 'pagefind'
import { writeLookup } from './write-lookup.ts'
import { INDEX_EXCLUDES, INDEX_FOLDER } from '../engine/settings.ts'

const UNUSED = ['ui', 'modular-ui', 'component-ui'].flatMap((ui) => [
  `pagefind-${ui}.js`,
  `pagefind-${ui}.css`,
])

/**
 * Writes Pagefind's index of a built site into its folder, and what our own search looks up beside it.
 *
 * @returns how many pages it holds
 */
export async function indexForSearch(folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: INDEX_EXCLUDES })
  if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  try {
    const outputPath = join(folder, INDEX_FOLDER)
    const added = await index.addDirectory({ path: folder })
    const written = await index.writeFiles({ outputPath })
    const failures = [...added.errors, ...written.errors]
    if (failures.length > 0) throw new Error(`The search index cannot be made: ${failures.join('; ')}`)
    // The interfaces that Pagefind brings: ours is another, and who keeps the site for offline would keep them too.
    for (const name of UNUSED) await rm(join(outputPath, name), { force: true })
    return await writeLookup(outputPath)
  } finally {
    await pagefind.close()
  }
}
