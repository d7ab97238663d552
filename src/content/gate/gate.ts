import type { MdastNode } from 'satteri'
import { addressProblem, imageProblem, type AddressProblem } from './addresses.ts'
import { GateContext } from './context.ts'
import type { Holds } from './elements.ts'
import { isEmptyExpression } from './expression.ts'
import { checkJsx } from './jsx.ts'
import type { GateProblem } from './problem.ts'
import { checkRawHtml, reportUnclosed } from './raw-html.ts'
import { RESERVED, readableText, writtenValues } from './reserved.ts'

/** Containers of Markdown, and what raw HTML in them may be. */
const CONTAINERS: Partial<Record<MdastNode['type'], Holds>> = {
  root: 'flow',
  blockquote: 'flow',
  list: 'flow',
  listItem: 'flow',
  footnoteDefinition: 'flow',
  table: 'flow',
  tableRow: 'flow',
  tableCell: 'flow',
  paragraph: 'phrasing',
  heading: 'phrasing',
  emphasis: 'phrasing',
  strong: 'phrasing',
  delete: 'phrasing',
  link: 'phrasing',
  linkReference: 'phrasing',
}

/** Blocks of Markdown, which not every element can hold. */
const BLOCKS = new Set(['blockquote', 'list', 'table', 'paragraph', 'heading', 'code', 'thematicBreak'])

/** Nodes without children that are on the list and need no more than a look at their text. */
const LEAVES = new Set([
  'text',
  'code',
  'inlineCode',
  'break',
  'thematicBreak',
  'footnoteReference',
  'imageReference',
])

/**
 * Everything in a page that is not on the list of what a page may hold: its elements and their attributes, its
 * components, its addresses, and code. The check and the processor that builds the site both ask this function.
 *
 * @param tree the page as the parser gives it, Markdown or MDX
 * @param source the text that was parsed; offsets are into it
 */
export function gateProblems(tree: MdastNode, source: string): readonly GateProblem[] {
  const context = new GateContext(source)
  if (isDeeperThan(tree, MAX_DEPTH)) {
    context.report(
      'html',
      0,
      'The page has too many quotations, lists or elements in each other',
      `Nest at most ${String(MAX_DEPTH)}.`,
    )
    return context.problems
  }
  visit(tree, context, imageDefinitions(tree))
  return context.problems
}

/** Far more than anybody reads, and far less than the stack holds. */
const MAX_DEPTH = 100

/** Without recursion, which is what it saves the other functions from. */
function isDeeperThan(tree: MdastNode, most: number): boolean {
  let level: readonly MdastNode[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.flatMap((node): readonly MdastNode[] => ('children' in node ? node.children : []))
  }
  return false
}

type Names = ReadonlySet<string>

function visit(node: MdastNode, context: GateContext, images: Names): void {
  const at = node.position?.start.offset ?? 0
  checkText(node, at, context)
  if (BLOCKS.has(node.type)) {
    const holder = context.nesting.refusesBlocks()
    if (holder !== undefined)
      context.report(
        'html',
        at,
        `<${holder}> cannot hold a block of Markdown`,
        `Leave <${holder}> out, or write its text in one line with it.`,
      )
  }
  switch (node.type) {
    case 'html':
      checkRawHtml(node.value, at, context)
      return
    case 'mdxjsEsm':
      context.report(
        'mdx-code',
        at,
        'The page imports or exports code',
        'Remove it; if it is text, begin the line with another word or put it into backticks.',
      )
      return
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!isEmptyExpression(node.value))
        context.report(
          'mdx-code',
          at,
          `{${node.value}} is taken for code`,
          'Write \\{ for a brace, or put the text into backticks.',
        )
      return
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const holds = checkJsx(node, at, context)
      if (holds !== undefined) context.nesting.open(node.name ?? '', holds, at)
      node.children.forEach((child) => {
        visit(child, context, images)
      })
      if (holds !== undefined) context.nesting.closeUpTo(node.name ?? '')
      return
    }
    case 'link':
      checkAddress(addressProblem(node.url) ?? disguise(node.url, readableText(node)), at, context)
      break
    case 'definition':
      checkAddress(
        addressProblem(node.url) ?? (images.has(node.identifier) ? imageProblem(node.url) : undefined),
        at,
        context,
      )
      return
    case 'image':
      checkAddress(imageProblem(node.url), at, context)
      return
    case 'yaml':
      if (node.value.trim() === '') return
      break
  }
  container(node, at, context, images)
}

function container(node: MdastNode, at: number, context: GateContext, images: Names): void {
  if (LEAVES.has(node.type)) return
  const holds = CONTAINERS[node.type]
  if (holds === undefined || !('children' in node)) {
    context.report('html', at, `A page cannot hold "${node.type}"`, 'Write it in plain Markdown.')
    return
  }
  context.nesting.open(undefined, holds, at)
  node.children.forEach((child) => {
    visit(child, context, images)
  })
  for (const left of context.nesting.endContainer()) reportUnclosed(left, context)
}

function checkText(node: MdastNode, at: number, context: GateContext): void {
  if (node.type === 'text') {
    const holder = node.value.trim() === '' ? undefined : context.nesting.refusesText()
    if (holder !== undefined)
      context.report(
        'html',
        at,
        `<${holder}> cannot hold text itself`,
        'Put the text into a cell or an item.',
      )
  }
  const mark = [readableText(node, 'own'), ...writtenValues(node)]
    .map((written) => RESERVED.exec(written)?.[0])
    .find((found) => found !== undefined)
  if (mark !== undefined && !context.problems.some(({ rule }) => rule === 'reserved-text'))
    context.report(
      'reserved-text',
      at,
      `"${mark}" is a mark of the program that builds the site, which would replace it`,
      'Write it in another way, for example with a space in it.',
    )
}

function checkAddress(problem: AddressProblem | undefined, at: number, context: GateContext): void {
  if (problem) context.report('address', at, problem.message, problem.hint)
}

/** A link whose words are the address of another host. */
function disguise(address: string, words: string): AddressProblem | undefined {
  const shown = /^\s*(?:https?:\/\/|www\.)([^\s/?#:]+)/i.exec(words)?.[1]?.toLowerCase()
  const host = /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase()
  if (shown === undefined || host === undefined) return undefined
  const plain = (name: string) => name.replace(/^www\./, '')
  if (plain(shown) === plain(host)) return undefined
  return {
    message: `The link shows the host ${shown} and leads to ${host}`,
    hint: 'Let its words say what is behind it.',
  }
}

/** Identifiers of the definitions that images refer to. */
function imageDefinitions(tree: MdastNode): Names {
  const names = new Set<string>()
  const collect = (node: MdastNode): void => {
    if (node.type === 'imageReference') names.add(node.identifier)
    if ('children' in node) node.children.forEach(collect)
  }
  collect(tree)
  return names
}
