import { readFileSync } from 'node:fs'
import { pagesIn, pageTitle, type PageEntry } from '../../content/facts/pages.ts'
import { PAGE_COLLECTIONS, definitionOf } from '../../content/model/collections.ts'
import type { Content } from '../../content/read/load.ts'
import type { SearchDocument } from './documents.ts'

/** The pages of a content folder, for a search where nothing is built. */
export function documentsOfContent(content: Content): SearchDocument[] {
  return PAGE_COLLECTIONS.flatMap((collection) =>
    pagesIn(content, collection).map((entry) => documentOf(definitionOf(collection).singular, entry)),
  )
}

function documentOf(kind: string, entry: PageEntry): SearchDocument {
  const { id, collection, path, kind: form, data } = entry
  const { headings, sections, text } = form === 'markdown' ? plain(readFileSync(path, 'utf8')) : plain('')
  const title = pageTitle(entry)
  const summary = data.summary ?? ''
  return {
    id: `${collection}/${id}`,
    url: `/${collection}/${id}/`,
    kind,
    title,
    summary,
    keywords: data.keywords ?? [],
    components: data.components ?? [],
    signatures: data.signatures ?? [],
    names: data.alerts ?? [],
    aliases: data.aliases ?? [],
    families: data.families ?? [],
    boost: data.boost ?? 1,
    headings,
    symptoms: sections[1] ?? '',
    text: `${title}. ${summary} ${text}`,
    order: title,
    filters: { kind: [kind] },
  }
}

/** The words of a Markdown file, nearly as its page has them: without frontmatter, marks, targets of links and tags. */
function plain(source: string): { headings: string[]; sections: string[]; text: string } {
  const headings: string[] = []
  const sections: string[][] = [[]]
  let fence: string | undefined
  for (const line of source.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '').split(/\r?\n/)) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined) {
      if (fence === undefined) fence = mark
      else if (mark.startsWith(fence)) fence = undefined
      continue
    }
    const heading = fence === undefined ? /^#{1,6}\s+(.*)$/.exec(line)?.[1] : undefined
    if (heading !== undefined) {
      headings.push(heading)
      sections.push([])
    }
    sections.at(-1)?.push(fence === undefined ? withoutMarks(line) : line)
  }
  const texts = sections.map((lines) => lines.join('\n'))
  return { headings, sections: texts, text: texts.join('\n') }
}

function withoutMarks(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
    .replace(/[*`|]+/g, ' ')
}
