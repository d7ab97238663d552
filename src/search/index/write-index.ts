import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { documentsOfFragments } from './from-fragments.ts'
import { makeIndex, type IndexOptions } from './make-index.ts'

/**
 * Writes the search's own index beside Pagefind's, of the pages that Pagefind has indexed.
 *
 * @returns how many pages are indexed
 */
export async function writeIndex(indexFolder: string, options: IndexOptions): Promise<number> {
  const documents = await documentsOfFragments(indexFolder)
  const files = makeIndex(documents, options)
  for (const [name, text] of files) {
    const path = join(indexFolder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return documents.length
}
