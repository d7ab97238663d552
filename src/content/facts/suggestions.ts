import { headingAnchors } from '../../text/heading-id.ts'
import type { Content, ContentDocument } from '../read/load.ts'
import type { MdastNode } from 'satteri'
import { parsePage } from '../read/body.ts'
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
  /** What it says, in order. */
  blocks: readonly SuggestionBlock[]
}

/** A part of a suggestion, as text without markup but for the backticks of code in a sentence. */
export type SuggestionBlock =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  /** `start` is the first number of an ordered list. */
  | { kind: 'list'; start: number | undefined; items: readonly (readonly SuggestionBlock[])[] }
  /** The rows, the heading row first. */
  | { kind: 'table'; rows: readonly (readonly string[])[] }

const MARK = /^\[!SUGGESTION\]\s*/i

/** All suggestions of the content, in order of page and place. */
export const suggestionsOf = oncePerContent('suggestions', ({ documents }: Content): readonly Suggestion[] =>
  documents
    .filter(({ kind, text }) => kind === 'markdown' && /\[!SUGGESTION\]/i.test(text))
    .flatMap(suggestionsOn),
)

function suggestionsOn(document: ContentDocument): Suggestion[] {
  const page = parsePage(document)
  const anchorOf = headingAnchors()
  const headings = page.headings.map((heading) => ({
    ...heading,
    anchor: heading.depth >= 2 && heading.depth <= 4 ? anchorOf(heading) : '',
  }))
  return (page.nodes.get('blockquote') ?? []).flatMap((quote): Suggestion[] => {
    if (quote.node.type !== 'blockquote' || !MARK.test(plainText(quote.node))) return []
    const above = headings.findLast(({ start }) => start < quote.start)
    const { collection, id } = document
    return [
      {
        collection,
        id,
        heading: above?.text ?? '',
        anchor: above?.anchor ?? '',
        blocks: blocksOf(quote.node),
      },
    ]
  })
}

function blocksOf(node: MdastNode): SuggestionBlock[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const text = sentence(node).replace(MARK, '')
      return text === '' ? [] : [{ kind: 'text', text }]
    }
    case 'code':
      return [{ kind: 'code', text: node.value }]
    case 'list': {
      const start = node.ordered === true ? (node.start ?? 1) : undefined
      return [{ kind: 'list', start, items: node.children.map(blocksOf) }]
    }
    case 'table':
      return [{ kind: 'table', rows: node.children.map((row) => row.children.map(sentence)) }]
    default:
      return 'children' in node ? node.children.flatMap(blocksOf) : []
  }
}

/** The text of a paragraph or a cell, in one line. */
function sentence(node: MdastNode): string {
  return marked(node).replace(/\s+/g, ' ').trim()
}

function marked(node: MdastNode): string {
  if (node.type === 'inlineCode') return node.value.includes('`') ? node.value : `\`${node.value}\``
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(marked).join('') : ''
}
