import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { ELEMENTS } from '../../gate/elements.ts'
import { dedent, trimBlank } from './alert-markup.ts'
import type { PageLog } from './log.ts'
import type { Masked } from './masks.ts'

type Node = DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']

/**
 * HTML as Markdown, as far as Markdown has a form for it: headings, lists, tables, links, images, code. What only arranges
 * or colors goes, its text stays; what is no element of HTML is a placeholder and becomes text. Code is masked.
 *
 * @param hasComponents whether `<Tabs>` is a component of MDX
 */
export function convertHtml(text: string, masked: Masked, hasComponents: boolean, log: PageLog): string {
  if (!text.includes('<')) return text
  // A quotation is a page of its own: its marks are no part of the HTML in it.
  const parts = onOneLine(text).split(/((?:^[ \t]*>[^\n]*(?:\n|$(?![^])))+)/m)
  return parts
    .map((part) => {
      const mark = /^[ \t]*>/.exec(part)?.[0]
      if (mark === undefined || !/^(?:[ \t]*>[^\n]*(?:\n|$))+$/.test(part))
        return convertPart(part, masked, hasComponents, log)
      if (!part.includes('<')) return part
      const inner = part.replace(/^[ \t]*> ?/gm, '').replace(/\n$/, '')
      const lines = trimBlank(
        convertHtml(inner, masked, hasComponents, log)
          .replace(/\n{3,}/g, '\n\n')
          .split('\n'),
      )
      return `${lines.map((line) => `${mark} ${line}`.trimEnd()).join('\n')}\n`
    })
    .join('')
}

/** A tag that is written over several lines, whose last one can be `>` alone: that is no quotation. */
function onOneLine(text: string): string {
  return text.replace(LONG_TAG, (tag) => (tag.includes('\n') ? tag.replace(/\s*\n\s*/g, ' ') : tag))
}

const LONG_TAG =
  /<[A-Za-z][\w-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>{}]+))?)*\s*\/?>/g

/** A row of a table is one line: what would be a block stays in its cell. */
function inRow(row: string): string {
  return row
    .replace(/<pre\b[^<>]*>([^]*?)<\/pre\s*>/gi, (_, code: string) =>
      code.trim() === '' ? '' : `<code>${code.trim()}</code>`,
    )
    .replace(/<\/(?:p|div|center|h[1-6])\s*>\s*<(?:p|div|center|h[1-6])\b[^<>]*>/gi, '<br>')
    .replace(/(?:<\/li\s*>\s*)?<li\b[^<>]*>\s*/gi, '<br>- ')
    .replace(/<\/?(?:p|div|center|ul|ol|li|h[1-6]|blockquote)\b[^<>]*>/gi, '')
    .replace(/(\|\s*)(?:<br>)+/g, '$1')
}

function convertPart(text: string, masked: Masked, hasComponents: boolean, log: PageLog): string {
  if (!text.includes('<')) return text
  const inRows = text.replace(/^[ \t]*\|.*<.*\|[ \t]*$/gm, inRow)
  let result = inRows.replace(
    /<(script|style|svg|noscript|template|head)\b[^>]*>[^]*?<\/\1\s*>/gi,
    (_, name: string) => {
      log.dropped(`element <${name.toLowerCase()}>`)
      return ''
    },
  )
  result = result.replace(/([ \t]*)<pre\b[^>]*>([^]*?)<\/pre\s*>/gi, (_, _indent: string, inner: string) => {
    log.converted('element <pre>')
    masked.fences.push({ mark: '```', info: '', lines: codeOf(inner).split('\n'), isClosed: true })
    return `\n\n\uE100F${String(masked.fences.length - 1)}\uE101\n\n`
  })
  result = result.replace(URL_TEMPLATE, (written) => {
    log.converted('address with a placeholder: now code')
    masked.inline.push(`\`${written}\``)
    return `\uE100I${String(masked.inline.length - 1)}\uE101`
  })
  result = dropFrames(result, log)
  result = convertRegions(result, log)
  return convertTags(result, hasComponents, log)
}

