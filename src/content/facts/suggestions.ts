import Slugger from 'github-slugger'
import type { Content, ContentDocument } from '../read/load.ts'
import { parsePage, type PageNode } from '../read/body.ts'
import { plainText } from '../read/find.ts'
import { oncePerContent } from '../read/once.ts'

/** Something that a page suggests and that the team has to confirm: a block quote that begins with `[!SUGGESTION]`. */
export interface Suggestion {
  collection: string
  /** The page's id. */
  id: string
  /** The heading above it, with its anchor; empty where there is none. */
  heading: string
  anchor: string
  /** Its paragraphs, as plain text. */
  paragraphs: readonly string[]
  /** The rows of its tables, the heading row first. */
  tables: readonly (readonly (readonly string[])[])[]
}

const MARK = /^\[!SUGGESTION\]\s*/i

/** All suggestions of the content, in order of page and place. */
export const suggestionsOf = oncePerContent('suggestions', ({ documents }: Content): readonly Suggestion[] =>
  documents
    .filter(({ kind, text }) => kind === 'markdown' && /\[!SUGGESTION\]/i.test(text))
    .flatMap(suggestionsOn),
)

function suggestionsOn(document: ContentDocument): Suggestion[] {
  const page = parsePage(document)
  const slugger = new Slugger()
  const headings = page.headings.map((heading) => ({
    ...heading,
    anchor: heading.depth >= 2 && heading.depth <= 4 ? (heading.id ?? slugger.slug(heading.text)) : '',
  }))
  return (page.nodes.get('blockquote') ?? []).flatMap((quote): Suggestion[] => {
    if (quote.node.type !== 'blockquote' || !MARK.test(plainText(quote.node))) return []
    const above = headings.findLast(({ start }) => start < quote.start)
    const inside = ({ start, end }: PageNode) => start >= quote.start && end <= quote.end
    const paragraphs = (page.nodes.get('paragraph') ?? [])
      .filter(inside)
      .map(({ node }) => plainText(node).replace(MARK, '').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
    const tables = (page.nodes.get('table') ?? [])
      .filter(inside)
      .map(({ node }) =>
        node.type === 'table' ? node.children.map((row) => row.children.map((cell) => plainText(cell))) : [],
      )
    const { collection, id } = document
    return [{ collection, id, heading: above?.text ?? '', anchor: above?.anchor ?? '', paragraphs, tables }]
  })
}
