import { container } from './containers.ts'
import { docfxBlock } from './docfx-blocks.ts'
import { definitionList } from './definition-lists.ts'
import { alertMarkup, detailsMarkup, isAlertKind } from './alert-markup.ts'
import { capitalize, indentBy, type Block, type BlockContext, type Reader } from './block.ts'

/**
 * Converts the blocks of MkDocs, Docusaurus, VitePress, MyST, Azure DevOps, DocFX, Obsidian, docsify and kramdown, also within
 * one another.
 *
 * @param inside converts what is in a block beside blocks
 */
export function convertBlocks(
  lines: readonly string[],
  given: Pick<BlockContext, 'log' | 'masked'>,
  inside: (text: string) => string,
): string[] {
  const context: BlockContext = {
    ...given,
    inner: (content) => inside(convertBlocks(content, given, inside).join('\n')).split('\n'),
  }
  const out: string[] = []
  for (let at = 0; at < lines.length;) {
    const block = READERS.map((read) => read(lines, at, context)).find((found) => found !== undefined)
    if (!block) {
      out.push(lines[at] ?? '')
      at += 1
      continue
    }
    // A block in a list belongs to its item, which a blank line without indentation would not end.
    if (block.lines.length > 0 && (out.at(-1) ?? '').trim() !== '') out.push('')
    out.push(...block.lines)
    at = block.next
    if (block.lines.length > 0 && (lines[at] ?? '').trim() !== '') out.push('')
  }
  return out
}

const READERS: readonly Reader[] = [
  admonition,
  tabs,
  docfxBlock,
  container,
  callout,
  docsify,
  tableOfContents,
  attributeLine,
  abbreviation,
  definitionList,
]