/** `https://example.com/<name>/x`: nobody can follow it before the placeholder is filled in. */
const URL_TEMPLATE =
  /(?<![("'<=\]:[\w`])https?:\/\/[^\s<>()[\]"'`|]*(?:<(?!\/|(?:br|b|i|p|li|td|th|tr|ul|ol|code|pre|em|strong|a|sub|sup|span|div|kbd|details|summary|img|font|hr|u|s|small|center|table|h[1-6])(?![\w-]))[\w .-]{1,40}>[^\s<>()[\]"'`|]*)+(?<![.,;:!?])/gi

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
}

function codeOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:code|span|b|i|em|strong|a|font|mark)\b[^>]*>/gi, '')
    .replace(/&(#?\w+);/g, (written, name: string) => entities[name] ?? written)
    .replace(/^\n+|\s+$/g, '')
}

const FRAMES =
  'div|center|section|article|main|header|footer|nav|aside|figure|picture|p|address|hgroup|fieldset|form'

/** Elements that only arrange their content: it stays, without their indentation. */
function dropFrames(text: string, log: PageLog): string {
  const innermost = new RegExp(
    `([ \\t]*)<(${FRAMES})\\b[^<>]*>((?:(?!<\\/?(?:${FRAMES})\\b)[^])*?)<\\/\\2\\s*>`,
    'gi',
  )
  let result = text
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = result.replace(innermost, (_, indent: string, name: string, inner: string) => {
      log.dropped(`frame around text (<${name.toLowerCase()}>)`)
      return `\n\n${dedent(trimBlank(inner.split('\n')))
        .map((line) => (line === '' ? '' : `${indent.length > 3 ? '' : indent}${line}`))
        .join('\n')}\n\n`
    })
    if (next === result) break
    result = next
  }
  return result.replace(new RegExp(`<\\/?(?:${FRAMES})\\b[^<>]*>`, 'gi'), '\n\n')
}

const MAX_ROUNDS = 12

/** Whole lists, tables and headings, each as Markdown. */
function convertRegions(text: string, log: PageLog): string {
  let result = text
  for (const name of ['table', 'ul', 'ol', 'dl', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']) {
    const outer = new RegExp(`<${name}\\b[^<>]*>`, 'i')
    let from = 0
    for (
      let opening = outer.exec(result);
      opening;
      opening = outer.exec(result.slice(from)) && at(outer, result, from)
    ) {
      const start = opening.index
      const end = endOf(result, start, name)
      if (end === undefined) {
        from = start + opening[0].length
        continue
      }
      const markup = regionMarkup(result.slice(start, end))
      if (markup === undefined) {
        from = end
        continue
      }
      log.converted(`element <${name}>`)
      const replacement = `\n\n${markup}\n\n`
      result = `${result.slice(0, start).replace(/[ \t]+$/, '')}${replacement}${result.slice(end)}`
      from = start + replacement.length
      if (from > result.length) break
    }
  }
  return result
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  const found = pattern.exec(text.slice(from))
  if (found) found.index += from
  return found
}

function endOf(text: string, start: number, name: string): number | undefined {
  const token = new RegExp(`<(\\/?)${name}\\b[^<>]*>`, 'gi')
  token.lastIndex = start
  let open = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    open += found[1] === '/' ? -1 : 1
    if (open === 0) return token.lastIndex
  }
  return undefined
}

function regionMarkup(html: string): string | undefined {
  const [node] = parseFragment(html).childNodes.filter((each): each is Element => 'tagName' in each)
  if (!node) return undefined
  return blockMarkup(node).join('\n')
}

/** The lines of a block element in Markdown. */
function blockMarkup(node: Element): string[] {
  const { tagName } = node
  if (/^h[1-6]$/.test(tagName)) {
    const heading = inlineMarkup(node.childNodes).replace(/\s+/g, ' ').trim()
    return heading === '' ? [] : ['', `${'#'.repeat(Number(tagName[1]))} ${heading}`, '']
  }
  if (tagName === 'ul' || tagName === 'ol') return listMarkup(node)
  if (tagName === 'dl') {
    return elements(node).flatMap((each) =>
      each.tagName === 'dt'
        ? ['', `- **${inlineMarkup(each.childNodes).trim()}**`, '']
        : contentMarkup(each).map((line) => (line === '' ? '' : `  ${line}`)),
    )
  }
  if (tagName === 'blockquote') return contentMarkup(node).map((line) => (line === '' ? '>' : `> ${line}`))
  if (tagName === 'table') return tableMarkup(node)
  return contentMarkup(node)
}

function listMarkup(list: Element): string[] {
  const first = Number(attribute(list, 'start') ?? '1')
  return elements(list)
    .filter(({ tagName }) => tagName === 'li')
    .flatMap((item, index) => {
      const mark = list.tagName === 'ul' ? '-' : `${String(first + index)}.`
      const [lead = '', ...more] = contentMarkup(item)
      const indent = ' '.repeat(mark.length + 1)
      return [`${mark} ${lead}`.trimEnd(), ...more.map((line) => (line === '' ? '' : `${indent}${line}`))]
    })
}

/** What is in an element: lines of text, and blocks with blank lines around them. */
function contentMarkup(node: Element): string[] {
  const lines: string[] = []
  let inline: Node[] = []
  const flush = () => {
    const said = inlineMarkup(inline)
    inline = []
    const paragraph = said
      .split(/\n[ \t]*\n/)
      .map((part) =>
        part.includes('\uE100F') || /^\s*(?:[-*+]|\d+[.)])\s/m.test(part)
          ? trimBlank(dedent(part.split('\n'))).join('\n')
          : part.replace(/[ \t]*\n[ \t]*/g, '\n').trim(),
      )
      .filter((part) => part !== '')
    for (const part of paragraph) {
      if (lines.length > 0) lines.push('')
      lines.push(...part.split('\n'))
    }
  }
  for (const child of node.childNodes) {
    if ('tagName' in child && /^(?:ul|ol|dl|table|blockquote|h[1-6]|p|div)$/.test(child.tagName)) {
      flush()
      const block = blockMarkup(child)
      if (lines.length > 0 && block.length > 0 && !/^[uo]l$/.test(child.tagName)) lines.push('')
      lines.push(...trimBlank(block))
    } else inline.push(child)
  }
  flush()
  return lines
}

/** Text and elements within a line. Tags that stay are written as they were and cleaned later. */
function inlineMarkup(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      if (node.nodeName === '#text' && 'value' in node)
        return node.value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replaceAll('&amp;nbsp;', ' ')
      if (!('tagName' in node)) return ''
      const inner = inlineMarkup(node.childNodes)
      if (node.tagName === 'br') return '<br>'
      if (node.tagName === 'a') {
        const href = attribute(node, 'href')
        return href === undefined ? inner : linkMarkup(href, inner)
      }
      if (node.tagName === 'img')
        return imageMarkup(
          attribute(node, 'src') ?? '',
          attribute(node, 'alt') ?? attribute(node, 'title') ?? '',
        )
      const kept = RENAMED[node.tagName] ?? node.tagName
      if (Object.hasOwn(ELEMENTS, kept) && ELEMENTS[kept]?.isPhrasing === true && kept !== 'span')
        return `<${kept}>${inner}</${kept}>`
      // What HTML does not know is a placeholder: <pod-name>.
      if (!KNOWN.has(node.tagName)) return `&lt;${node.tagName}>${inner}`
      return inner
    })
    .join('')
}

function tableMarkup(table: Element): string[] {
  const rows = rowsOf(table)
  const [head] = rows
  const cells = rows.flatMap((row) => elements(row))
  const isPlain = cells.every((cell) => {
    const lines = contentMarkup(cell)
    return (
      lines.length <= 1 &&
      attribute(cell, 'colspan') === undefined &&
      attribute(cell, 'rowspan') === undefined &&
      !lines.some((line) => line.includes('\uE100F'))
    )
  })
  const isHeaded = head !== undefined && elements(head).every(({ tagName }) => tagName === 'th')
  const caption = elements(table).find(({ tagName }) => tagName === 'caption')
  const title = caption ? [inlineMarkup(caption.childNodes).trim(), ''] : []
  if (isPlain && isHeaded) {
    const width = Math.max(...rows.map((row) => elements(row).length))
    const line = (row: Element) => {
      const texts = elements(row).map((cell) => (contentMarkup(cell)[0] ?? '').replace(/(?<!\\)\|/g, '\\|'))
      return `| ${[...texts, ...Array<string>(width - texts.length).fill('')].join(' | ')} |`
    }
    return [
      ...title,
      line(head),
      `| ${Array<string>(width).fill('---').join(' | ')} |`,
      ...rows.slice(1).map(line),
    ]
  }
  const isHtml = cells.every((cell) => {
    const lines = contentMarkup(cell)
    return lines.length <= 1 && !/[[\]*_`\\\uE100\uE104]/.test(lines[0] ?? '')
  })
  const span = (cell: Element) =>
    ['colspan', 'rowspan']
      .map((name) => [name, attribute(cell, name)] as const)
      .filter(([, value]) => value !== undefined && /^[1-9]\d?$/.test(value) && value !== '1')
      .map(([name, value]) => ` ${name}="${value ?? ''}"`)
      .join('')
  if (isHtml) {
    const line = (cell: Element) =>
      `<${cell.tagName}${span(cell)}>${contentMarkup(cell)[0] ?? ''}</${cell.tagName}>`
    return [
      ...title,
      '<table>',
      ...rows.map((row) => `<tr>${elements(row).map(line).join('')}</tr>`),
      '</table>',
    ]
  }
  return [
    ...title,
    '<table>',
    ...rows.flatMap((row) => [
      '<tr>',
      // Blank lines around it make Markdown of what is in a cell.
      ...elements(row).flatMap((cell) => [
        `<${cell.tagName}${span(cell)}>`,
        '',
        ...contentMarkup(cell),
        '',
        `</${cell.tagName}>`,
      ]),
      '</tr>',
    ]),
    '</table>',
  ]
}

