import { createHash } from 'node:crypto'
import { PAGE_COLLECTIONS } from '../../content/model/collections.ts'
import type { Content } from '../../content/read/load.ts'

/**
 * A hash of the text of each entry that has a page, by `issues/late-data`: whoever has those of a build knows what was edited
 * since, whatever the times of files say.
 */
export function textHashes({ documents }: Content): Record<string, string> {
  const pages: ReadonlySet<string> = new Set(PAGE_COLLECTIONS)
  return Object.fromEntries(
    documents
      .filter(({ collection }) => pages.has(collection))
      .map(({ collection, id, text }) => [
        `${collection}/${id}`,
        createHash('sha256').update(text).digest('base64url').slice(0, 16),
      ]),
  )
}
