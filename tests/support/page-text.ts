import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { markdownToMdast, type MdastNode } from 'satteri'

/** Parts that lead around in a page, or act in a browser alone. */
const NO_TEXT = new Set(['script', 'style', 'template', 'button', 'select', 'dialog', 'form', 'noscript'])
/** Elements within a word or a sentence; every other one ends a word. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'kbd',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
])
/** Nodes of Markdown that end a word. */
const BLOCKS = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableCell',
  'tableRow',
  'table',
  'list',
  'blockquote',
  'break',
])

/** The main part of a page. @throws Error where there is none */
export function mainOf(tree: Nodes): Element {
  const found = findMain(tree)
  if (!found) throw new Error('The page has no main part.')
  return found
}

function findMain(node: Nodes): Element | undefined {
  if (node.type === 'element' && node.tagName === 'main') return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = findMain(child)
    if (found) return found
  }
  return undefined
}

/** What a reader of the page reads: without what is hidden, what leads around, and what acts; a drawing is its title. */
export function htmlText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type !== 'element') return node.children.map(htmlText).join('')
  const { tagName, properties } = node
  const classes = Array.isArray(properties['className']) ? properties['className'] : []
  const leads = tagName === 'nav' && (classes.includes('crumbs') || classes.includes('toc'))
  if (NO_TEXT.has(tagName) || leads || classes.includes('no-print')) return ' '
  if (properties['hidden'] === true || properties['ariaHidden'] === 'true') return ' '
  if (tagName === 'svg') {
    const title = node.children.find(
      (child) => child.type === 'element' && /^(title|desc)$/.test(child.tagName),
    )
    return title ? ` ${htmlText(title)} ` : ' '
  }
  // What is in a row is apart on the page, without a blank between.
  const inner = node.children.map(htmlText).join(classes.includes('row') ? ' ' : '')
  return INLINE.has(tagName) ? inner : ` ${inner} `
}

/** The text of Markdown, as another parser than the one that wrote it understands it. */
export function markdownText(text: string): string {
  return textOf(markdownToMdast(text))
}

function textOf(node: MdastNode): string {
  if (node.type === 'html') return ''
  if ('value' in node && typeof node.value === 'string')
    return node.type === 'text' || node.type === 'inlineCode' ? node.value : ` ${node.value} `
  const children: readonly MdastNode[] = 'children' in node ? (node.children as MdastNode[]) : []
  const inner = children.map(textOf).join('')
  return BLOCKS.has(node.type) ? ` ${inner} ` : inner
}

/** Letters and digits alone: marks of Markdown and of HTML are not compared. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Markdown without the anchors behind its headings. */
export function withoutAnchors(text: string): string {
  return text.replaceAll(/^([ \t>]*#{1,6} .*) \{#[^}\s]+\}$/gm, '$1')
}

/** The blocks of code of a page, each as its reader copies it. */
export function codeOf(html: string): string[] {
  return [...html.matchAll(/<pre[^>]*>\s*<code[^>]*>(.*?)<\/code>\s*<\/pre>/gs)].map(([, code = '']) =>
    rawText(fromHtml(code, { fragment: true })).replace(/\n$/, ''),
  )
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(rawText).join('') : ''
}

/** Code in a list or a quote is indented as a whole. */
export function unindented(text: string): string {
  return text.replaceAll(/^[ \t>]+/gm, '')
}
