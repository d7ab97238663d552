import type { DefaultTreeAdapterMap } from 'parse5'
import { anchorMark } from './anchor-marks.ts'
import { KNOWN, RENAMED, imageMarkup, isOwnLink, linkMarkup } from './html-tags.ts'
import { ELEMENTS } from '../../../gate/elements.ts'
import { dedent, trimBlank } from './alert-markup.ts'

type Node = DefaultTreeAdapterMap['childNode']

export type Element = DefaultTreeAdapterMap['element']

/** The lines of a block element in Markdown. */
export function blockMarkup(node: Element): string[] {
  const { tagName } = node
  if (/^h[1-6]$/.test(tagName)) {
    const heading = inlineMarkup(node.childNodes).replace(/\s+/g, ' ').trim()
    return heading === '' ? [] : ['', `${'#'.repeat(Number(tagName[1]))} ${markOf(node)}${heading}`, '']
  }
  if (tagName === 'ul' || tagName === 'ol') return listMarkup(node)
  if (tagName === 'dl') {
    return elements(node).flatMap((each) =>
      each.tagName === 'dt'
        ? ['', `- ${markOf(each)}**${inlineMarkup(each.childNodes).trim()}**`, '']
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
      const [text = '', ...more] = contentMarkup(item)
      const lead = `${markOf(item)}${text}`
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
        if (isOwnLink(inner)) return markOf(node)
        return `${markOf(node)}${href === undefined ? inner : linkMarkup(href, inner)}`
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

/** Where links to an element lead, by its name. */
function markOf(node: Element): string {
  const id = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : undefined)
  return id === undefined || id === '' ? '' : anchorMark(id)
}

function elements(node: Element): Element[] {
  return node.childNodes.filter((each): each is Element => 'tagName' in each)
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value
}