/** `!!! warning "Title"` and the folded `??? note`, with indented text (MkDocs). */
function admonition(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const [, indent = '', mark = '', words = ''] =
    /^([ \t]*)(!!!|\?\?\?\+?)[ \t]*(\S.*)?$/.exec(lines[at] ?? '') ?? []
  if (mark === '') return undefined
  const straight = words.replace(/[“”„]/g, '"')
  const [, kind = 'note', rest = straight] = /^([\w-]+)(?=\s|$|")(.*)$/.exec(straight) ?? []
  // A title that is not closed ends with its line.
  if (words !== '' && !/^(?:[\w-]+(?:[ \t]+(?:inline|end|[\w-]+))*[ \t]*)?(?:".*"?)?[ \t]*$/.test(straight))
    return undefined
  const title = (/"(.*)"/.exec(rest) ?? /"(.*)$/.exec(rest))?.[1]?.replaceAll('\\"', '"')
  const { content, next } = indented(lines, at + 1, indent)
  const shownInside = context.inner(content)
  const isFolded = mark.startsWith('?')
  context.log.converted(isFolded ? 'folded block (???)' : 'admonition (!!!)')
  const shown = isFolded
    ? detailsMarkup(title ?? capitalize(kind), shownInside, mark === '???+')
    : alertMarkup(kind, title, shownInside)
  return { lines: shown.map((line) => indentBy(line, indent)), next }
}

/** `=== "Linux"` with indented text: one variant each (MkDocs Material). */
function tabs(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const [, indent = '', title] = /^([ \t]*)===[!+]?[ \t]+"(.*)"[ \t]*$/.exec(lines[at] ?? '') ?? []
  if (title === undefined) return undefined
  const { content, next } = indented(lines, at + 1, indent)
  context.log.converted('tab (===)')
  const shown = detailsMarkup(title, context.inner(content), true)
  return { lines: shown.map((line) => indentBy(line, indent)), next }
}

/** What is indented by four below a line, or by a tab; by two or three, where it stands right below. */
function indented(lines: readonly string[], from: number, indent: string) {
  const outer = indent.replaceAll('\t', '    ')
  const [, inner = ''] = /^( {2,3})\S/.exec((lines[from] ?? '').slice(outer.length)) ?? []
  const width = outer.length + (inner.length || 4)
  const content: string[] = []
  let at = from
  for (; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    '))
    if (line.trim() !== '' && !line.startsWith(' '.repeat(width))) break
    content.push(line.slice(width))
  }
  // Blank lines after it are none of its.
  let end = content.length
  while (end > 0 && (content[end - 1] ?? '').trim() === '') end -= 1
  return { content: content.slice(0, end), next: from + end }
}

/** `> [!danger]- Title` of Obsidian, and a title on the line of a forge's own alert. */
function callout(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const opening = /^([ \t]*)>[ \t]?\[!([\w-]+)(?:\|[^\]]*)?\]([+-]?)[ \t]*(.*?)[ \t]*$/.exec(lines[at] ?? '')
  if (!opening) return undefined
  const [, indent = '', kind = '', fold = '', title = ''] = opening
  const isForges = /^(?:note|tip|important|warning|caution)$/i.test(kind) && fold === '' && title === ''
  if (isForges || !isAlertKind(kind)) return undefined
  const content: string[] = []
  let next = at + 1
  for (; next < lines.length && /^[ \t]*>/.test(lines[next] ?? ''); next += 1) {
    content.push((lines[next] ?? '').replace(/^[ \t]*>[ \t]?/, ''))
  }
  const shownInside = context.inner(content)
  context.log.converted('callout (> [!kind])')
  const shown =
    fold === ''
      ? alertMarkup(kind, title === '' ? undefined : title, shownInside)
      : detailsMarkup(title === '' ? capitalize(kind) : title, shownInside, fold === '+')
  return { lines: shown.map((line) => indentBy(line, indent)), next }
}

/** `!> important` and `?> a tip` (docsify). */
function docsify(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const [, mark, text = ''] = /^([!?])>[ \t]+(\S.*)$/.exec(lines[at] ?? '') ?? []
  if (mark === undefined) return undefined
  const content = [text]
  let next = at + 1
  for (; next < lines.length && (lines[next] ?? '').trim() !== ''; next += 1) content.push(lines[next] ?? '')
  context.log.converted('hint (docsify)')
  return { lines: alertMarkup(mark === '!' ? 'important' : 'tip', undefined, content), next }
}

/** The page has a table of contents of its own. */
const TOC =
  /^[ \t]*(?:\[\[?_?(?:TOC|TOSP)_?\]?\]|\[\[toc\]\]|\$\{toc\}|\{:\s*toc\s*\}|@\[toc\].*|\{\{<\s*toc\s*>\}\}|\{\{%\s*toc\s*%\}\}|\$toc\$|\{\{\s*toc\s*\}\}|<!--\s*toc\s*-->)[ \t]*$/i

function tableOfContents(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const line = lines[at] ?? ''
  // kramdown replaces the list above the mark.
  const isKramdown = /^[*+-] \S/.test(line) && /^\{:\s*toc\b[^}]*\}\s*$/.test(lines[at + 1] ?? '')
  if (!TOC.test(line) && !isKramdown) return undefined
  context.log.dropped('mark of a table of contents')
  return { lines: [], next: at + (isKramdown ? 2 : 1) }
}

/** `{: .warning }` above or below a paragraph (kramdown). */
function attributeLine(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const attributes = /^[ \t]*\{:\s*([^{}]*)\}[ \t]*$/.exec(lines[at] ?? '')?.[1]
  if (attributes === undefined) return undefined
  const kind = /(?:^|\s)\.([\w-]+?)(?:-title)?(?=\s|$)/.exec(attributes)?.[1]
  const following = lines[at + 1] ?? ''
  if (kind !== undefined && isAlertKind(kind) && following.trim() !== '') {
    const content: string[] = []
    let next = at + 1
    for (; next < lines.length && (lines[next] ?? '').trim() !== ''; next += 1)
      content.push((lines[next] ?? '').replace(/^>[ \t]?/, ''))
    context.log.converted('alert ({: .kind })')
    return { lines: alertMarkup(kind, undefined, context.inner(content)), next }
  }
  context.log.dropped('attributes ({: … })')
  return { lines: [], next: at + 1 }
}

/** `*[SLA]: what it means`: no page prints it. */
function abbreviation(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const [, name, text = ''] = /^\*\[([^\]]+)\]:[ \t]*(.*)$/.exec(lines[at] ?? '') ?? []
  if (name === undefined) return undefined
  context.log.dropped('abbreviation (*[…]:)', `${name}: ${text}`)
  return { lines: [], next: at + 1 }
}
