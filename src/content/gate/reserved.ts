import type { MdastNode } from 'satteri'
import { htmlTokens } from './html-tokens.ts'

/** Marks that Astro and its bundler replace in what they write, wherever the marks come from. */
export const RESERVED = /__ASTRO_\w*|__VITE_\w*|@@ASTRO\w*/

/** Blocks whose texts are written without anything between them. */
const LINES = new Set(['paragraph', 'heading', 'tableCell'])

/**
 * The text of a node as it is read on the page, raw HTML included.
 *
 * @param scope `own` for the text of a line or a leaf; nothing for containers, whose children have their own
 */
export function readableText(node: MdastNode, scope: 'own' | 'all' = 'all'): string {
  if (scope === 'own' && !LINES.has(node.type) && 'children' in node) return ''
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'html') return htmlText(node.value)
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => readableText(child)).join('') : ''
}

/** What a node says beside its text, as it is written into the page: addresses, titles, languages, attributes. */
export function writtenValues(node: MdastNode): readonly string[] {
  if (node.type === 'html')
    return htmlTokens(node.value).flatMap((token) =>
      token.type === 'start' ? token.attributes.map(({ value }) => value) : [],
    )
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
    return node.attributes.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'type' && name !== 'value' ? [value] : [],
  )
}

/** With its tags as they are, between the texts. Comments are left out. */
function htmlText(html: string): string {
  return htmlTokens(html)
    .map((token) => (token.type === 'text' ? token.value : token.type === 'comment' ? '' : `<${token.type}>`))
    .join('')
}
