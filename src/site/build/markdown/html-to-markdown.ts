import type { Element, ElementContent, Nodes, Root } from 'hast'
import { defaultHandlers, toMdast, type State } from 'hast-util-to-mdast'
import type { Heading, Nodes as MarkdownNodes } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { TestedBlocks } from '../../../content/facts/proofs/tested.ts'
import type { SHORT_MARKS } from '../../../content/read/proof.ts'
import { readPage } from './read-html.ts'
import { simplify } from './simpler-tree.ts'

/** What a page says of itself, and its main content as Markdown. */
export interface MarkdownPage {
  title: string
  description: string
  /** The facts of the head, by name, each with its values: `kind`, `owner`, `severity`, `pipeline`, `component`, `alerts`. */
  facts: ReadonlyMap<string, readonly string[]>
  /** How many blocks of code carry which mark; nothing where none does. */
  tested: TestedBlocks | undefined
  body: string
}

/** Parts of a page that lead around in it, act in a browser, or repeat what the frontmatter says. */
const LEFT_OUT = new Set(['script', 'style', 'template', 'button', 'select', 'dialog', 'form', 'noscript'])

/** What separates values in one fact of the head. */
const SEPARATOR = ' ␞ '

/**
 * A built page as Markdown: the words of its main part, tables and code as they are, links absolute, anchors of headings
 * kept as `{#anchor}`.
 *
 * @param address the page's own address; links are resolved against it
 * @returns `undefined` for what has no main part
 */
export function htmlToMarkdown(html: string, address: URL): MarkdownPage | undefined {
  const { main, metas } = readPage(html)
  if (main === undefined) return undefined
  const cleaned: Root = { type: 'root', children: main.children.flatMap((node) => clean(node, address)) }
  simplify(cleaned)
  const body = toMarkdown(toMdast(cleaned, { handlers: HANDLERS }), {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    emphasis: '_',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  })
  return {
    title: textOf(find(main, ({ tagName }) => tagName === 'h1')) || metaOf(metas, 'og:title'),
    description: metaOf(metas, 'description'),
    facts: factsOf(metas),
    tested: testedIn(main),
    body,
  }
}

function clean(node: ElementContent | Root['children'][number], base: URL): ElementContent[] {
  // Without its place in the page, which nobody asks for and which is copied with the tree.
  if (node.type === 'text') return [{ type: 'text', value: node.value }]
  if (node.type !== 'element') return []
  const { tagName, properties } = node
  if (LEFT_OUT.has(tagName) || isLeftOut(node) || isPlaceholder(node)) return []
  if (tagName === 'svg') return drawing(node)
  if (tagName === 'pre') return [plainCode(node)]
  const cleaned = node.children.flatMap((child) => clean(child, base))
  const children =
    tagName === 'p' ? inLine(classesOf(node).includes('row') ? listed(cleaned) : cleaned) : cleaned
  const own = { ...properties }
  if (typeof own['href'] === 'string') own['href'] = absolute(own['href'], base)
  if (typeof own['src'] === 'string') own['src'] = absolute(own['src'], base)
  // An element of the site's own is what is in it; a block of its own, or it would join what is around it.
  const name = tagName.includes('-') ? 'div' : tagName
  const element: Element = { type: 'element', tagName: name, properties: own, children }
  if (MARKED.has(tagName)) return withoutBlanks(element)
  return tagName === 'table' ? [...caption(children), element] : [element]
}

/** Elements that Markdown writes as marks around their words. */
const MARKED = new Set(['a', 'b', 'em', 'i', 'strong'])

/** Blanks at the ends of marked words, put beside them: `[Orders ](…)Team` would run two words into one. */
function withoutBlanks(element: Element): ElementContent[] {
  const text = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])
  const { children } = element
  const first = children.at(0)
  const before = first?.type === 'text' ? (/^[\t\n\f\r ]*/.exec(first.value)?.[0] ?? '') : ''
  if (first?.type === 'text') first.value = first.value.slice(before.length)
  const last = children.at(-1)
  const behind = last?.type === 'text' ? (/[\t\n\f\r ]*$/.exec(last.value)?.[0] ?? '') : ''
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - behind.length)
  return [...text(before), element, ...text(behind)]
}

/** Code without the elements that color it: most of a page's elements, and none of its words. */
function plainCode(pre: Element): Element {
  const code = find(pre, ({ tagName }) => tagName === 'code') ?? pre
  return {
    type: 'element',
    tagName: 'pre',
    properties: { className: [...classesOf(code), ...classesOf(pre)] },
    children: [{ type: 'text', value: textOf(code) }],
  }
}

/** The caption of a table as a paragraph above it: Markdown's tables have none. */
function caption(children: readonly ElementContent[]): ElementContent[] {
  const found = children.find((child) => child.type === 'element' && child.tagName === 'caption')
  const text = textOf(found).trim()
  if (text === '') return []
  const strong: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ type: 'text', value: text }],
  }
  return [{ type: 'element', tagName: 'p', properties: {}, children: [strong] }]
}

