import { gunzipSync } from 'node:zlib'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseFragment, sectionsOf } from '../engine/page-text.ts'
import { LIST_SEPARATOR } from '../engine/settings.ts'
import { withoutTextMarks } from '../../text/text-marks.ts'
import type { SearchDocument } from './documents.ts'

/** The part of Pagefind's fragment of a page that we read. */
const fragmentSchema = z.object({
  url: z.string(),
  content: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())).default({}),
  anchors: z
    .array(z.object({ element: z.string(), id: z.string(), text: z.string(), location: z.number() }))
    .default([]),
})

/** The pages that Pagefind has indexed, of exactly the text that it indexed: its own fragments are read. */
export async function documentsOfFragments(indexFolder: string): Promise<SearchDocument[]> {
  const folder = join(indexFolder, 'fragment')
  const documents: SearchDocument[] = []
  for (const file of (await readdir(folder)).sort()) {
    const text = gunzipSync(await readFile(join(folder, file))).toString('utf8')
    const { content: marked, ...rest } = fragmentSchema.parse(parseFragment(text))
    const page = { ...rest, content: withoutTextMarks(marked) }
    const { url, content, meta, filters } = page
    const list = (name: string, separator = LIST_SEPARATOR) =>
      (meta[name] ?? '').split(separator).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
    const sections = sectionsOf(page)
    documents.push({
      id: file.slice(0, file.lastIndexOf('.')),
      url,
      kind: meta['kind'] ?? '',
      title: meta['title'] ?? url,
      summary: meta['summary'] ?? '',
      keywords: list('keywords', ','),
      components: list('components', ','),
      signatures: list('signatures'),
      names: list('alerts'),
      aliases: list('aliases'),
      families: list('families'),
      boost: Number(meta['boost'] ?? 1),
      headings: sections.slice(1).map(({ title }) => title),
      symptoms: sections[1]?.text ?? '',
      text: content,
      order: `${meta['order'] ?? '99'} ${meta['title'] ?? ''}`,
      filters,
    })
  }
  return documents
}
