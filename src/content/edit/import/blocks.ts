import { alertMarkup, dedent, detailsMarkup, isAlertKind, trimBlank } from './alert-markup.ts'
import type { PageLog } from './log.ts'
import { FENCE_SIGN, type Masked } from './masks.ts'

/** Where blocks are converted: code is masked, see masks.ts. */
export interface BlockContext {
  log: PageLog
  masked: Masked
  /** Converts what is inside a block before marks are put before its lines. */
  inside: (text: string) => string
}

/** A block that begins on a line: what it becomes, and the line after it. */
type Reader = (lines: readonly string[], at: number, context: BlockContext) => Block | undefined

interface Block {
  lines: string[]
  next: number
}

/** What is in a block, converted. */
function inner(lines: readonly string[], context: BlockContext): string[] {
  return context.inside(convertBlocks(lines, context).join('\n')).split('\n')
}

/** Converts the blocks of MkDocs, Docusaurus, VitePress, MyST, Azure DevOps, Obsidian, docsify and kramdown, also within one another. */
export function convertBlocks(lines: readonly string[], context: BlockContext): string[] {
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
  if (words !== '' && !/^(?:[\w-]+(?:[ \t]+(?:inline|end|[\w-]+))*[ \t]*)?(?:".*")?[ \t]*$/.test(straight))
    return undefined
  const title = /"(.*)"/.exec(rest)?.[1]?.replaceAll('\\"', '"')
  const { content, next } = indented(lines, at + 1, indent)
  const shownInside = inner(content, context)
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
  const shown = detailsMarkup(title, inner(content, context), true)
  return { lines: shown.map((line) => indentBy(line, indent)), next }
}

/** What is indented by four below a line, or by a tab. */
function indented(lines: readonly string[], from: number, indent: string) {
  const width = indent.replaceAll('\t', '    ').length + 4
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

/** `:::note[Title]` … `:::` in the forms of Docusaurus, Starlight, VitePress, MyST and Azure DevOps. */
function container(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const opening = /^([ \t]*)(:{3,})[ \t]*(\{?[\w-]+\}?)[ \t]*(.*)$/.exec(lines[at] ?? '')
  if (!opening) return undefined
  const [, indent = '', colons = '', rawName = '', rest = ''] = opening
  const name = rawName.replace(/[{}]/g, '').toLowerCase()
  const end = containerEnd(lines, at, colons.length)
  const content = dedent(lines.slice(at + 1, end))
  const title = /^\[(.*)\]/.exec(rest)?.[1] ?? rest.replace(/\{[^{}]*\}\s*$/, '').trim()
  const shown = containerMarkup(name, title, content, context)
  return shown && { lines: shown.map((line) => indentBy(line, indent)), next: end + 1 }
}

/** The line that closes a container; the end of the text for one that nobody closed, as its generators have it. */
function containerEnd(lines: readonly string[], at: number, colons: number): number {
  const open = [{ colons, indent: indentOf(lines[at] ?? '') }]
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const [, marks = '', name = ''] = /^[ \t]*(:{3,})[ \t]*(.*)$/.exec(line) ?? []
    if (marks === '') continue
    const indent = indentOf(line)
    if (name.trim() !== '') {
      // With more colons outside than inside, only the same number closes.
      if (marks.length <= colons) open.push({ colons: marks.length, indent })
      continue
    }
    // One in a list ends with its item.
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= indent + MAX_SHIFT) open.pop()
    if (open.length === 1 && marks.length < colons) continue
    open.pop()
    if (open.length === 0) return index
  }
  return lines.length
}

/** What a closing mark may be further left than its opening one: people are not exact. */
const MAX_SHIFT = 2

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0
}

function containerMarkup(
  name: string,
  title: string,
  content: readonly string[],
  context: BlockContext,
): string[] | undefined {
  const { log, masked } = context
  if (name === 'mermaid' || name === 'plantuml') {
    log.converted(`diagram (::: ${name})`)
    masked.fences.push({ mark: '```', info: name, lines: trimBlank(content), isClosed: true })
    return [`\uE100F${String(masked.fences.length - 1)}\uE101`]
  }
  if (
    name === 'code-group' ||
    name === 'tabs' ||
    name === 'tab-set' ||
    name === 'steps' ||
    name === 'card-grid'
  ) {
    log.converted(`container (:::${name})`)
    return inner(content, context)
  }
  if (name === 'tab' || name === 'tab-item' || name === 'details' || name === 'dropdown') {
    log.converted(`container (:::${name})`)
    return detailsMarkup(
      title === '' ? capitalize(name) : title,
      inner(content, context),
      name.startsWith('tab'),
    )
  }
  if (name === 'admonition') {
    log.converted('container (:::admonition)')
    return alertMarkup('note', title, inner(content, context))
  }
  if (!isAlertKind(name)) return undefined
  log.converted(`container (:::${name})`)
  return alertMarkup(name, title === '' ? undefined : title, inner(content, context))
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
  const shownInside = inner(content, context)
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
    return { lines: alertMarkup(kind, undefined, inner(content, context)), next }
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

/** `Term` with `:   text` below it. */
function definitionList(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const term = lines[at] ?? ''
  const isTerm =
    /^[^\s#>|:*+-][^\n]*$/.test(term) &&
    !FENCE_SIGN.test(term) &&
    (at === 0 || (lines[at - 1] ?? '').trim() === '')
  const first = (lines[at + 1] ?? '').trim() === '' ? at + 2 : at + 1
  if (!isTerm || !/^:[ \t]{1,3}\S/.test(lines[first] ?? '')) return undefined
  const out: string[] = []
  let next = at
  while (next < lines.length) {
    const name = lines[next] ?? ''
    const gap = (lines[next + 1] ?? '').trim() === '' ? 2 : 1
    if (name.trim() === '' || !/^:[ \t]{1,3}\S/.test(lines[next + gap] ?? '')) break
    next += gap
    out.push(`- **${name.trim()}**`, '')
    for (; next < lines.length; next += 1) {
      const text = lines[next] ?? ''
      const definition = /^:[ \t]{1,3}(\S.*)$/.exec(text)?.[1]
      const isMore =
        /^ {2,}\S/.test(text) || (text.trim() === '' && /^(?: {2,}|:[ \t])\S/.test(lines[next + 1] ?? ''))
      if (definition === undefined && !isMore) break
      out.push(text.trim() === '' ? '' : `  ${(definition ?? text).trim()}`)
    }
    out.push('')
    while (next < lines.length && (lines[next] ?? '').trim() === '' && isDefinition(lines, next + 1))
      next += 1
  }
  context.log.converted('definition list')
  return { lines: trimBlank(out), next }
}

function isDefinition(lines: readonly string[], at: number): boolean {
  const term = lines[at] ?? ''
  return term.trim() !== '' && /^:[ \t]{1,3}\S/.test(lines[at + 1] ?? '')
}

function indentBy(line: string, indent: string): string {
  return line === '' ? '' : `${indent}${line}`
}

export function capitalize(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