function rowsOf(table: Element): Element[] {
  return elements(table).flatMap((each) =>
    each.tagName === 'tr' ? [each] : /^t(?:head|body|foot)$/.test(each.tagName) ? rowsOf(each) : [],
  )
}

function elements(node: Element): Element[] {
  return node.childNodes.filter((each): each is Element => 'tagName' in each)
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value
}

/** Names that went out of HTML, and what they are called now. */
const RENAMED: Readonly<Record<string, string>> = {
  tt: 'code',
  strike: 's',
  acronym: 'abbr',
  listing: 'code',
  xmp: 'code',
}

/** Elements of HTML beside those that a page may hold: they go, their text stays. */
const KNOWN = new Set(
  (
    'a acronym address applet area article aside audio base basefont bdi bdo big body button canvas center data datalist dialog dir embed fieldset figcaption figure font footer form frame frameset h1 head header hgroup html iframe img input label legend link main map marquee menu meta meter nav nobr noscript object ' +
    'optgroup option output p param picture pre progress script search section select slot source span strike style summary svg path template textarea title track tt video wbr details div ' +
    Object.keys(ELEMENTS).join(' ')
  ).split(' '),
)

const ATTRIBUTE = String.raw`(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>{}]+))?)*`
const TAG = new RegExp(String.raw`(?<![\\])(?<!\]\()<(\/?)([A-Za-z][\w-]*)(${ATTRIBUTE})\s*(\/?)>`, 'g')

