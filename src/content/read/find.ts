import type { MdastNode } from 'satteri'
import { blockKind, blockTest, fenceAttributes } from './code-fence.ts'
import type { BlockKind, BlockTest } from './code-fence.ts'
import { markdownParser } from './markdown-parser.ts'

/** A fenced block of a page. */
export interface Block {
  language: string | undefined
  kind: BlockKind
  test: BlockTest
  /** What follows the language, a bare word as `true`. */
  attributes: ReadonlyMap<string, string | true>
  code: string
  /** Line of the opening fence in the file, from 1. The code's first line is the next one. */
  line: number
  /** Column of the opening fence, from 1. */
  column: number
  /** Text of the second-level heading above it, e.g. `Diagnose`; empty before the first. */
  section: string
}

/** The tree of a page, frontmatter included, by the parser that builds the site. */
export function parsePage(source: string, format: 'md' | 'mdx'): MdastNode {
  const { markdownToMdast, mdxToMdast } = markdownParser()
  return format === 'mdx' ? mdxToMdast(source) : markdownToMdast(source)
}

/** The text of a node without its markup. */
export function plainText(node: MdastNode): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

/**
 * All fenced and indented code blocks of a page, in order, those inside lists and quotes too.
 * @param source the whole file, with its frontmatter, so that lines are the file's
 */
export function findBlocks(source: string, format: 'md' | 'mdx'): Block[] {
  return blocksIn(parsePage(source, format), ({ position }) => position?.start)
}

/**
 * All code blocks of a tree, in order.
 * @param placeOf where a node begins in the file
 */
export function blocksIn(
  tree: MdastNode,
  placeOf: (node: MdastNode) => { line: number; column: number } | undefined,
): Block[] {
  const blocks: Block[] = []
  let section = ''
  const visit = (node: MdastNode): void => {
    if (node.type === 'heading' && node.depth === 2) section = plainText(node)
    if (node.type === 'code') {
      blocks.push({
        language: node.lang ?? undefined,
        kind: blockKind(node.lang),
        test: blockTest(node.lang, node.meta),
        attributes: fenceAttributes(node.meta),
        code: node.value,
        line: placeOf(node)?.line ?? 1,
        column: placeOf(node)?.column ?? 1,
        section,
      })
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return blocks
}
