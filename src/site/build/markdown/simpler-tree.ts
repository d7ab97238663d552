import type { ElementContent, Root } from 'hast'

/** Elements that begin and end a line: blanks beside them, and at their own ends, are not seen. */
const BLOCKS = new Set(
  'article aside blockquote caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** In these, or in a cell that does not wrap, a blank may count. */
const KEEP_BLANKS = new Set(['listing', 'nobr', 'plaintext', 'textarea', 'xmp'])
/** HTML's white space: other blanks are there to be seen. */
const BLANK = /^[\t\n\v\f\r ]*$/

/**
 * Takes out of a page what its Markdown is the same without, before it is copied and looked at again and again: blanks
 * between blocks, which are a third of all that is in a page, elements around nothing but words, and names for style sheets.
 */
export function simplify(page: Root): void {
  if (!page.children.some(keepsBlanks)) simplifyIn(page.children as ElementContent[], true)
}

function keepsBlanks(node: Root['children'][number]): boolean {
  if (node.type !== 'element') return false
  return (
    KEEP_BLANKS.has(node.tagName) ||
    node.properties['noWrap'] !== undefined ||
    node.children.some(keepsBlanks)
  )
}

function simplifyIn(nodes: ElementContent[], isBlock: boolean): void {
  const kept: ElementContent[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'text') {
      if (BLANK.test(node.value) && isBesideBlock(kept, nodes, index, isBlock)) continue
      addText(kept, node.value)
    } else if (node.type === 'element' && node.tagName !== 'pre') {
      delete node.properties['className']
      simplifyIn(node.children, BLOCKS.has(node.tagName))
      const [only] = node.children
      if (node.tagName === 'span' && node.children.length === 1 && only?.type === 'text')
        addText(kept, only.value)
      else kept.push(node)
    } else {
      kept.push(node)
    }
  }
  nodes.splice(0, nodes.length, ...kept)
}

/** Whether a blank is at an end of a block: of the one that it is in, or of one before or behind it. */
function isBesideBlock(
  before: readonly ElementContent[],
  nodes: readonly ElementContent[],
  index: number,
  isBlock: boolean,
): boolean {
  const last = before.at(-1)
  if (last === undefined ? isBlock : isBlockElement(last)) return true
  const next = nodes.slice(index + 1).find((node) => node.type !== 'text' || !BLANK.test(node.value))
  return next === undefined ? isBlock : isBlockElement(next)
}

const isBlockElement = (node: ElementContent): boolean => node.type === 'element' && BLOCKS.has(node.tagName)

function addText(nodes: ElementContent[], value: string): void {
  const last = nodes.at(-1)
  if (last?.type === 'text') last.value += value
  else nodes.push({ type: 'text', value })
}