/** Single tags: links and images as Markdown, what a page may hold without its colors, everything else without its tags. */
function convertTags(text: string, hasComponents: boolean, log: PageLog): string {
  let result = text.replace(/<a\b([^<>]*)>([^]*?)<\/a\s*>/gi, (_, attributes: string, inner: string) => {
    const href = valueOf(attributes, 'href')
    const words = inner.replace(/\s+/g, ' ').trim()
    if (href === undefined) {
      const name = valueOf(attributes, 'id') ?? valueOf(attributes, 'name')
      if (name !== undefined) log.converted('element <a id>')
      return name === undefined ? words : `${anchorMark(name)}${words}`
    }
    log.converted('element <a>')
    return words === '' ? '' : `${idMark(attributes)}${linkMarkup(href, words)}`
  })
  result = result.replace(
    /<(iframe|video|audio|embed|object|source)\b([^<>]*)>(?:\s*<\/\1\s*>)?/gi,
    (_, name: string, attributes: string) => {
      const url = valueOf(attributes, 'src') ?? valueOf(attributes, 'data')
      if (url === undefined) return ''
      log.converted(`element <${name.toLowerCase()}>`)
      const address = url.startsWith('//') ? `https:${url}` : url
      return `\n\n${linkMarkup(address, valueOf(attributes, 'title') ?? address)}\n\n`
    },
  )
  return result
    .replace(TAG, (written, end: string, raw: string, attributes: string) => {
      const name = raw.toLowerCase()
      // Components of MDX that nobody could convert keep their capital, and the check finds them.
      if (/^[A-Z]/.test(raw) && !KNOWN.has(name))
        return hasComponents && isComponent(raw, attributes) ? written : `\\${written}`
      if (name === 'img') {
        const source = valueOf(attributes, 'src')
        if (source === undefined) return ''
        log.converted('element <img>')
        return imageMarkup(source, valueOf(attributes, 'alt') ?? valueOf(attributes, 'title') ?? '')
      }
      const kept = RENAMED[name] ?? name
      if (Object.hasOwn(ELEMENTS, kept) && kept !== 'span') return tagMarkup(kept, end, attributes, log)
      if (KNOWN.has(name)) {
        log.dropped(`element <${name}>`)
        return idMark(attributes)
      }
      log.converted('placeholder (<…>)')
      return `\\${written}`
    })
    .replace(/<(?=[!?](?!--))/g, '\\<')
}

