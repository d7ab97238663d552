import type { MdastNode } from 'satteri'
import { plainText } from './find.ts'
import { headingAnchors, headingId } from '../../text/heading-id.ts'
import type { ContentDocument } from './load.ts'
import { markdownParser } from './markdown-parser.ts'

/** What an entry's body consists of, for the rules. Offsets are into the file. */
export interface Page {
  document: ContentDocument
  /** The body as it was parsed. Offsets in it are into the body. */
  tree: MdastNode
  /** All of them by type, each in order. */
  nodes: ReadonlyMap<string, readonly PageNode[]>
  headings: readonly Heading[]
  /** Ids of the headings that have a link to themselves, as the site and the forge make them. */
  anchors: ReadonlySet<string>
  /** Why MDX cannot be read; the nodes are then those of plain Markdown. */
  failure?: { message: string; offset: number }
}

export interface PageNode {
  node: MdastNode
  start: number
  end: number
}

type NodeOf<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>

interface Found<Type extends MdastNode['type']> extends PageNode {
  node: NodeOf<Type>
  page: Page
  document: ContentDocument
}

/** The nodes of these types on all pages, with their positions. */
export function* nodesOf<Type extends MdastNode['type']>(
  pages: readonly Page[],
  ...types: readonly Type[]
): Generator<Found<Type>> {
  for (const page of pages) {
    for (const type of types) {
      for (const { node, start, end } of page.nodes.get(type) ?? []) {
        // They are kept by their type.
        yield { page, document: page.document, node: node as NodeOf<Type>, start, end }
      }
    }
  }
}

export interface Heading {
  depth: number
  text: string
  /** The anchor that it names for itself. */
  id?: string
  start: number
  end: number
}

/** Pages that somebody still looks at; a tree takes much more room than its text. */
const parsed = new WeakMap<ContentDocument, WeakRef<Page>>()

/** Parses a body with the parser that builds the site. Who asks while another still has the page gets the same one. */
export function parsePage(document: ContentDocument): Page {
  const known = parsed.get(document)?.deref()
  if (known) return known
  const page = parse(document)
  parsed.set(document, new WeakRef(page))
  return page
}

/** Small, and asked for by other pages long after the tree is gone. */
const anchors = new WeakMap<ContentDocument, ReadonlySet<string>>()

/** The anchors of a page; `undefined` for what has no body, or one that is too much for the parser. */
export function anchorsOf(document: ContentDocument): ReadonlySet<string> | undefined {
  if (!hasBody(document)) return undefined
  try {
    const found = anchors.get(document) ?? parsePage(document).anchors
    anchors.set(document, found)
    return found
  } catch {
    return undefined
  }
}

/** Whether an entry has a body apart from its fields. */
export function hasBody({ kind, isDivided }: ContentDocument): boolean {
  return kind === 'markdown' && isDivided
}

function parse(document: ContentDocument): Page {
  const { body, bodyOffset, path: file } = document
  const features = { frontmatter: false }
  const { markdownToMdast, mdxToMdast } = markdownParser()
  try {
    const tree = file.endsWith('.mdx') ? mdxToMdast(body, { features }) : markdownToMdast(body, { features })
    return toPage(document, tree)
  } catch (error) {
    const [, line = '1', column = '1', message = String(error)] =
      /^(\d+):(\d+): (.*)$/s.exec(error instanceof Error ? error.message : '') ?? []
    const offset = bodyOffset + offsetAt(body, Number(line), Number(column))
    return { ...toPage(document, markdownToMdast(body, { features })), failure: { message, offset } }
  }
}

function toPage(document: ContentDocument, tree: MdastNode): Page {
  const nodes = new Map<string, PageNode[]>()
  const visit = (node: MdastNode): void => {
    const { start, end } = node.position ?? {}
    const alike = nodes.get(node.type) ?? []
    nodes.set(node.type, alike)
    alike.push({
      node,
      start: document.bodyOffset + (start?.offset ?? 0),
      end: document.bodyOffset + (end?.offset ?? 0),
    })
    if ('children' in node) node.children.forEach(visit)
  }
  if ('children' in tree) tree.children.forEach(visit)
  const headings = (nodes.get('heading') ?? []).flatMap(({ node, start, end }): Heading[] =>
    node.type === 'heading' ? [{ depth: node.depth, ...headingId(plainText(node)), start, end }] : [],
  )
  const linked = headings.filter(({ depth }) => depth >= 2 && depth <= 4)
  return {
    document,
    tree,
    nodes,
    headings,
    anchors: new Set(linked.map(headingAnchors())),
  }
}

function offsetAt(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
}
