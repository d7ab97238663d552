import { readFileSync } from 'node:fs'
import type { Content, Entry } from '../../content/read/load.ts'
import type { SearchDocument } from './documents.ts'

/** What entries of all kinds may say of themselves, for the search. */
interface Fields {
  title?: string | undefined
  name?: string | undefined
  summary?: string | undefined
  keywords?: readonly string[] | undefined
  components?: readonly string[] | undefined
  signatures?: readonly string[] | undefined
  alerts?: readonly string[] | undefined
  aliases?: readonly string[] | undefined
  families?: readonly string[] | undefined
  boost?: number | undefined
}

/** The pages of a content folder, for a search where nothing is built. */
export function documentsOfContent(content: Content): SearchDocument[] {
  const of = (kind: string, folder: string, entries: ReadonlyMap<string, Entry<Fields>>) =>
    [...entries.values()].map((entry) => documentOf(kind, folder, entry))
  return [
    ...of('issue', 'issues', content.issues),
    ...of('runbook', 'runbooks', content.runbooks),
    ...of('pipeline', 'pipelines', content.pipelines),
    ...of('team', 'teams', content.teams),
  ]
}

function documentOf(
  kind: string,
  folder: string,
  { id, path, kind: form, data }: Entry<Fields>,
): SearchDocument {
  const { headings, sections, text } = form === 'markdown' ? plain(readFileSync(path, 'utf8')) : plain('')
  const title = data.title ?? data.name ?? id
  const summary = data.summary ?? ''
  return {
    id: `${folder}/${id}`,
    url: `/${folder}/${id}/`,
    kind,
    title,
    summary,
    keywords: data.keywords ?? [],
    components: data.components ?? [],
    signatures: data.signatures ?? [],
    names: [...(data.alerts ?? []), ...(data.aliases ?? [])],
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