/** Ways through the site and through the page, and what only eyes or only a screen reader need. */
function isLeftOut(element: Element): boolean {
  const { tagName, properties } = element
  const classes = classesOf(element)
  return (
    properties['hidden'] === true ||
    properties['ariaHidden'] === 'true' ||
    (tagName === 'nav' && ['crumbs', 'toc'].some((name) => classes.includes(name))) ||
    classes.includes('no-print')
  )
}

/** The room that is kept for a word which only a browser knows. */
function isPlaceholder({ children }: Element): boolean {
  const [only] = children
  return children.length === 1 && only?.type === 'text' && only.value === '\u00A0'
}

function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties['className']) ? properties['className'].map(String) : []
}

/** Things that only their distance on the page separates, with a dot between them: some are sentences, or have commas. */
function listed(nodes: readonly ElementContent[]): ElementContent[] {
  const things = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  return things.flatMap((thing, index) => (index === 0 ? [thing] : [{ type: 'text', value: ' · ' }, thing]))
}

/** What is in a paragraph is in its line, an element of the site's own too. */
function inLine(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) =>
    node.type === 'element' && node.tagName === 'div' ? { ...node, tagName: 'span' } : node,
  )
}

/** A drawing as its title, which says what it shows. */
function drawing(svg: Element): ElementContent[] {
  const title = textOf(find(svg, ({ tagName }) => tagName === 'title' || tagName === 'desc'))
  return title === '' ? [] : [{ type: 'text', value: title }]
}

function absolute(address: string, base: URL): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address
}

/** Code byte for byte, with the language that its page names. */
function codeBlock(_state: State, node: Element): MarkdownNodes {
  const language = classesOf(node)
    .filter((name) => name.startsWith('language-'))
    .map((name) => name.slice('language-'.length))
    .find((name) => name !== '')
  return { type: 'code', lang: language ?? null, value: textOf(node).replace(/\n$/, '') }
}

/** `<dl>`: each term in bold, with what it means behind it. */
function descriptionList(state: State, node: Element): MarkdownNodes[] {
  const parts = node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  )
  return parts.flatMap((part): MarkdownNodes[] => {
    if (part.type !== 'element') return []
    if (part.tagName === 'dt')
      return [
        {
          type: 'paragraph',
          children: [{ type: 'strong', children: [{ type: 'text', value: textOf(part).trim() }] }],
        },
      ]
    const content = state.toFlow(state.all(part))
    return content as MarkdownNodes[]
  })
}

/** A heading with its anchor, written where readers of Markdown look for it. */
function heading(state: State, node: Element): Heading {
  const made = defaultHandlers.h2(state, node) as Heading
  const { id } = node.properties
  if (typeof id === 'string' && id !== '') made.children.push({ type: 'html', value: ` {#${id}}` })
  return made
}

const HANDLERS = {
  pre: codeBlock,
  dl: descriptionList,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
}

/** The marks below blocks, by the kind that each element names. */
const MARKS: Readonly<Record<keyof typeof SHORT_MARKS, keyof TestedBlocks>> = {
  run: 'run',
  recorded: 'recorded',
  none: 'notRun',
  parsed: 'notRun',
  'not tested': 'notTested',
  changed: 'notTested',
}

function testedIn(main: Element): TestedBlocks | undefined {
  const marks = [...all(main, (each) => each.tagName === 'details' && 'dataMark' in each.properties)]
  if (marks.length === 0) return undefined
  const counts: TestedBlocks = { run: 0, recorded: 0, notRun: 0, notTested: 0 }
  for (const { properties } of marks) counts[countOf(String(properties['dataMark']))] += 1
  return counts
}

/** @throws Error for a kind that there is not: a count that leaves a block out would claim too much */
function countOf(kind: string): keyof TestedBlocks {
  const known = Object.entries(MARKS).find(([name]) => name === kind)
  if (known === undefined) throw new Error(`There is no mark of the kind "${kind}".`)
  return known[1]
}

function factsOf(metas: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, string[]>()
  for (const { properties } of metas) {
    const { name, content } = properties
    if (typeof name !== 'string' || typeof content !== 'string' || !name.startsWith('search:')) continue
    const fact = name.slice('search:'.length).replace(/^filter-/, '')
    facts.set(fact, [...new Set([...(facts.get(fact) ?? []), ...content.split(SEPARATOR)])])
  }
  return facts
}

function metaOf(metas: readonly Element[], name: string): string {
  const meta = metas.find(({ properties }) => properties['name'] === name || properties['property'] === name)
  return typeof meta?.properties['content'] === 'string' ? meta.properties['content'] : ''
}

function* all(node: Nodes, wanted: (element: Element) => boolean): Generator<Element> {
  if (node.type === 'element' && wanted(node)) yield node
  if ('children' in node) for (const child of node.children) yield* all(child, wanted)
}

function find(node: Nodes, wanted: (element: Element) => boolean): Element | undefined {
  return all(node, wanted).next().value ?? undefined
}

function textOf(node: Nodes | undefined): string {
  if (node === undefined) return ''
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
