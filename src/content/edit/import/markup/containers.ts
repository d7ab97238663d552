import { capitalize, indentBy, type Block, type BlockContext } from './block.ts'
import { alertMarkup, dedent, detailsMarkup, isAlertKind, trimBlank } from './alert-markup.ts'

/** `:::note[Title]` … `:::` in the forms of Docusaurus, Starlight, VitePress, MyST and Azure DevOps. */
export function container(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const opening = /^([ \t]*)(:{3,})[ \t]*(\{?[\w-]+\}?)[ \t]*(.*)$/.exec(lines[at] ?? '')
  if (!opening) return division(lines, at, context)
  const [, indent = '', colons = '', rawName = '', rest = ''] = opening
  const name = rawName.replace(/[{}]/g, '').toLowerCase()
  const end = containerEnd(lines, at, colons.length)
  const content = dedent(lines.slice(at + 1, end))
  const title = /^\[(.*)\]/.exec(rest)?.[1] ?? rest.replace(/\{[^{}]*\}\s*$/, '').trim()
  const shown = containerMarkup(name, title, content, context)
  return shown && { lines: shown.map((line) => indentBy(line, indent)), next: end + 1 }
}

/** `::: {.callout-note title="Stop"}` of Pandoc and Quarto. */
function division(lines: readonly string[], at: number, context: BlockContext): Block | undefined {
  const opening = /^([ \t]*)(:{3,})[ \t]*\{([^{}]*)\}[ \t]*:*[ \t]*$/.exec(lines[at] ?? '')
  const [, indent = '', colons = '', attributes = ''] = opening ?? []
  const classes = [...attributes.matchAll(/(?:^|\s)\.([\w-]+)/g)].map(([, name = '']) => name)
  if (!opening || (classes.length === 0 && !/^[\s#\w]/.test(attributes))) return undefined
  const end = containerEnd(lines, at, colons.length)
  const content = dedent(lines.slice(at + 1, end))
  context.log.converted('division (::: {.class})')
  const shown = divisionMarkup(classes, attributes, content, context)
  return { lines: shown.map((line) => indentBy(line, indent)), next: end + 1 }
}

function divisionMarkup(
  classes: readonly string[],
  attributes: string,
  content: readonly string[],
  context: BlockContext,
): string[] {
  const kind = classes.map((name) => name.replace(/^callout-/, '')).find(isAlertKind)
  if (kind !== undefined) {
    // The title is an attribute, or the first heading within.
    const first = content.findIndex((line) => line.trim() !== '')
    const heading = /^#{1,6}[ \t]+(.*?)[ \t]*#*$/.exec(content[first] ?? '')?.[1]
    const title = /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(attributes)?.slice(1).find(Boolean) ?? heading
    const body = heading !== undefined && title === heading ? content.slice(first + 1) : content
    return /\bcollapse=/.test(attributes)
      ? detailsMarkup(title ?? capitalize(kind), context.inner(body), false)
      : alertMarkup(kind, title, context.inner(body))
  }
  if (!classes.includes('panel-tabset')) return context.inner(content)
  const level = /^#{1,6}(?=[ \t])/.exec(content.find((line) => /^#{1,6}[ \t]/.test(line)) ?? '')?.[0]
  if (level === undefined) return context.inner(content)
  const starts = content.flatMap((line, index) => (line.startsWith(`${level} `) ? [index] : []))
  return [
    ...context.inner(content.slice(0, starts[0])),
    ...starts.flatMap((start, index) => [
      '',
      ...detailsMarkup(
        (content[start] ?? '').slice(level.length).trim(),
        context.inner(content.slice(start + 1, starts[index + 1])),
        true,
      ),
    ]),
  ]
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
    return context.inner(content)
  }
  if (name === 'tab' || name === 'tab-item' || name === 'details' || name === 'dropdown') {
    log.converted(`container (:::${name})`)
    return detailsMarkup(
      title === '' ? capitalize(name) : title,
      context.inner(content),
      name.startsWith('tab'),
    )
  }
  if (name === 'admonition') {
    log.converted('container (:::admonition)')
    return alertMarkup('note', title, context.inner(content))
  }
  if (!isAlertKind(name)) return undefined
  log.converted(`container (:::${name})`)
  return alertMarkup(name, title === '' ? undefined : title, context.inner(content))
}
