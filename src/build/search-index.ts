import { join } from 'node:path'
import * as pagefind from 'pagefind'

/**
 * Writes Pagefind's index of a built site into its folder.
 *
 * @returns how many pages it holds
 */
export async function indexForSearch(folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex()
  if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  try {
    const added = await index.addDirectory({ path: folder })
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') })
    const failures = [...added.errors, ...written.errors]
    if (failures.length > 0) throw new Error(`The search index cannot be made: ${failures.join('; ')}`)
    return added.page_count
  } finally {
    await pagefind.close()
  }
}