/** `<Note type="x">` is code of MDX, `<NAME>` and `<Your name>` are placeholders. */
function isComponent(name: string, attributes: string): boolean {
  return /^[A-Z][a-z]+[A-Z]\w*$/.test(name) || attributes.includes('=')
}

function tagMarkup(name: string, end: string, attributes: string, log: PageLog): string {
  if (end === '/') return ELEMENTS[name]?.holds === 'nothing' ? `<${name}>` : `</${name}>`
  const allowed = { ...ELEMENTS[name]?.attributes }
  const kept = Object.keys(allowed)
    .map((each) => [each, valueOf(attributes, each)] as const)
    .filter(([each, value]) => value !== undefined && allowed[each]?.accepts(value) === true)
    .map(([each, value]) => (value === '' ? ` ${each}` : ` ${each}="${value ?? ''}"`))
  if (/\b(?:style|class|align|width|height|bgcolor|border|color)\s*=/i.test(attributes))
    log.dropped('attributes of HTML')
  const id = ELEMENTS[name]?.isPhrasing === true ? idMark(attributes) : ''
  return `${id}<${name}${kept.join('')}>`
}

function valueOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(
    `(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|\\{\\s*["'\`]?([^{}"'\`]*)["'\`]?\\s*\\}|([^\\s"'=<>{}]+)))?(?=[\\s/]|$)`,
    'i',
  ).exec(attributes)
  return found ? (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '') : undefined
}

function linkMarkup(href: string, words: string): string {
  const address = href.trim().replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')
  const label = words.trim()
  // A picture in a link is a link in its own right; anything else in brackets is text.
  return label === ''
    ? ''
    : `[${label.startsWith('![') ? label : label.replace(/(?<!\\)[[\]]/g, '\\$&')}](${address})`
}

function imageMarkup(source: string, alt: string): string {
  return source === ''
    ? ''
    : `![${alt.replace(/\s+/g, ' ').replace(/[[\]]/g, '\\$&').trim()}](${source.trim().replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')})`
}

/** An element that a link leads to, by its name. */
function idMark(attributes: string): string {
  const id = valueOf(attributes, 'id') ?? valueOf(attributes, 'name')
  return id === undefined || id === '' ? '' : anchorMark(id)
}

/** Where an old link led to: found again by the importer, which makes it the next heading's. */
export const ANCHOR = /\uE104([^\uE105]*)\uE105/g

export function anchorMark(name: string): string {
  return `\uE104${name}\uE105`
}
