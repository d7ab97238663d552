import { isAlertKind } from '../markup/alert-markup.ts'
import { anchorMark } from '../markup/anchor-marks.ts'
import type { PageLog } from '../common/log.ts'
import { csvTable, listTable } from './myst-tables.ts'
import type { Masked } from '../markup/masks.ts'

interface Directive {
  name: string
  /** What is behind its name. */
  words: string
  options: ReadonlyMap<string, string>
  lines: readonly string[]
  indent: string
  /** The fence's own marks, for what becomes code. */
  mark: string
}

const OPENING = /^([ \t]*)(`{3,}|~{3,}|:{3,})\{([\w:.+-]+)\}[ \t]*(.*)$/
/** What lists the pages below; each folder shows its own here. */
const LISTS =
  /^(?:toc|toctree|tableofcontents|contents|index|bibliography|footbibliography|sectnum|genindex)$/
const FRAMES =
  /^(?:tab-set|tabs|tabbed|grid|grid-item|margin|sidebar|aside|div|epigraph|pull-quote|highlights|container|topic|card-carousel|button-group)$/
const CODE = /^(?:code|code-block|code-cell|sourcecode|prompt|parsed-literal|literalinclude)$/

/**
 * Directives of MyST, which Sphinx and Jupyter Book write as fences, in the forms that the importer reads from then on:
 * containers, code, pictures. Those that it does not know stay code.
 */
export function convertDirectives(text: string, log: PageLog, exists: (file: string) => boolean): string {
  return text.includes('{') ? convertLines(text.split('\n'), log, exists).join('\n') : text
}

function convertLines(lines: readonly string[], log: PageLog, exists: (file: string) => boolean): string[] {
  const out: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const [, indent = '', mark = '', name = '', words = ''] = OPENING.exec(line) ?? []
    const end = fenceEnd(lines, at, mark === '' ? codeMark(line) : mark)
    if (end === undefined) {
      out.push(line)
      continue
    }
    const inner = lines.slice(at + 1, end)
    const shown =
      mark === ''
        ? undefined
        : markupOf({ name, words: words.trim(), indent, mark, ...divide(inner, indent) }, log, exists)
    // What is code is no directive, whatever is in it.
    out.push(...(shown ?? lines.slice(at, end + 1)))
    at = end
  }
  return out
}

function codeMark(line: string): string {
  return /^[ \t]*(`{3,}|~{3,})[^`]*$/.exec(line)?.[1] ?? ''
}

/**
 * The line that closes a fence: the same marks, as many or more. Marks of colons within code are code, and containers of as
 * many colons within one another close in their turn.
 */
function fenceEnd(lines: readonly string[], at: number, mark: string): number | undefined {
  if (mark === '') return undefined
  const closing = new RegExp(`^[ \\t]*${mark.charAt(0)}{${String(mark.length)},}[ \\t]*$`)
  const nested = mark.startsWith(':') ? new RegExp(`^[ \\t]*${mark}(?=[^:])[ \\t]*\\S`) : undefined
  let open = 1
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (closing.test(line)) {
      open -= 1
      if (open === 0) return index
    } else if (nested?.test(line) === true) open += 1
    else if (nested !== undefined) index = fenceEnd(lines, index, codeMark(line)) ?? index
  }
  // One within it was never closed: it ends at the first mark that can be its end.
  const first = open > 1 ? lines.findIndex((line, index) => index > at && closing.test(line)) : -1
  return first < 0 ? undefined : first
}

/** Its options, `:name: value` or YAML between dashes, and what is below them. */
function divide(lines: readonly string[], indent: string): Pick<Directive, 'options' | 'lines'> {
  const own = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
  const options = new Map<string, string>()
  let from = 0
  for (; from < own.length; from += 1) {
    const [, name, value = ''] = /^[ \t]*:([\w-]+):[ \t]*(.*)$/.exec(own[from] ?? '') ?? []
    if (name === undefined) break
    options.set(name, value)
  }
  if (from === 0 && own[0]?.trim() === '---') {
    const end = own.findIndex((line, index) => index > 0 && line.trim() === '---')
    if (end > 0) from = end + 1
  }
  return { options, lines: own.slice(from) }
}

function markupOf(
  directive: Directive,
  log: PageLog,
  exists: (file: string) => boolean,
): string[] | undefined {
  const { name, words, options, indent, mark } = directive
  const form = `directive ({${name}})`
  const label = options.get('name') ?? options.get('label')
  const anchor = label === undefined ? [] : [anchorMark(label), '']
  const as = (lines: readonly string[]) => [
    '',
    ...[...anchor, ...lines].map((line) => (line === '' ? '' : `${indent}${line}`)),
    '',
  ]
  const inner = () => convertLines(directive.lines, log, exists)
  if (LISTS.test(name)) {
    log.dropped(form)
    return []
  }
  if (/^(?:include|literalinclude)$/.test(name) && !exists(words)) {
    log.left(form, words, `{${name}} ${words}`)
    return as([`:::{${name}} ${words}`])
  }
  if (name === 'include') return as([`--8<-- "${words}"`])
  if (CODE.test(name)) {
    log.converted(form)
    const language = name === 'literalinclude' ? (options.get('language') ?? '') : words
    const title = options.get('caption') ?? options.get('filename')
    const info = `${language === '' && title !== undefined ? 'text' : language}${title === undefined ? '' : ` title="${title.replaceAll('"', "'")}"`}`
    const code = name === 'literalinclude' ? [`--8<-- "${words}"`] : trimmed(directive.lines)
    const fence = mark.startsWith(':') ? '```' : mark
    return as([`${fence}${info}`, ...code, fence])
  }
  if (name === 'mermaid' || name === 'plantuml')
    return as([`\`\`\`${name}`, ...trimmed(directive.lines), '```'])
  if (name === 'figure' || name === 'image') {
    log.converted(form)
    const alt = (options.get('alt') ?? '').replace(/[[\]]/g, '\\$&')
    return as([`![${alt}](${words.replaceAll(' ', '%20')})`, '', ...trimmed(inner())])
  }
  if (name === 'list-table' || name === 'csv-table' || name === 'table') {
    const headRows = Number(options.get('header-rows') ?? '0')
    const table =
      name === 'list-table'
        ? listTable(inner(), headRows)
        : name === 'table'
          ? trimmed(inner())
          : options.has('file')
            ? undefined
            : csvTable(directive.lines, options.get('header'), headRows)
    if (table !== undefined) {
      log.converted(form)
      return as([...(words === '' ? [] : [`**${words}**`, '']), ...table])
    }
  }
  // HTML is converted with the rest of the page; what is for paper has no meaning here.
  if (name === 'raw') {
    log.converted(form)
    return as(words === 'html' ? directive.lines : [])
  }
  const isTab = /^(?:tab|group-tab|code-tab)$/.test(name)
  if (
    name === 'admonition' ||
    isAlertKind(name) ||
    isTab ||
    /^(?:seealso|dropdown|details|tab-item)$/.test(name)
  ) {
    const kind = isTab ? 'tab-item' : name === 'admonition' ? (kindIn(options.get('class')) ?? name) : name
    return as([`:::${kind}${words === '' ? '' : `[${words}]`}`, ...trimmed(inner()), ':::'])
  }
  if (/^(?:card|grid-item-card)$/.test(name) || FRAMES.test(name)) {
    log.converted(form)
    const link = options.get('link')
    const title =
      words === '' || /^[\d\s]+$/.test(words)
        ? []
        : [link === undefined ? `**${words}**` : `[${words}](${link})`, '']
    return as([...title, ...inner()])
  }
  if (/^(?:button-link|button-ref)$/.test(name)) {
    log.converted(form)
    return as([`[${trimmed(directive.lines).join(' ')}](${name === 'button-ref' ? `#${words}` : words})`])
  }
  log.left(form, undefined, `${mark}{${name}}`)
  return undefined
}

function kindIn(classes: string | undefined): string | undefined {
  return classes?.split(/\s+/).find(isAlertKind)
}

function trimmed(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    .split('\n')
}

/** `{ref}` and other roles, which are code with a name before it; labels, comments and breaks between blocks. Code is masked. */
export function convertRoles(masked: Masked, isMyst: boolean, log: PageLog): void {
  masked.text = masked.text.replace(
    /\{([a-z][\w:-]*)\}\uE100I(\d+)\uE101/g,
    (written, name: string, index: string) => {
      const code = (masked.inline[Number(index)] ?? '').replace(/^`+|`+$/g, '').trim()
      const [, words = '', target = code] = /^([^<]*?)\s*<([^>]+)>$/.exec(code) ?? []
      const shown = roleMarkup(name, words, target)
      if (shown !== undefined) log.converted(`role ({${name}})`)
      return shown ?? written
    },
  )
  if (!isMyst) return
  masked.text = masked.text
    .replace(/^[ \t]*\(([^()\n]+)\)=[ \t]*$/gm, (_, label: string) => `${anchorMark(label)}\n`)
    .replace(/^%(?:[ \t].*)?(?:\n|$)/gm, () => {
      log.dropped('comment')
      return ''
    })
    .replace(/^\+{3}(?:[ \t].*)?$/gm, '')
}

function roleMarkup(name: string, words: string, target: string): string | undefined {
  const address = target.replace(/^[!~]/, '').replaceAll(' ', '%20')
  switch (name) {
    case 'ref':
    case 'numref':
    case 'any':
      return `[${words}](#${address})`
    case 'doc':
    case 'download':
      return `[${words}](${address})`
    case 'kbd':
    case 'sup':
    case 'sub':
      return `<${name}>${target}</${name}>`
    case 'term':
    case 'abbr':
    case 'guilabel':
    case 'menuselection':
    case 'button':
      return words === '' ? target : words
    case 'code':
    case 'command':
    case 'file':
    case 'program':
    case 'envvar':
    case 'option':
    case 'literal':
    case 'samp':
      return `\`${target}\``
    default:
      return undefined
  }
}
