import { gunzipSync } from 'node:zlib'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Lookup, LookupIssue } from '../engine/lookup.ts'
import { wordsOf } from '../engine/words.ts'
import { LIST_SEPARATOR, LOOKUP_FILE } from '../engine/settings.ts'

/** The part of Pagefind's fragment of a page that we read. */
const fragmentSchema = z.object({
  url: z.string(),
  content: z.string(),
  meta: z.record(z.string(), z.string()),
})

/** Pagefind begins its files with this mark, after decompression. */
const MARK = 'pagefind_dcd'

/**
 * Writes, beside Pagefind's index, what the search needs besides: how many pages have each word (to know misspellings and
 * telling words), and the signatures, alerts and former ids of the issues.
 *
 * @returns how many pages are indexed
 *
 * It reads Pagefind's own fragments, so that it speaks of exactly the text that is indexed.
 */
export async function writeLookup(indexFolder: string): Promise<number> {
  const folder = join(indexFolder, 'fragment')
  const pages = new Map<string, number>()
  const issues: LookupIssue[] = []
  const files = (await readdir(folder)).sort()
  for (const file of files) {
    const text = gunzipSync(await readFile(join(folder, file))).toString('utf8')
    const { url, content, meta } = fragmentSchema.parse(JSON.parse(text.slice(MARK.length)))
    for (const word of new Set(wordsOf([content, ...Object.values(meta)].join(' ')))) {
      pages.set(word, (pages.get(word) ?? 0) + 1)
    }
    if (meta['kind'] !== 'issue') continue
    const list = (name: string) => meta[name]?.split(LIST_SEPARATOR).map((each) => each.trim()) ?? []
    issues.push({
      id: file.slice(0, file.lastIndexOf('.')),
      url,
      title: meta['title'] ?? url,
      summary: meta['summary'] ?? '',
      severity: meta['severity'] ?? '',
      owner: meta['owner'] ?? '',
      signatures: list('signatures'),
      names: [...list('alerts'), ...list('aliases')],
    })
  }
  const lookup: Lookup = { pages: files.length, words: groupByCount(pages), issues }
  await writeFile(join(indexFolder, LOOKUP_FILE), JSON.stringify(lookup))
  return files.length
}

/** Words under the number of pages that have them, each list in order and as one string: half the size of a map. */
function groupByCount(pages: ReadonlyMap<string, number>): Record<string, string> {
  const groups = new Map<number, string[]>()
  for (const [word, count] of pages) {
    const group = groups.get(count)
    if (group) group.push(word)
    else groups.set(count, [word])
  }
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => a - b).map(([count, words]) => [String(count), words.sort().join(' ')]),
  )
}
